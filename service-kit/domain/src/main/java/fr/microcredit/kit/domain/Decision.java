package fr.microcredit.kit.domain;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What became of an act: a new state with what others are told, or a refusal with every reason. A refusal that somebody
 * outside has to learn is no refusal here but a state of its own, with its event.
 *
 * @param <S> state
 * @param <E> events
 */
public sealed interface Decision<S, E> {
    /**
     * The act holds.
     *
     * @param state  after it
     * @param events in their order; an act that was recorded before has none and leaves the state as it is
     */
    record Accepted<S, E>(S state, List<E> events) implements Decision<S, E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * The act does not hold.
     *
     * @param reasons all of them, the weightiest first
     */
    record Refused<S, E>(List<Reason> reasons) implements Decision<S, E> {
        public Refused {
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("A refusal has a reason");
            }
            reasons = List.copyOf(reasons);
        }
    }

    static <S, E> Decision<S, E> accepted(S state, E event) {
        return new Accepted<>(state, List.of(event));
    }

    static <S, E> Decision<S, E> accepted(S state, List<E> events) {
        return new Accepted<>(state, events);
    }

    /** The same act again: nothing changes, nobody is told anything. */
    static <S, E> Decision<S, E> unchanged(S state) {
        return new Accepted<>(state, List.of());
    }

    static <S, E> Decision<S, E> refused(Reason... reasons) {
        return new Refused<>(List.of(reasons));
    }

    /** Refused with these reasons, or what the act leads to where there are none. */
    static <S, E> Decision<S, E> unless(List<Reason> reasons, Supplier<Decision<S, E>> act) {
        return reasons.isEmpty() ? act.get() : new Refused<>(reasons);
    }

    /** @throws X made of the reasons, when the act does not hold */
    default <X extends RuntimeException> Accepted<S, E> orThrow(Function<List<Reason>, X> refusal) {
        if (this instanceof Refused<S, E> refused) {
            throw refusal.apply(refused.reasons());
        }
        return (Accepted<S, E>) this;
    }

    /** Whether the act holds. */
    default boolean holds() {
        return this instanceof Accepted;
    }
}
