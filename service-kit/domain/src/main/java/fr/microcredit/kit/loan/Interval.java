package fr.microcredit.kit.loan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import fr.microcredit.kit.loan.Taeg.Periods;

/**
 * Time between the first drawdown and a flow, as Annex I of directive 2008/48/EC (in the wording of directive 2011/90/EU)
 * counts it: whole periods counted backwards from the flow, then the days that are left, the first excluded and the last
 * included, over the number of days of the complete year that ends on the last of them. An instalment that falls on the
 * last day of a shorter month is a whole number of months after a drawdown on the 29th, 30th or 31st.
 *
 * @param periods  whole periods
 * @param unit     what a period is
 * @param days     left over, 0 or more
 * @param yearDays 365, or 366 where the year that ends on the last of these days holds a 29 February
 */
record Interval(int periods, Periods unit, int days, int yearDays) {

    private static final int DAYS_OF_NO_MATTER = 365;

    /** @param flow not before the start */
    static Interval between(LocalDate start, LocalDate flow, Periods unit) {
        int periods = Math.toIntExact(unit.step().between(start, flow));
        for (int whole = periods; whole <= periods + 1; whole++) {
            if (start.plus(whole, unit.step()).equals(flow)) {
                return new Interval(whole, unit, 0, DAYS_OF_NO_MATTER);
            }
        }
        while (!back(flow, periods + 1, unit).isBefore(start)) {
            periods++;
        }
        while (back(flow, periods, unit).isBefore(start)) {
            periods--;
        }
        LocalDate lastDay = back(flow, periods, unit);
        int days = Math.toIntExact(ChronoUnit.DAYS.between(start, lastDay));
        int yearDays = Math.toIntExact(ChronoUnit.DAYS.between(lastDay.minusYears(1), lastDay));
        return new Interval(periods, unit, days, yearDays);
    }

    private static LocalDate back(LocalDate flow, int periods, Periods unit) {
        return flow.minus(periods, unit.step());
    }

    /** Whole periods only, such as the instalments of a loan that is not dated yet. */
    static Interval ofMonths(int months) {
        return new Interval(months, Periods.MONTHS, 0, DAYS_OF_NO_MATTER);
    }

    boolean isWhole() {
        return days == 0;
    }

    BigDecimal years(MathContext precision) {
        MathContext sums = new MathContext(precision.getPrecision(), RoundingMode.HALF_EVEN);
        return BigDecimal.valueOf(periods).divide(BigDecimal.valueOf(unit.perYear()), sums)
                .add(BigDecimal.valueOf(days).divide(BigDecimal.valueOf(yearDays), sums));
    }
}
