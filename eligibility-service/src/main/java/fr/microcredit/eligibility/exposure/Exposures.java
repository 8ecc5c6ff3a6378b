package fr.microcredit.eligibility.exposure;

import java.time.LocalDate;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.money.Money;

/** What persons owe or have been promised, over all offices; only sums ever leave. */
public interface Exposures {
    /** How far a dossier's loan has come. */
    enum State {
        /** A bank has accepted and not yet paid out. */
        PROMISED,
        /** Principal outstanding. */
        OUTSTANDING
    }

    /** @param amount promised or outstanding principal, which takes the place of what was known of this dossier */
    Uni<Void> put(UUID dossierId, UUID personId, State state, Money amount, LocalDate since);

    /** Nothing is owed or promised any more. */
    Uni<Void> remove(UUID dossierId);

    /**
     * What a person owes or has been promised besides one dossier.
     *
     * @param promisedSince promises older than this have lapsed
     */
    Uni<Money> besides(UUID personId, UUID dossierId, LocalDate promisedSince);
}
