package fr.microcredit.kit.act;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.OfDossier;
import fr.microcredit.kit.outbox.Events;
import fr.microcredit.kit.reception.Reception;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/**
 * The way an event of another service goes: the state, what follows from the event, and what others are told of that. The
 * dossier is locked by the batch the event came in. The date is the event's, never a clock's.
 */
@ApplicationScoped
public class Reactions {
    private final Events events;

    Reactions(Events events) {
        this.events = events;
    }

    /**
     * @param rule empty where what the event builds on has not come yet
     */
    public <S extends OfDossier, E> Uni<Reception> whenReady(Store<S> store, String key, LocalDate on,
            Function<Optional<S>, Optional<Decision.Accepted<S, E>>> rule) {
        return store.locked(key).chain(known -> rule.apply(known.map(Kept::state))
                .map(accepted -> keep(store, known, accepted, on).replaceWith(Reception.APPLIED))
                .orElse(Uni.createFrom().item(Reception.EARLY)));
    }

    /** The same where no order matters. */
    public <S extends OfDossier, E> Uni<Void> always(Store<S> store, String key, LocalDate on,
            Function<Optional<S>, Decision.Accepted<S, E>> rule) {
        return store.locked(key).chain(known -> keep(store, known, rule.apply(known.map(Kept::state)), on));
    }

    /** Where there is something to change, and only there. */
    public <S extends OfDossier, E> Uni<Void> ifKnown(Store<S> store, String key, LocalDate on,
            Function<S, Decision.Accepted<S, E>> rule) {
        return store.locked(key).chain(known -> known.isEmpty()
                ? Uni.createFrom().voidItem()
                : keep(store, known, rule.apply(known.get().state()), on));
    }

    /** Keeps a state with what others are told of it. */
    public <S extends OfDossier, E> Uni<Void> keep(Store<S> store, Optional<Kept<S>> known,
            Decision.Accepted<S, E> accepted, LocalDate on) {
        return store.put(known, accepted.state())
                .invoke(kept -> events.publish(accepted.state().about(), on, accepted.events())).replaceWithVoid();
    }
}
