package fr.microcredit.intake.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

/** What has happened to a dossier, seen from the office. */
public interface Timeline {
    /**
     * @param eventId  of the event behind it
     * @param type     CloudEvents type
     * @param sequence of the event on its topic
     * @param data     of the event as JSON; events on these topics carry nothing that names a person
     */
    record Entry(UUID dossierId, String officeId, String eventId, String type, long sequence, LocalDate on,
            String data) {
    }

    Uni<Void> note(Entry entry);

    /** In the order of business dates. */
    Uni<List<Entry>> of(UUID dossierId);
}
