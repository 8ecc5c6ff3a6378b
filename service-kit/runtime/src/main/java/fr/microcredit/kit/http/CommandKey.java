package fr.microcredit.kit.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes two requests the same command.
 *
 * @param operation   method and path
 * @param key         the header {@code Idempotency-Key}
 * @param requestHash of the body; the same key with another body is a mistake of the client
 */
record CommandKey(String tenant, String client, String operation, String key, String requestHash) {
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    String lockName() {
        return String.join("\u001f", tenant, client, operation, key);
    }
}
