package fr.microcredit.guarantee.subsidy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.subsidy.domain.Subsidy;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** Where subsidies are kept. */
public interface Subsidies extends Store<Subsidy> {
    /** The first day from {@code from} to {@code to} on which a part accrues or a reservation runs out. */
    Uni<Optional<LocalDate>> nextDue(LocalDate from, LocalDate to);

    /** Those with a part due, or a reservation that has run out, on the day or before; locked. */
    Uni<List<Kept<Subsidy>>> due(LocalDate day);
}
