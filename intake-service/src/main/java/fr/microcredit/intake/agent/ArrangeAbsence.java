package fr.microcredit.intake.agent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.agent.domain.Absence;
import fr.microcredit.intake.agent.domain.AbsenceRules;
import fr.microcredit.intake.agent.domain.AbsenceRules.By;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.time.BusinessCalendar;

/** An agent who is away names a colleague who takes care of their dossiers; a manager may do it for them. */
@ApplicationScoped
public class ArrangeAbsence {
    private final Acts acts;
    private final Absences absences;
    private final Agents agents;
    private final BusinessCalendar calendar;

    ArrangeAbsence(Acts acts, Absences absences, Agents agents, BusinessCalendar calendar) {
        this.acts = acts;
        this.absences = absences;
        this.agents = agents;
        this.calendar = calendar;
    }

    /**
     * Who stands in for whom.
     *
     * @param from first day
     * @param to   last day
     */
    public record Wanted(String agent, String substitute, LocalDate from, LocalDate to) {
    }

    public Uni<Kept<Absence>> name(Act act, Wanted wanted) {
        act.noting("agent", wanted.agent()).noting("substitute", wanted.substitute())
                .noting("from", wanted.from().toString()).noting("to", wanted.to().toString());
        UUID id = UUID.randomUUID();
        String office = act.actor().tenantId();
        return agents.known(office, wanted.substitute()).chain(asked -> asked)
                .chain(known -> acts.open(act, absences, on -> AbsenceRules.name(new Absence(id, office, wanted.agent(),
                        wanted.substitute(), wanted.from(), wanted.to(), on), by(act), known)));
    }

    /** @param last day on which the substitute still stands in */
    public Uni<Kept<Absence>> end(Act act, UUID id, LocalDate last) {
        String key = id.toString();
        act.noting("to", last.toString());
        return acts.report(act, absences, key, key, (absence, on) -> AbsenceRules.end(absence, by(act), last, on));
    }

    private static By by(Act act) {
        return new By(act.actor().subject(), act.actor().has(Roles.OFFICE_MANAGER));
    }

    /** Who is away or will be, and who stands in. */
    public Uni<List<Kept<Absence>>> notOver(Actor actor) {
        return calendar.today().chain(today -> absences.notOver(actor.tenantId(), today));
    }

    /** Empty for an identifier that is none of this office. */
    public Uni<Optional<Kept<Absence>>> one(Actor actor, String key) {
        return absences.find(key).map(found -> found.filter(kept -> kept.state().tenant().equals(actor.tenantId())));
    }
}
