package fr.microcredit.kit.event;

/**
 * An event to publish when the running transaction commits.
 *
 * @param type as listed in the service's {@code contracts/events.json}
 * @param key  of the record, the dossier's identifier on business topics
 * @param data the wire record, or null for a tombstone
 */
public record OutgoingEvent(String type, String key, Object data) {
}
