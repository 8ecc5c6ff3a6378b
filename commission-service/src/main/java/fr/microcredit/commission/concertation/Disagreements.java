package fr.microcredit.commission.concertation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.concertation.domain.Disagreement;

/** Where disagreements are kept; every method sees the running tenant's rows only. */
public interface Disagreements {
    /** Locked until the transaction ends. */
    Uni<Optional<Disagreement>> locked(UUID dossierId);

    Uni<Void> put(Disagreement disagreement);

    /** Those that are not settled. */
    Uni<List<Disagreement>> open(String officeId);
}
