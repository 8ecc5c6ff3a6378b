package fr.microcredit.commission.session;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.domain.AgendaItem;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.kit.tenancy.Actor;

/** What the commission sees. */
@ApplicationScoped
public class ReadSessions {
    private final Sessions sessions;
    private final AgendaItems items;

    ReadSessions(Sessions sessions, AgendaItems items) {
        this.sessions = sessions;
        this.items = items;
    }

    /** A session with what stands on its agenda and what it has decided. */
    public record Whole(Session session, List<AgendaItem> agenda, List<Sessions.Taken> rulings) {
    }

    public Uni<List<AgendaItem>> waiting(Actor actor) {
        return items.waiting(actor.tenantId());
    }

    public Uni<List<Session>> list(Actor actor, int limit) {
        return sessions.list(actor.tenantId(), limit);
    }

    /** Fails with {@code not-found} for a session of another office. */
    public Uni<Whole> one(Actor actor, UUID id) {
        return sessions.find(actor.tenantId(), id).chain(session -> items.ofSession(id)
                .chain(agenda -> sessions.rulings(id).map(rulings -> new Whole(session, agenda, rulings))));
    }
}
