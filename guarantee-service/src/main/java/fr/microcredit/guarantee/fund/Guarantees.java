package fr.microcredit.guarantee.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.kit.money.Money;

/** Where guarantees are kept; every method sees the running tenant's rows only. */
public interface Guarantees {
    /** Locked until the transaction ends. */
    Uni<Optional<Guarantee>> locked(UUID dossierId);

    /** Fails with {@code not-found}. */
    Uni<Guarantee> find(UUID dossierId);

    Uni<Void> put(Guarantee guarantee);

    /** Principal of a person's guaranteed loans and reservations over all offices, locked until the transaction ends. */
    Uni<Money> lockedExposure(UUID personId);

    Uni<Void> changeExposure(UUID personId, Money by);

    /** The first day from {@code from} to {@code to} on which a reservation runs out. */
    Uni<Optional<LocalDate>> nextExpiry(LocalDate from, LocalDate to);

    /** Reservations that have run out on the day or before. */
    Uni<List<Guarantee>> lockedExpired(LocalDate day);
}
