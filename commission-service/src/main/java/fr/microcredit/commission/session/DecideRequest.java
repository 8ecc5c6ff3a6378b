package fr.microcredit.commission.session;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.domain.AgendaItem;
import fr.microcredit.commission.session.domain.Ruling;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.problem.Violation;
import fr.microcredit.kit.tenancy.Actor;

/** The commission approves, refuses with reasons or adjourns; who chairs the session records it. */
@ApplicationScoped
public class DecideRequest {
    private final Sessions sessions;
    private final AgendaItems items;
    private final CommissionPublisher publisher;
    private final AuditTrail audit;

    DecideRequest(Sessions sessions, AgendaItems items, CommissionPublisher publisher, AuditTrail audit) {
        this.sessions = sessions;
        this.items = items;
        this.publisher = publisher;
        this.audit = audit;
    }

    /** One decision on one request. */
    public record Command(UUID session, UUID dossierId, Ruling ruling) {
    }

    /** The same decision again gives the same answer; another one is refused. */
    public Uni<Sessions.Taken> handle(Actor actor, Command command) {
        if (command.ruling().kind() == Ruling.Kind.REFUSED && command.ruling().reasons().isEmpty()) {
            throw new ProblemException(CommissionProblems.REASON_REQUIRED, Violation.at("/reasons", "required"));
        }
        return sessions.locked(actor.tenantId(), command.session())
                .chain(session -> sessions.ruling(session.id(), command.dossierId())
                        .chain(before -> before.isPresent()
                                ? repeat(before.get(), command)
                                : decide(actor, session, command)));
    }

    private static Uni<Sessions.Taken> repeat(Sessions.Taken before, Command command) {
        if (!before.ruling().equals(command.ruling())) {
            throw new ProblemException(CommissionProblems.DECIDED_OTHERWISE);
        }
        return Uni.createFrom().item(before);
    }

    private Uni<Sessions.Taken> decide(Actor actor, Session session, Command command) {
        if (!session.isChairedBy(actor.subject())) {
            throw new ProblemException(CommissionProblems.NOT_IN_THE_CHAIR);
        }
        return items.locked(command.dossierId())
                .map(item -> item.filter(found -> found.officeId().equals(actor.tenantId()))
                        .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND)))
                .chain(item -> keep(actor, session, item, command.ruling()));
    }

    private Uni<Sessions.Taken> keep(Actor actor, Session session, AgendaItem item, Ruling ruling) {
        AgendaItem decided = ruling.on(item, session)
                .orElseThrow(() -> new ProblemException(CommissionProblems.NOT_ON_THE_AGENDA));
        Sessions.Taken taken = new Sessions.Taken(session.id(), item.dossierId(), item.officeId(), item.revision(),
                ruling);
        return items.put(decided).chain(() -> sessions.addRuling(taken, actor.subject()))
                .chain(() -> publisher.decided(decided, session, ruling))
                .chain(() -> audit.record(actor, "request-" + ruling.kind().code(), item.dossierId().toString(),
                        Map.of("session", session.id().toString(), "effectiveOn", session.heldOn().toString(),
                                "reasons",
                                ruling.reasons())))
                .replaceWith(taken);
    }
}
