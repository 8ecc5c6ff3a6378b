package fr.microcredit.kit.event;

/**
 * One line of {@code contracts/events.json}: what a service may publish.
 *
 * @param type       CloudEvents type, such as {@code fr.microcredit.bank.disbursed}
 * @param version    of its schema, from 1
 * @param topic      written by this service only
 * @param key        name of the field that is the record's key
 * @param since      platform version that first published it
 * @param restricted whether it carries personal data, so that its outbox row goes as soon as it is relayed
 */
public record EventContract(String type, int version, String topic, String key, String since, boolean restricted) {
    private static final String SCHEMA_URN = "urn:microcredit:";

    /** What stands in {@code ce_dataschema}. */
    public String schemaUri() {
        return SCHEMA_URN + type + ":" + version;
    }

    /** The version in a schema URI, or -1 when it is none of ours. */
    public static int versionOf(String schemaUri) {
        int colon = schemaUri.lastIndexOf(':');
        try {
            return schemaUri.startsWith(SCHEMA_URN) ? Integer.parseInt(schemaUri.substring(colon + 1)) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
