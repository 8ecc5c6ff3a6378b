package fr.microcredit.commission.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.request.Requests;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.session.domain.Minutes;
import fr.microcredit.commission.session.domain.Ruling;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.commission.session.domain.Waiting;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** What an office's commission sees of its own sessions. */
@ApplicationScoped
public class ReadSessions {
    private final Store<Session> sessions;
    private final Store<Minutes> minutes;
    private final Requests requests;
    private final BusinessCalendar calendar;

    ReadSessions(Store<Session> sessions, Store<Minutes> minutes, Requests requests, BusinessCalendar calendar) {
        this.sessions = sessions;
        this.minutes = minutes;
        this.requests = requests;
        this.calendar = calendar;
    }

    /** A request that waits for a session, and for how long it has. */
    public record Waits(Request request, Waiting waiting) {
    }

    /** A session with what stands on its agenda, in its order. */
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

    /** A request as a session looks at it. */
    public record Item(Session session, Request request) {
    }

    /** By the business date; in the order of their arrival. */
    public Uni<List<Waits>> waiting(String officeId) {
        return Beside.of(calendar.today(), requests.waiting(officeId), (today, found) -> found.stream()
                .map(kept -> new Waits(kept.state(), Waiting.since(kept.state().day(), today))).toList());
    }

    /** Empty for a session that is not the actor's office's; refused as long as it is not closed. */
    public Uni<Optional<Minutes>> minutes(Actor actor, UUID session) {
        String key = session.toString();
        return Beside.of(own(actor, key), minutes.find(key), (found, sealed) -> found
                .map(known -> sealed.map(Kept::state).orElseThrow(
                        () -> RefusedException.of(Reason.conflict("session-state")))));
    }

    public Uni<Optional<Kept<Whole>>> one(Actor actor, String key) {
        return Beside.of(own(actor, key), requests.ofSession(actor.tenantId(), UUID.fromString(key)),
                (found, agenda) -> found.map(session -> session.with(new Whole(session.state(), session.state()
                        .inOrder(agenda.stream().map(Kept::state).toList(), Request::dossierId)))));
    }

    public Uni<Optional<Kept<Taken>>> ruling(Actor actor, String key) {
        int between = key.indexOf(Taken.BETWEEN);
        UUID dossier = UUID.fromString(key.substring(0, between));
        return own(actor, key.substring(between + 1)).map(found -> found.flatMap(kept -> kept.state()
                .rulingOn(dossier).map(ruling -> kept.with(new Taken(kept.state().id(), ruling)))));
    }

    /** @param key as of a decision: of the dossier and the session */
    public Uni<Optional<Item>> item(Actor actor, String key) {
        int between = key.indexOf(Taken.BETWEEN);
        return Beside.of(own(actor, key.substring(between + 1)), requests.find(key.substring(0, between)),
                (session, request) -> session.flatMap(held -> request.map(Kept::state)
                        .filter(known -> known.tenant().equals(actor.tenantId()))
                        .map(known -> new Item(held.state(), known))));
    }

    private Uni<Optional<Kept<Session>>> own(Actor actor, String key) {
        return sessions.find(key)
                .map(found -> found.filter(kept -> kept.state().tenant().equals(actor.tenantId())));
    }
}
