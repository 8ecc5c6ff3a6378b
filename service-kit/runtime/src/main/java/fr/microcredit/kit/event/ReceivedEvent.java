package fr.microcredit.kit.event;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An event as a consumer sees it.
 *
 * @param id       the producer's identifier; the same on every delivery
 * @param type     CloudEvents type
 * @param version  of its schema
 * @param topic    it came on
 * @param key      of the record
 * @param sequence number of this event among those of its key on its topic, from 1
 * @param parent   the producer's {@code traceparent}, or an empty string
 * @param data     null for a tombstone
 */
public record ReceivedEvent(String id, String type, int version, String topic, String key, long sequence, String parent,
        JsonNode data) {
    /** The text of a top-level field, or an empty string. */
    public String field(String name) {
        return data == null ? "" : data.path(name).asText("");
    }
}
