package fr.microcredit.guarantee.subsidy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.subsidy.domain.Subsidy;

/** Where subsidies are kept; every method sees the running tenant's rows only. */
public interface Subsidies {
    /** Locked until the transaction ends. */
    Uni<Optional<Subsidy>> locked(UUID dossierId);

    /** Fails with {@code not-found}. */
    Uni<Subsidy> find(UUID dossierId);

    Uni<Void> put(Subsidy subsidy);

    /** The first day from {@code from} to {@code to} on which a part accrues or a reservation runs out. */
    Uni<Optional<LocalDate>> nextWork(LocalDate from, LocalDate to);

    /** Committed subsidies with a part due on the day or before. */
    Uni<List<Subsidy>> lockedDue(LocalDate day);

    /** Reservations that have run out on the day or before. */
    Uni<List<Subsidy>> lockedExpired(LocalDate day);
}
