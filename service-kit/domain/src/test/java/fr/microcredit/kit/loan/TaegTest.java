package fr.microcredit.kit.loan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.kit.loan.Taeg.Periods;
import fr.microcredit.kit.money.Money;

class TaegTest {
    private static final LocalDate START = LocalDate.of(2009, 1, 5);

    /** domain.md 4.2, exact months. */
    @ParameterizedTest(name = "{0} over {1} at {2} %: {3}")
    @CsvSource({"3000, 24, 1, 1.0046", "3000, 24, 4.40, 4.4896", "3000, 24, 2, 2.0191", "300, 5, 1, 1.0040",
            "300, 5, 4.40, 4.4787", "850, 12, 1, 1.0065", "1500, 18, 1, 1.0051", "3000, 36, 1, 1.0042",
            "8000, 84, 4.40, 4.4897"})
    void ofASchedule(String principal, int months, String rate, String expected) {
        Schedule schedule = Schedule.constantInstalments(Money.ofEuros(principal), months, Rate.ofPercent(rate));
        assertEquals(new BigDecimal(expected),
                Taeg.percent(schedule, Money.ZERO).setScale(4, RoundingMode.HALF_UP));
        assertEquals(Taeg.percent(schedule, Money.ZERO), Taeg.percent(dated(schedule), Periods.MONTHS));
    }

    private static List<DatedFlow> dated(Schedule schedule) {
        List<DatedFlow> flows = new ArrayList<>();
        flows.add(DatedFlow.drawdown(START, schedule.principal()));
        schedule.instalments()
                .forEach(each -> flows.add(DatedFlow.payment(START.plusMonths(each.number()), each.payment())));
        return flows;
    }

    /** The Commission's examples of 2015: 200 000 less a fee of 4 000, 240 payments of 1 432.86. */
    @Test
    void aChargeAtTheStart() {
        List<DatedFlow> flows = new ArrayList<>();
        flows.add(DatedFlow.drawdown(START, Money.ofEuros("200000")));
        flows.add(DatedFlow.payment(START, Money.ofEuros("4000")));
        for (int month = 1; month <= 240; month++) {
            flows.add(DatedFlow.payment(START.plusMonths(month), Money.ofEuros("1432.86")));
        }
        assertEquals(new BigDecimal("6.434412"), Taeg.percent(flows, Periods.MONTHS));
    }

    /** Directive 98/7/EC: 1 000 on 1994-01-01, 1 200 on 1995-07-01; by 546 days 12.96, by eighteen months 12.92. */
    @ParameterizedTest
    @CsvSource({"YEARS, 12.96", "MONTHS, 12.92"})
    void oneAndAHalfYears(Periods periods, String expected) {
        BigDecimal rate = Taeg.percent(List.of(DatedFlow.drawdown(LocalDate.of(1994, 1, 1), Money.ofEuros("1000")),
                DatedFlow.payment(LocalDate.of(1995, 7, 1), Money.ofEuros("1200"))), periods);
        assertEquals(new BigDecimal(expected), rate.setScale(2, RoundingMode.HALF_UP));
    }

    /** Whole periods backwards from the flow, the days at the start over the year that ends with them. */
    @ParameterizedTest(name = "{0} to {1} by {2}: {3} and {4} of {5} days")
    @CsvSource({"2014-02-28, 2014-03-31, MONTHS, 1, 0, 365", "2014-01-30, 2014-02-28, MONTHS, 1, 0, 365",
            "2024-12-31, 2025-02-28, MONTHS, 2, 0, 365", "2024-02-28, 2024-03-31, MONTHS, 1, 1, 366",
            "2014-01-30, 2014-02-27, MONTHS, 0, 28, 365", "2013-02-25, 2013-03-28, MONTHS, 1, 3, 366",
            "2016-01-15, 2016-04-01, MONTHS, 2, 17, 365", "2016-02-15, 2016-05-01, MONTHS, 2, 15, 366",
            "2015-12-20, 2016-02-29, MONTHS, 2, 9, 365", "2012-02-29, 2013-02-28, YEARS, 1, 0, 365",
            "2012-01-01, 2012-03-01, WEEKS, 8, 4, 365", "2016-02-10, 2016-03-10, YEARS, 0, 29, 366",
            "2014-01-31, 2014-01-31, MONTHS, 0, 0, 365"})
    void intervals(LocalDate from, LocalDate to, Periods unit, int periods, int days, int yearDays) {
        assertEquals(new Interval(periods, unit, days, yearDays), Interval.between(from, to, unit));
    }

