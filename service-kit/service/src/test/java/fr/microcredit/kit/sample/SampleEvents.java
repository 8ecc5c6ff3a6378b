package fr.microcredit.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.kit.event.EventTable;
import fr.microcredit.kit.event.PublishedEvents;

@ApplicationScoped
class SampleEvents implements PublishedEvents {
    record Noted(String text) {
    }

    /** What the service can take over from its own topic. */
    record LineAdded(String line) {
    }

    @Override
    public void list(EventTable table) {
        table.topic("notes").on(Noted.class, "noted").on(LineAdded.class, "line-added");
    }
}
