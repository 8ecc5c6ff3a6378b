package fr.microcredit.guarantee.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** Where guarantees are kept. */
public interface Guarantees extends Store<Guarantee> {
    /** The first day from {@code from} to {@code to} on which a reservation runs out. */
    Uni<Optional<LocalDate>> nextExpiry(LocalDate from, LocalDate to);

    /** Reservations that have run out on the day or before, locked. */
    Uni<List<Kept<Guarantee>>> expired(LocalDate day);
}