    /** Worked examples of public sources; those the source has solved loosely are met within what it leaves. */
    @ParameterizedTest(name = "{0}: {4}")
    @CsvFileSource(resources = "/taeg-examples.csv", delimiter = ';', numLinesToSkip = 1)
    void publicExamples(String id, String source, Periods periods, String flows, String expected, String tolerance) {
        BigDecimal rate = Taeg.percent(ExampleFlows.parse(flows), periods);
        int decimals = new BigDecimal(expected).scale();
        BigDecimal off = rate.setScale(Math.min(decimals, 6), RoundingMode.HALF_UP)
                .subtract(new BigDecimal(expected)).abs();
        assertTrue(off.compareTo(new BigDecimal(tolerance)) <= 0, source + ": " + rate);
    }

    @Test
    void severalDrawdownsInAnyOrder() {
        List<DatedFlow> flows = List.of(DatedFlow.payment(START.plusYears(2), Money.ofEuros("1155")),
                DatedFlow.drawdown(START.plusYears(1), Money.ofEuros("500")),
                DatedFlow.drawdown(START, Money.ofEuros("500")));
        assertEquals(new BigDecimal("10.000000"),
                Taeg.percent(flows, Periods.MONTHS));
    }

    @Test
    void aLoanWithoutInterestAndOneThatCostsLessThanNothing() {
        assertEquals(new BigDecimal("0.000000"), twoFlows("1000", "1000"));
        assertEquals(new BigDecimal("-10.000000"), twoFlows("1000", "900"));
    }

    /** A month before: 1 000 at 10 percent cost 1 100.00 in a year, less 10.00 that waited thirteen months. */
    @ParameterizedTest
    @CsvSource({"10.00, 1, 1088.91", "10.00, 0, 1089.00", "200.00, 1, 878.24"})
    void aChargeBeforeTheDrawdown(String charge, int months, String repaid) {
        BigDecimal rate = Taeg.percent(List.of(DatedFlow.payment(START.minusMonths(months), Money.ofEuros(charge)),
                DatedFlow.drawdown(START, Money.ofEuros("1000")),
                DatedFlow.payment(START.plusYears(1), Money.ofEuros(repaid))), Periods.MONTHS);
        assertEquals(10.0, rate.doubleValue(), 0.001);
    }

    /** 150 for nine days at 41.99: more than two million percent, as advertised by those who lend so. */
    @Test
    void aRateBeyondAllReason() {
        BigDecimal rate = Taeg.percent(List.of(DatedFlow.drawdown(LocalDate.of(2013, 3, 1), Money.ofEuros("150")),
                DatedFlow.payment(LocalDate.of(2013, 3, 10), Money.ofEuros("191.99"))), Periods.MONTHS);
        double expected = (Math.pow(191.99 / 150, 365 / 9.0) - 1) * 100;
        assertEquals(expected, rate.doubleValue(), 0.01);
        assertTrue(expected > 2_000_000);
    }

    private static BigDecimal twoFlows(String lent, String paid) {
        return Taeg.percent(List.of(DatedFlow.drawdown(START, Money.ofEuros(lent)),
                DatedFlow.payment(START.plusYears(1), Money.ofEuros(paid))), Periods.MONTHS);
    }

    @Test
    void flowsThatAreNoLoanAreRefused() {
        DatedFlow lent = DatedFlow.drawdown(START, Money.ofEuros("100"));
        assertThrows(IllegalArgumentException.class, () -> Taeg.percent(List.of(), Periods.MONTHS));
        assertThrows(IllegalArgumentException.class, () -> Taeg.percent(List.of(lent), Periods.MONTHS));
        assertThrows(IllegalArgumentException.class, () -> Taeg.percent(List.of(lent,
                DatedFlow.payment(START.minusYears(1), Money.ofEuros("110"))), Periods.MONTHS), "no rate fits");
    }
}
