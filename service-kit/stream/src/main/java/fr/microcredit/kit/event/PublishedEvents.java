package fr.microcredit.kit.event;

/** Implemented once by a service that publishes events: its event table. */
public interface PublishedEvents {
    void list(EventTable table);
}
