package fr.microcredit.eligibility.scheme.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A value of law or convention with its time.
 *
 * @param from   first day on which it holds
 * @param to     last day on which it holds, open where empty
 * @param value  exact, in the unit of its parameter
 * @param source where it is written
 */
public record DatedValue(LocalDate from, Optional<LocalDate> to, BigDecimal value, String source) {
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
