package fr.microcredit.commission.session;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.domain.Agenda;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.http.Versions;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** An elected person opens and closes a session. */
@ApplicationScoped
public class ChairSession {
    private final Sessions sessions;
    private final AgendaItems items;
    private final AuditTrail audit;
    private final BusinessCalendar calendar;

    ChairSession(Sessions sessions, AgendaItems items, AuditTrail audit, BusinessCalendar calendar) {
        this.sessions = sessions;
        this.items = items;
        this.audit = audit;
        this.calendar = calendar;
    }

    /** Not before its day. */
    public Uni<Session> open(Actor actor, UUID id, long version, Session.Capacity capacity) {
        return found(actor, id, version).call(session -> calendar.dateOf(session.heldOn(), ""))
                .map(session -> session.open(new Session.Chair(actor.subject(), capacity))
                        .orElseThrow(() -> new ProblemException(CommissionProblems.SESSION_STATE)))
                .chain(sessions::save).call(session -> audit.record(actor, "session-opened", id.toString(),
                        Map.of("capacity", capacity.name())));
    }

    /** What was not decided waits for the next session. */
    public Uni<Session> close(Actor actor, UUID id, long version) {
        return found(actor, id, version)
                .map(session -> session.close(actor.subject())
                        .orElseThrow(() -> new ProblemException(CommissionProblems.NOT_IN_THE_CHAIR)))
                .chain(sessions::save).call(session -> returnLeftOver(id))
                .call(session -> audit.record(actor, "session-closed", id.toString(), Map.of()));
    }

    private Uni<Session> found(Actor actor, UUID id, long version) {
        return sessions.locked(actor.tenantId(), id).invoke(session -> Versions.check(version, session.version()));
    }

    private Uni<Void> returnLeftOver(UUID id) {
        return items.lockedOfSession(id).chain(onIt -> Multi.createFrom().iterable(Agenda.leftOver(onIt)).onItem()
                .transformToUniAndConcatenate(item -> items.put(item).replaceWith(item)).collect().asList())
                .replaceWithVoid();
    }
}
