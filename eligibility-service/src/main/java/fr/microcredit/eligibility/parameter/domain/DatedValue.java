package fr.microcredit.eligibility.parameter.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.kit.domain.Codes;

/**
 * A national value in its two times: when it holds, and since when that is known (decrees often appear after the day they
 * take effect).
 *
 * @param name      such as {@code smic-net-monthly}
 * @param from      first day on which it holds
 * @param to        last day on which it holds; where empty it holds until a later value takes its place
 * @param value     exact, in the unit of its parameter
 * @param source    where it is written
 * @param knownFrom day from which it could be known
 * @param number    in the order in which the platform recorded the values, from 1
 */
public record DatedValue(ParameterName name, LocalDate from, Optional<LocalDate> to, BigDecimal value, String source,
        LocalDate knownFrom, long number) {

    boolean coversEnd(LocalDate day) {
        return to.isEmpty() || !day.isAfter(to.get());
    }

    /** One line that names everything a rule could depend on. */
    String canonical() {
        return String.join("|", Codes.of(name), from.toString(), to.map(LocalDate::toString).orElse(""),
                value.stripTrailingZeros().toPlainString(), knownFrom.toString(), source);
    }
}
