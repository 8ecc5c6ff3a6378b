package fr.microcredit.intake.timeline.persistence;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.timeline.Timeline;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.sql.Outstanding;
import fr.microcredit.kit.sql.Sql;

/** The timeline as rows that are only ever added. */
@ApplicationScoped
class TimelineTable implements Timeline {
    private static final String PREFIX = "fr.microcredit.";
    private static final String NOTE = """
                                       insert into timeline_entry (dossier_id, office_id, event_id, type, effective_on, data)
                                       select * from unnest(cast(:dossiers as text[]), cast(:offices as text[]), cast(:events as text[]),
                                         cast(:types as text[]), cast(:days as date[]), cast(:data as text[])) on conflict do nothing""";
    private static final String OF = """
                                     select type, effective_on, data from timeline_entry where dossier_id = :dossier
                                     order by effective_on, noted_at, event_id""";

    @Override
    public Uni<Void> note(ReceivedEvent event) {
        Outstanding.gather(TimelineTable.class, event, TimelineTable::note);
        return Uni.createFrom().voidItem();
    }

    private static Sql note(List<ReceivedEvent> events) {
        return Sql.of(NOTE).with("dossiers", events.stream().map(ReceivedEvent::key).toList())
                .with("offices", events.stream().map(event -> event.about().officeId()).toList())
                .with("events", events.stream().map(ReceivedEvent::id).toList())
                .with("types", events.stream().map(event -> event.type().substring(PREFIX.length())).toList())
                .with("days", LocalDate.class, events.stream().map(ReceivedEvent::on).toList())
                .with("data", events.stream().map(event -> event.data().toString()).toList());
    }

    @Override
    public Uni<List<Entry>> of(String dossierId) {
        return Sql.of(OF).with("dossier", dossierId).list(row -> new Entry(row.date("effective_on"),
                row.text("type"), new Verbatim(row.text("data"))));
    }
}
