package fr.microcredit.eligibility.exposure;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.money.Money;

/**
 * Principal of a person's guaranteed loans and reservations over all offices, as guarantee-service has told it; by random
 * identifiers only. One meaning everywhere: what is guaranteed, until its own reservation lapses (domain.md A.11).
 */
public interface Exposures {
    /** @param principal takes the place of what was known of this dossier; zero where nothing is guaranteed any more */
    Uni<Void> put(About about, Money principal);

    /** What the person of a dossier owes or has been promised besides it. */
    Uni<Money> besides(About about);
}
