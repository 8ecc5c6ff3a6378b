package fr.microcredit.intake.timeline.persistence;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.timeline.Timeline;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.sql.Sql;

/** The timeline as rows that are only ever added. */
@ApplicationScoped
class TimelineTable implements Timeline {
    private static final String PREFIX = "fr.microcredit.";
    private static final String NOTE = """
                                       insert into timeline_entry (dossier_id, office_id, event_id, type, effective_on, data)
                                       values (:dossier, :office, :event, :type, :on, :data) on conflict do nothing""";
    private static final String OF = """
                                     select type, effective_on, data from timeline_entry where dossier_id = :dossier
                                     order by effective_on, noted_at, event_id""";

    @Override
    public Uni<Void> note(ReceivedEvent event) {
        return Sql.of(NOTE).with("dossier", event.key()).with("office", event.about().officeId())
                .with("event", event.id()).with("type", event.type().substring(PREFIX.length()))
                .with("on", event.on()).with("data", event.data().toString()).update().replaceWithVoid();
    }

    @Override
    public Uni<List<Entry>> of(String dossierId) {
        return Sql.of(OF).with("dossier", dossierId).list(row -> new Entry(row.date("effective_on"),
                row.text("type"), new Verbatim(row.text("data"))));
    }
}
