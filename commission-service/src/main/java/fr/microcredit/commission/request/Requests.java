package fr.microcredit.commission.request;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** Where requests are kept. */
public interface Requests extends Store<Request> {
    /** Requests that wait for a session, in the order of their arrival. */
    Uni<List<Kept<Request>>> waiting(String officeId);

    /** The same, locked with their dossiers; one that comes meanwhile waits for another session. */
    Uni<List<Kept<Request>>> waitingLocked(String officeId);

    /** What stands on the agenda of an office's session, in the order of its arrival. */
    Uni<List<Kept<Request>>> ofSession(String officeId, UUID session);

    /**
     * The same, locked, after the dossiers of those that stand there at the beginning.
     *
     * @param between locks the session after the dossiers and before the requests: one that has come onto the agenda until
     *                then is among them
     */
    Uni<List<Kept<Request>>> ofSessionLocked(String officeId, UUID session, Supplier<Uni<?>> between);
}
