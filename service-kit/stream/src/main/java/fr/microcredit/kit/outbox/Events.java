package fr.microcredit.kit.outbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.event.Envelope;
import fr.microcredit.kit.event.EventTable;

/** Tells the other services, in the running transaction; the rows are written at its end. */
@ApplicationScoped
public class Events {
    private final EventTable table;
    private final Outbox outbox;

    Events(EventTable table, Outbox outbox) {
        this.table = table;
        this.outbox = outbox;
    }

    /**
     * What has happened to a dossier.
     *
     * @param on     business date
     * @param events records of the service's event table, in their order
     */
    public void publish(About about, LocalDate on, List<?> events) {
        Envelope envelope = new Envelope(Optional.of(about), on);
        events.forEach(event -> outbox.add(table.typeOf(event.getClass()), about.dossierId().toString(), envelope,
                event));
    }

    public void publish(About about, LocalDate on, Record event) {
        publish(about, on, List.of(event));
    }

    /** What has happened to something that is no dossier. */
    public void publish(String key, LocalDate on, Record event) {
        outbox.add(table.typeOf(event.getClass()), key, new Envelope(Optional.empty(), on), event);
    }

    /** Takes back what a compacted topic holds for the dossier. */
    public void erase(About about, LocalDate on, Class<? extends Record> kind) {
        outbox.add(table.typeOf(kind), about.dossierId().toString(), new Envelope(Optional.of(about), on), null);
    }
}
