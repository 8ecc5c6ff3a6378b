package fr.microcredit.commission.session;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.domain.Agenda;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.tenancy.Actor;

/** The secretary calls a session; every request that waits comes onto its agenda. */
@ApplicationScoped
public class ConveneSession {
    private final Sessions sessions;
    private final AgendaItems items;
    private final AuditTrail audit;

    ConveneSession(Sessions sessions, AgendaItems items, AuditTrail audit) {
        this.sessions = sessions;
        this.items = items;
        this.audit = audit;
    }

    /** @param heldOn may lie ahead */
    public Uni<Session> handle(Actor actor, LocalDate heldOn) {
        Session session = new Session(UUID.randomUUID(), actor.tenantId(), heldOn, Session.Status.CONVENED,
                Optional.empty(), 0);
        return sessions.add(session).chain(() -> items.lockedWaiting(actor.tenantId()))
                .chain(waiting -> Multi.createFrom().iterable(Agenda.convene(waiting, session)).onItem()
                        .transformToUniAndConcatenate(item -> items.put(item).replaceWith(item)).collect().asList())
                .call(agenda -> audit.record(actor, "session-convened", session.id().toString(),
                        Map.of("heldOn", heldOn.toString(), "requests", agenda.size())))
                .replaceWith(session);
    }
}
