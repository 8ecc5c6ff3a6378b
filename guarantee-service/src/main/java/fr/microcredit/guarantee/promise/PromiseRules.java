package fr.microcredit.guarantee.promise;

import java.util.Optional;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.promise.domain.Asking;
import fr.microcredit.guarantee.promise.domain.Promise;
import fr.microcredit.guarantee.promise.domain.PromiseEvent;

/**
 * What one kind of promise decides. The ledger is locked whenever one of these is asked, so that balances hold until the
 * transaction ends.
 *
 * @param <P> the promise
 * @param <A> what asks for it
 * @param <E> its events
 */
public interface PromiseRules<P extends Promise, A extends Asking, E extends PromiseEvent<P>> {
    /** Reserved, or declined with every reason. */
    Uni<E> reserve(A asking);

    /** The loan is paid out. */
    Uni<E> takeUp(P reserved, A asking);

    /** The bank has decided again. */
    E giveBack(P reserved);

    /** What the promise keeps of the agreement, where it keeps any and does not have it yet. */
    default Optional<P> agreed(P promise, A asking) {
        return Optional.empty();
    }

}
