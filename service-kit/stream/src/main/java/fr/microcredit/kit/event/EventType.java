package fr.microcredit.kit.event;

/**
 * What an event is called on the wire.
 *
 * @param topic      short name, such as {@code bank}
 * @param name       what happened, in kebab case, such as {@code disbursed}
 * @param version    of its schema, from 1
 * @param restricted whether it carries personal data
 */
public record EventType(String topic, String name, int version, boolean restricted) {
    private static final String TOPICS = "microcredit.";
    private static final String TYPES = "fr.microcredit.";
    private static final String SCHEMAS = "urn:microcredit:";

    /** Full name of a topic. */
    public static String topicName(String shortName) {
        return TOPICS + shortName;
    }

    /** CloudEvents type. */
    public static String typeName(String topic, String name) {
        return TYPES + topic + "." + name;
    }

    /** Both can not stand in one table: the same event twice, or a topic that is restricted and is not. */
    boolean excludes(EventType other) {
        return topic.equals(other.topic)
                && (restricted != other.restricted || name.equals(other.name) && version == other.version);
    }

    public String topicName() {
        return topicName(topic);
    }

    /** CloudEvents type, such as {@code fr.microcredit.bank.disbursed}. */
    public String type() {
        return typeName(topic, name);
    }

    /** What stands in {@code ce_dataschema}. */
    public String schemaUri() {
        return SCHEMAS + type() + ":" + version;
    }

    /** The version in a schema's URI, or -1 when it is none of ours. */
    public static int versionOf(String schemaUri) {
        int colon = schemaUri.lastIndexOf(':');
        try {
            return schemaUri.startsWith(SCHEMAS) ? Integer.parseInt(schemaUri.substring(colon + 1)) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
