package fr.microcredit.kit.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.Aggregate;

/**
 * Where aggregates of one kind are kept: read whole, changed, written whole. Every method sees the rows of the running
 * transaction's scope only.
 */
public interface Store<T extends Aggregate> {
    /** Locked until the transaction ends. */
    Uni<Optional<Kept<T>>> locked(String key);

    Uni<Optional<Kept<T>>> find(String key);

    /** A new one. */
    Uni<Kept<T>> add(T state);

    /** Writes one anew that was read with its lock in this transaction, and counts its version up. */
    Uni<Kept<T>> save(T state);

    /** What follows from what is known, or nothing: adds or writes anew. */
    default Uni<Kept<T>> put(Optional<Kept<T>> known, T state) {
        if (known.isEmpty()) {
            return add(state);
        }
        return known.get().state().equals(state) ? Uni.createFrom().item(known.get()) : save(state);
    }

    /** Newest day first. */
    Uni<List<Kept<T>>> page(Filter filter);

    /**
     * Which part of which list.
     *
     * @param tenant whose
     * @param status in kebab case, or empty for all
     * @param before where the part before this one ended, or empty for the first
     * @param limit  most to give
     */
    record Filter(String tenant, Optional<String> status, Optional<Place> before, int limit) {
    }

    /** A place in a list: the last one seen. */
    record Place(LocalDate day, String key) {
    }
}
