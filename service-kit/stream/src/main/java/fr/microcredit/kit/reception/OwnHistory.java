package fr.microcredit.kit.reception;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.event.ReceivedEvent;

/**
 * Implemented by whoever can take over what this service has told before: when its database was set back to an earlier state,
 * what it has told since then is applied again and not decided again.
 *
 * @param <E> a sealed kind of the service's own events
 */
public interface OwnHistory<E> {
    /** The kind; every line of the event table with a record of it is read again. */
    Class<E> told();

    /** Applies it; nobody is told again. */
    Uni<Void> takeOver(ReceivedEvent event, E told);
}
