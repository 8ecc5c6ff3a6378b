package fr.microcredit.guarantee.promise.domain;

import fr.microcredit.kit.domain.OfDossier;

/** Public money that was set aside for one loan: a guarantee, a subsidy. */
public interface Promise extends OfDossier {
    /** Number of the bank's decision that was answered last. */
    int round();

    /** Set aside, and nothing more. */
    boolean isReserved();

    /** Whether a reservation has run out unused. */
    boolean hasLapsed();

    @Override
    default String key() {
        return dossierId().toString();
    }

    @Override
    default String tenant() {
        return about().officeId();
    }
}
