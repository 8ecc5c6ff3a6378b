package fr.microcredit.kit.http;

/**
 * What makes two requests the same command.
 *
 * @param operation   method, template of the route, and the values of its places
 * @param key         the header {@code Idempotency-Key}
 * @param requestHash of the body; the same key with another body is a mistake of the client
 * @param dossier     that the address or the body names, or an empty text: it is locked before anything is looked at
 */
record CommandKey(String tenant, String client, String operation, String key, String requestHash, String dossier) {
    String lockName() {
        return String.join("\u001f", tenant, client, operation, key);
    }
}
