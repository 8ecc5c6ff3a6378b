package fr.microcredit.intake.timeline;

import java.time.LocalDate;
import java.util.List;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.event.ReceivedEvent;

/** What has happened to a dossier, seen from the office; events on these topics carry nothing that names a person. */
public interface Timeline {
    /**
     * @param on   business date
     * @param type of the event, such as {@code bank.disbursed}
     * @param data of the event
     */
    record Entry(LocalDate on, String type, Verbatim data) {
    }

    Uni<Void> note(ReceivedEvent event);

    /** In the order of business dates. */
    Uni<List<Entry>> of(String dossierId);
}
