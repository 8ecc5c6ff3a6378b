package fr.microcredit.kit.loan;

import java.math.BigDecimal;

import ch.obermuhlner.math.big.BigDecimalMath;

/** Factors {@code (1 + X)^-t} at one rate; whole periods are powers of one number, and flows mostly come in order. */
final class Discounts {
    private final BigDecimal logarithm;
    private Taeg.Periods unit;
    private BigDecimal ofOnePeriod;
    private BigDecimal last = BigDecimal.ONE;
    private int lastPeriods;

    Discounts(BigDecimal logarithm) {
        this.logarithm = logarithm;
    }

    BigDecimal of(Interval after) {
        BigDecimal whole = whole(after);
        return after.isWhole() ? whole : whole.multiply(days(after), Taeg.PRECISION);
    }

    private BigDecimal whole(Interval after) {
        if (unit != after.unit()) {
            unit = after.unit();
            ofOnePeriod = exponential(BigDecimal.ONE.divide(BigDecimal.valueOf(unit.perYear()), Taeg.PRECISION));
        }
        int ahead = after.periods() - lastPeriods;
        last = ahead >= 0
                ? last.multiply(ofOnePeriod.pow(ahead, Taeg.PRECISION), Taeg.PRECISION)
                : ofOnePeriod.pow(after.periods(), Taeg.PRECISION);
        lastPeriods = after.periods();
        return last;
    }

    private BigDecimal days(Interval after) {
        return exponential(
                BigDecimal.valueOf(after.days()).divide(BigDecimal.valueOf(after.yearDays()), Taeg.PRECISION));
    }

    private BigDecimal exponential(BigDecimal years) {
        return BigDecimalMath.exp(logarithm.multiply(years, Taeg.PRECISION).negate(), Taeg.PRECISION);
    }
}
