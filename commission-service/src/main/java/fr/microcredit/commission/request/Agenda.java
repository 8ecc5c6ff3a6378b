package fr.microcredit.commission.request;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.request.domain.Request.Status;
import fr.microcredit.commission.request.domain.RequestRules;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;

/**
 * Moves requests onto a session's agenda and off it, many at once. Dossiers are locked before rows, in the one order; what has
 * changed until the lock was there is looked at again.
 */
@ApplicationScoped
public class Agenda {
    private final Requests requests;

    Agenda(Requests requests) {
        this.requests = requests;
    }

    /** Every request that waits and was assessed by the session's day; gives how many there are. */
    public Uni<Integer> fill(String officeId, UUID session, LocalDate heldOn) {
        return move(requests.waiting(officeId),
                request -> request.state() == Status.WAITING && !request.lastOn().isAfter(heldOn),
                request -> RequestRules.putOnAgenda(request, session));
    }

    /** What waits for a session that closes: its dossiers, locked before the session's own row. */
    public Uni<Void> lock(String officeId, UUID session) {
        return requests.ofSession(officeId, session).chain(found -> Locks.all(keys(found)));
    }

    /** What was not decided waits for the next session. */
    public Uni<Integer> clear(String officeId, UUID session) {
        return move(requests.ofSession(officeId, session), request -> request.state() == Status.ON_AGENDA,
                RequestRules::leftOver);
    }

    private Uni<Integer> move(Uni<List<Kept<Request>>> candidates, Predicate<Request> still,
            UnaryOperator<Request> step) {
        return candidates.call(found -> Locks.all(keys(found)))
                .chain(found -> Each.mapped(keys(found), requests::locked))
                .map(locked -> locked.stream().flatMap(kept -> kept.stream()).map(Kept::state).filter(still).toList())
                .call(moving -> Each.inOrder(moving, request -> requests.save(step.apply(request)).replaceWithVoid()))
                .map(List::size);
    }

    private static List<String> keys(List<Kept<Request>> found) {
        return found.stream().map(Kept::key).sorted().toList();
    }
}
