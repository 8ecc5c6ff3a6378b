package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What has come of interest.
 *
 * @param since   from which the interest of the next instalment runs, if no instalment after it was paid
 * @param carried of times in which nothing was paid
 */
record Accrual(LocalDate since, List<Carried> carried) {
    Accrual {
        carried = List.copyOf(carried);
    }

    Accrual with(Carried... more) {
        return new Accrual(since, Stream.concat(carried.stream(), Stream.of(more)).toList());
    }
}
