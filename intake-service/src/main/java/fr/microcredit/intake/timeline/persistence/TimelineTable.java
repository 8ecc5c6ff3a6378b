package fr.microcredit.intake.timeline.persistence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.agent.domain.Agent;
import fr.microcredit.intake.timeline.StandIns;
import fr.microcredit.intake.timeline.StandIns.Noted;
import fr.microcredit.intake.timeline.Timeline;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.sql.Outstanding;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/** What was told as rows that are only ever added; what the office has done stands in its audit chain. */
@ApplicationScoped
class TimelineTable implements Timeline {
    private static final String PREFIX = "fr.microcredit.";
    private static final String SENT = "dossier.transmitted";
    private static final String LATE = "office.bank-late";
    private static final String SAID = """
                                       select dossier_id, event_id from timeline_entry
                                       where type = 'office.bank-late' and dossier_id = any(:dossiers)""";
    private static final String NOTE = """
                                       insert into timeline_entry (dossier_id, office_id, event_id, type, effective_on, data)
                                       select * from unnest(cast(:dossiers as text[]), cast(:offices as text[]), cast(:events as text[]),
                                         cast(:types as text[]), cast(:days as date[]), cast(:data as text[])) on conflict do nothing""";
    private static final String OF = """
                                     select effective_on as on_day, noted_at as recorded, type, cast(null as text) as actor,
                                       cast(null as text) as actor_name, cast(null as text) as entrusted,
                                       cast(null as text) as entrusted_name, cast(null as text) as away, data, event_id as last
                                     from timeline_entry where dossier_id = :dossier
                                     union all
                                     select coalesce(cast(cast(detail as json) ->> 'effectiveOn' as date),
                                              cast(cast(at as timestamptz) at time zone 'Europe/Paris' as date)),
                                            cast(at as timestamptz), 'dossier.' || regexp_replace(act, '^dossier-', ''), actor,
                                            own.name, other.subject, other.name,
                                            (select cast(json_agg(json_build_object('subject', a.agent, 'name', g.name)) as text)
                                              from absence a left join agent g on g.office_id = a.tenant and g.subject = a.agent
                                              where a.tenant = :office and a.substitute = actor
                                                and cast(cast(detail as json) ->> 'effectiveOn' as date) between a.sort_day and a.to_day),
                                            detail, cast(number as text)
                                     from audit_entry
                                       left join agent own on own.office_id = :office and own.subject = actor
                                       left join agent other on other.office_id = :office
                                         and other.subject = cast(detail as json) ->> 'agent'
                                     where tenant = :office and audit_entry.subject = :dossier
                                     order by on_day, recorded, type, last""";

    private record Line(About about, String event, String type, LocalDate on, String data) {
        boolean isSent() {
            return type.equals(SENT);
        }
    }

    @Override
    public Uni<Void> note(ReceivedEvent event) {
        gather(new Line(event.about(), event.id(), event.type().substring(PREFIX.length()), event.on(),
                event.data().toString()));
        return Uni.createFrom().voidItem();
    }

    @Override
    public void sent(About about, int revision, LocalDate on) {
        gather(new Line(about, SENT + "/" + revision, SENT, on, KitJson.write(Map.of("revision", revision))));
    }

    @Override
    public void late(Late late, LocalDate on) {
        gather(new Line(late.about(), name(late), LATE, on, KitJson.write(Map.of("reason", late.question(),
                "since", late.since().toString(), "bankId", late.about().bank()))));
    }

    @Override
    public Uni<Set<Late>> said(List<Late> late) {
        return Sql.of(SAID).with("dossiers", late.stream().map(each -> each.about().dossierId().toString()).toList())
                .list(row -> row.text("dossier_id") + row.text("event_id")).map(Set::copyOf)
                .map(said -> late.stream().filter(each -> said.contains(each.about().dossierId() + name(each)))
                        .collect(Collectors.toSet()));
    }

    private static String name(Late late) {
        return LATE + "/" + late.question() + "/" + late.since();
    }

    private static void gather(Line line) {
        Outstanding.gather(TimelineTable.class, line, TimelineTable::note);
    }

    /** What goes to the bank goes behind what has sent it, whichever was heard first. */
    private static Sql note(List<Line> gathered) {
        List<Line> lines = gathered.stream().sorted(Comparator.comparing(Line::isSent)).toList();
        return Sql.of(NOTE).with("dossiers", lines.stream().map(line -> line.about().dossierId().toString()).toList())
                .with("offices", lines.stream().map(line -> line.about().officeId()).toList())
                .with("events", lines.stream().map(Line::event).toList())
                .with("types", lines.stream().map(Line::type).toList())
                .with("days", LocalDate.class, lines.stream().map(Line::on).toList())
                .with("data", lines.stream().map(Line::data).toList());
    }

    @Override
    public Uni<List<Entry>> of(String officeId, String dossierId) {
        return Sql.of(OF).with("office", officeId).with("dossier", dossierId)
                .list(row -> new Noted(new Entry(row.date("on_day"), row.moment("recorded").toInstant(),
                        row.text("type"), agent(row, "actor", "actor_name"), Optional.empty(),
                        agent(row, "entrusted", "entrusted_name"), new Verbatim(row.text("data"))),
                        row.maybe("away", Row::text).map(away -> List.of(KitJson.read(away, Agent[].class)))
                                .orElse(List.of())))
                .map(StandIns::told);
    }

    private static Optional<Agent> agent(Row row, String subject, String name) {
        return row.maybe(subject, Row::text).map(known -> new Agent(known, row.maybe(name, Row::text)));
    }
}
