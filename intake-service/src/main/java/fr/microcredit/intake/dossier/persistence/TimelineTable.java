package fr.microcredit.intake.dossier.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.dossier.Timeline;
import fr.microcredit.kit.sql.Sql;

/** The timeline as rows that are only ever added. */
@ApplicationScoped
class TimelineTable implements Timeline {
    private static final String NOTE = """
                                       insert into timeline_entry (dossier_id, office_id, event_id, type, sequence, effective_on, data)
                                       values (:dossier, :office, :event, :type, :sequence, :on, :data) on conflict do nothing""";
    private static final String OF = """
                                     select office_id, event_id, type, sequence, cast(effective_on as text), data from timeline_entry
                                     where dossier_id = :dossier order by effective_on, noted_at, event_id""";

    @Override
    public Uni<Void> note(Entry entry) {
        return Sql.of(NOTE).with("dossier", entry.dossierId()).with("office", entry.officeId())
                .with("event", entry.eventId()).with("type", entry.type()).with("sequence", entry.sequence())
                .with("on", entry.on()).with("data", entry.data()).update().replaceWithVoid();
    }

    @Override
    public Uni<List<Entry>> of(UUID dossierId) {
        return Sql.of(OF).with("dossier", dossierId).list(row -> new Entry(dossierId, row.text(0), row.text(1),
                row.text(2), row.number(3), LocalDate.parse(row.text(4)), row.text(5)));
    }
}
