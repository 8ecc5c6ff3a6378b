package fr.microcredit.commission.request;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.request.domain.Request.Status;
import fr.microcredit.commission.request.domain.RequestRules;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.store.Kept;

/** Moves requests onto a session's agenda and off it, many at once. */
@ApplicationScoped
public class Agenda {
    private final Requests requests;

    Agenda(Requests requests) {
        this.requests = requests;
    }

    /** Every request that waits and was assessed by the session's day; gives how many there are. */
    public Uni<Integer> fill(String officeId, UUID session, LocalDate heldOn) {
        return requests.waitingLocked(officeId).chain(found -> move(found,
                request -> !request.lastOn().isAfter(heldOn), request -> RequestRules.putOnAgenda(request, session)));
    }

    /**
     * What stands on the agenda of a session that ends.
     *
     * @param session how the session's own row is locked: after the dossiers, so that nothing comes onto its agenda any more
     */
    public Uni<List<Kept<Request>>> locked(String officeId, UUID id, Supplier<Uni<?>> session) {
        return requests.ofSessionLocked(officeId, id, session);
    }

    /** What was not decided waits for the next session. */
    public Uni<Integer> clear(List<Kept<Request>> agenda) {
        return move(agenda, request -> request.state() == Status.ON_AGENDA, RequestRules::leftOver);
    }

    private Uni<Integer> move(List<Kept<Request>> locked, Predicate<Request> which, UnaryOperator<Request> step) {
        List<Request> moving = locked.stream().map(Kept::state).filter(which).toList();
        return Each.inOrder(moving, request -> requests.save(step.apply(request)).replaceWithVoid())
                .replaceWith(moving.size());
    }
}
