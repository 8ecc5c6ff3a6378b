package fr.microcredit.commission.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.request.Requests;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.session.domain.Ruling;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Actor;

/** What an office's commission sees of its own sessions. */
@ApplicationScoped
public class ReadSessions {
    private final Store<Session> sessions;
    private final Requests requests;

    ReadSessions(Store<Session> sessions, Requests requests) {
        this.sessions = sessions;
        this.requests = requests;
    }

    /** A session with what stands on its agenda. */
    public record Whole(Session session, List<Request> agenda) {
    }

    /** A decision and the session that took it. */
    public record Taken(UUID session, Ruling ruling) {
        private static final String BETWEEN = "/";

        /** Key by which it is found again. */
        public static String key(String dossierId, UUID session) {
            return dossierId + BETWEEN + session;
        }
    }

    public Uni<List<Request>> waiting(String officeId) {
        return requests.waiting(officeId).map(found -> found.stream().map(Kept::state).toList());
    }

    public Uni<Optional<Kept<Whole>>> one(Actor actor, String key) {
        return Beside.of(own(actor, key), requests.ofSession(actor.tenantId(), UUID.fromString(key)),
                (found, agenda) -> found.map(session -> session.with(
                        new Whole(session.state(), agenda.stream().map(Kept::state).toList()))));
    }

    public Uni<Optional<Kept<Taken>>> ruling(Actor actor, String key) {
        int between = key.indexOf(Taken.BETWEEN);
        UUID dossier = UUID.fromString(key.substring(0, between));
        return own(actor, key.substring(between + 1)).map(found -> found.flatMap(kept -> kept.state()
                .rulingOn(dossier).map(ruling -> kept.with(new Taken(kept.state().id(), ruling)))));
    }

    private Uni<Optional<Kept<Session>>> own(Actor actor, String key) {
        return sessions.find(key)
                .map(found -> found.filter(kept -> kept.state().tenant().equals(actor.tenantId())));
    }
}
