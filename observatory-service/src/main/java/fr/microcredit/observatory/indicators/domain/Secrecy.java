package fr.microcredit.observatory.indicators.domain;

import java.util.OptionalLong;

/**
 * Which cells may be shown: at least a number of persons in them, and for amounts nobody who alone makes up most of it
 * (domain.md A.14). A cell without anybody is below the number too, so a zero gives nothing away.
 *
 * @param personsMin           11, never under 5
 * @param dominancePercentMax  85: the largest share one person may have of an amount
 */
public record Secrecy(int personsMin, int dominancePercentMax) {
    private static final int PERSONS_FLOOR = 5;
    private static final long PERCENT = 100;

    public Secrecy {
        if (personsMin < PERSONS_FLOOR) {
            throw new IllegalArgumentException("A cell may never show fewer than " + PERSONS_FLOOR + " persons");
        }
    }

    public boolean shows(long persons) {
        return persons >= personsMin;
    }

    /** The value where it may be shown. */
    public OptionalLong count(long value, long persons) {
        return shows(persons) ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /** The amount where it may be shown; {@code largest} is the most that one person has of {@code total}. */
    public OptionalLong amount(long value, long persons, long largest, long total) {
        boolean dominated = Math.multiplyExact(largest, PERCENT) > Math.multiplyExact(total,
                (long) dominancePercentMax);
        return shows(persons) && !dominated ? OptionalLong.of(value) : OptionalLong.empty();
    }
}
