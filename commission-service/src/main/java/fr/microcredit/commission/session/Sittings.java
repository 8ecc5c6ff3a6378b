package fr.microcredit.commission.session;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.committee.domain.Committee;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** Sessions while they are held, with their office's committee: what is done in one is dated by the day it is held on. */
@ApplicationScoped
class Sittings {
    private final Store<Session> sessions;
    private final Store<Committee> committees;

    Sittings(Store<Session> sessions, Store<Committee> committees) {
        this.sessions = sessions;
        this.committees = committees;
    }

    /** By the session's own key before its row, like every act on a session alone. */
    <T> Uni<T> onItsDay(Act act, UUID id, BiFunction<Act, Optional<Committee>, Uni<T>> work) {
        return Locks.ahead(id.toString()).chain(() -> duringIt(act, id, work));
    }

    /**
     * The session's row is locked first. The committee is as it stands at that moment: a mandate that is ended a moment later
     * ends after the act.
     */
    <T> Uni<T> duringIt(Act act, UUID id, BiFunction<Act, Optional<Committee>, Uni<T>> work) {
        return Beside.of(sessions.locked(id.toString()), of(act), (found, committee) -> {
            Session session = found.map(Kept::state).filter(its -> its.tenant().equals(act.actor().tenantId()))
                    .orElseThrow(RefusedException::unknown);
            return work.apply(act.on(session.heldOn(), ""), committee);
        }).chain(Function.identity());
    }

    /** By its own key before its row, for an act that locks what stands on its agenda as well. */
    Uni<Optional<Kept<Session>>> locked(UUID id) {
        return Locks.ahead(id.toString()).chain(() -> sessions.locked(id.toString()));
    }

    /** The committee of the actor's office. */
    Uni<Optional<Committee>> of(Act act) {
        return committees.find(act.actor().tenantId()).map(found -> found.map(Kept::state));
    }
}
