package fr.microcredit.kit.event;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.kit.domain.About;

/**
 * An event as a consumer sees it.
 *
 * @param id       the producer's identifier; the same on every delivery
 * @param type     CloudEvents type
 * @param version  of its schema
 * @param topic    full name of the topic it came on
 * @param key      of the record
 * @param sequence number of this event among those of its key on its topic, from 1
 * @param parent   the producer's {@code traceparent}, or an empty string
 * @param data     null for a tombstone
 */
public record ReceivedEvent(String id, String type, int version, String topic, String key, long sequence, String parent,
        Envelope envelope, JsonNode data) {

    /** @throws PoisonException for an event that is about no dossier */
    public About about() {
        return envelope.about().orElseThrow(() -> new PoisonException("about-nobody"));
    }

    public UUID dossierId() {
        return about().dossierId();
    }

    /** Business date. */
    public LocalDate on() {
        return envelope.effectiveOn();
    }

    /** A record without a value erases what its key held. */
    public boolean isTombstone() {
        return data == null;
    }
}
