package fr.microcredit.eligibility.parameter.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * Every national value that was ever recorded; nothing is changed or removed, a correction is a further value.
 *
 * @param values in the order in which they were recorded
 */
public record Parameters(List<DatedValue> values) {
    public Parameters {
        values = List.copyOf(values);
    }

    /** Number of the newest value: together with a day it names for ever what was known. */
    public long revision() {
        return values.isEmpty() ? 0 : values.get(values.size() - 1).number();
    }

    /** Whether there is one of this name, first day and day of knowledge. */
    public boolean has(DatedValue other) {
        return values.stream().anyMatch(value -> value.name() == other.name() && value.from().equals(other.from())
                && value.knownFrom().equals(other.knownFrom()));
    }

    /**
     * What was known on a day.
     *
     * @param day      values known later are left out
     * @param revision values recorded after this number are left out, so that a replay sees what the first run saw
     */
    public KnownValues knownOn(LocalDate day, long revision) {
        return new KnownValues(values.stream()
                .filter(value -> value.number() <= revision && !value.knownFrom().isAfter(day)).toList());
    }
}
