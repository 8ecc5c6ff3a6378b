package fr.microcredit.guarantee.rebate;

import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.rebate.domain.Rebate;

/** Where rebates are kept; every method sees the running tenant's rows only. */
public interface Rebates {
    /** Locked until the transaction ends. */
    Uni<Optional<Rebate>> locked(UUID dossierId);

    /** Fails with {@code not-found}. */
    Uni<Rebate> find(UUID dossierId);

    Uni<Void> put(Rebate rebate);
}
