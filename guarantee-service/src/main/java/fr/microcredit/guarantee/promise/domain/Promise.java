package fr.microcredit.guarantee.promise.domain;

import java.util.UUID;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.OfDossier;

/**
 * Public money that was set aside for one loan: a guarantee, a subsidy. A dossier that a bank has refused goes to another one,
 * so each bank's has its own.
 */
public interface Promise extends OfDossier {
    /** Number of the bank's decision that was answered last. */
    int round();

    /** Set aside, and nothing more. */
    boolean isReserved();

    /** Whether a reservation has run out unused. */
    boolean hasLapsed();

    /** @throws IllegalStateException for a dossier that no bank has */
    static String keyOf(About about) {
        return keyOf(about.dossierId(), about.bank());
    }

    static String keyOf(UUID dossierId, String bankId) {
        return dossierId + "/" + bankId;
    }

    @Override
    default String key() {
        return keyOf(about());
    }

    @Override
    default String tenant() {
        return about().officeId();
    }
}
