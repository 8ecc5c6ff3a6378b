package fr.microcredit.kit.loan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.testing.Seeded;

class ScheduleTest {
    @ParameterizedTest(name = "{0} over {1} at {2} %")
    @CsvSource({"3000, 24, 1, 126.31, 126.22, 31.35", "3000, 24, 4.40, 130.81, 130.79, 139.42",
            "3000, 24, 2, 127.62, 127.66, 62.92", "300, 5, 1, 60.15, 60.15, 0.75", "300, 5, 4.40, 60.66, 60.66, 3.30",
            "850, 12, 1, 71.22, 71.20, 4.62", "1500, 18, 1, 83.99, 84.08, 11.91", "3000, 36, 1, 84.62, 84.76, 46.46",
            "8000, 84, 4.40, 110.83, 110.74, 1309.63", "1800, 24, 1, 75.78, 75.88, 18.82"})
    void paymentLastPaymentAndInterest(String principal, int months, String rate, String payment, String last,
            String interest) {
        Schedule schedule = schedule(principal, months, rate);
        assertEquals(Money.ofEuros(payment), schedule.instalment(1).payment());
        assertEquals(Money.ofEuros(payment), schedule.instalment(months - 1).payment());
        assertEquals(Money.ofEuros(last), schedule.instalment(months).payment());
        assertEquals(Money.ofEuros(interest), schedule.totalInterest());
    }

    @ParameterizedTest(name = "3000 over 24 at {0} %, instalment {1}")
    @CsvSource({"1, 1, 2.50, 123.81, 2876.19", "1, 2, 2.40, 123.91, 2752.28", "1, 3, 2.29, 124.02, 2628.26",
            "1, 23, 0.21, 126.10, 126.11", "1, 24, 0.11, 126.11, 0.00", "4.40, 1, 11.00, 119.81, 2880.19",
            "4.40, 2, 10.56, 120.25, 2759.94", "4.40, 24, 0.48, 130.31, 0.00"})
    void rowsOfTheTable(String rate, int number, String interest, String principal, String outstanding) {
        Instalment row = schedule("3000", 24, rate).instalment(number);
        assertEquals(Money.ofEuros(interest), row.interest());
        assertEquals(Money.ofEuros(principal), row.principal());
        assertEquals(Money.ofEuros(outstanding), row.outstanding());
    }

    @ParameterizedTest
    @CsvSource({"8, 2006.63", "12, 1507.45", "0, 3000.00", "24, 0.00"})
    void outstandingCapital(int paid, String outstanding) {
        assertEquals(Money.ofEuros(outstanding), schedule("3000", 24, "1").outstandingAfter(paid));
    }

    @Test
    void theLastInstalmentMayBeTheLargest() {
        assertEquals(Money.ofEuros("84.08"), schedule("1500", 18, "1").largestPayment());
        assertEquals(Money.ofEuros("126.31"), schedule("3000", 24, "1").largestPayment());
    }

    @Test
    void aLoanWithoutInterestIsSpreadAndTheLastTakesTheRest() {
        Schedule schedule = schedule("1000", 6, "0");
        assertEquals(Money.ofEuros("166.67"), schedule.instalment(1).payment());
        assertEquals(Money.ofEuros("166.65"), schedule.instalment(6).payment());
        assertEquals(Money.ZERO, schedule.totalInterest());
    }

    @Test
    void refusesWhatIsNoLoan() {
        Rate rate = Rate.ofPercent("1");
        assertThrows(IllegalArgumentException.class, () -> Schedule.constantInstalments(Money.ZERO, 12, rate));
        assertThrows(IllegalArgumentException.class, () -> Schedule.constantInstalments(Money.ofCents(100), 0, rate));
        assertThrows(IllegalArgumentException.class, () -> Schedule.constantInstalments(Money.ofCents(100), 601, rate));
        assertThrows(IllegalArgumentException.class, () -> Schedule.constantInstalments(Money.ofCents(126), 84, rate));
        assertThrows(IllegalArgumentException.class, () -> Rate.ofPercent("-0.01"));
    }

    @Test
    void everyScheduleSumsExactly() {
        Seeded.cases(20_000, random -> {
            Money principal = Money.ofCents(random.nextLong(30_000, 800_001));
            int months = random.nextInt(5, 85);
            Rate rate = Rate.ofPercent(random.nextInt(0, 501) / 100 + "." + random.nextInt(0, 100));
            Schedule schedule = Schedule.constantInstalments(principal, months, rate);

            assertEquals(principal, Money.sum(schedule.instalments().stream().map(Instalment::principal).toList()));
            assertEquals(Money.ZERO, schedule.instalment(months).outstanding());
            for (Instalment row : schedule.instalments()) {
                assertEquals(row.payment(), row.interest().plus(row.principal()));
                assertTrue(!row.interest().isNegative() && row.principal().isPositive(), "sound split: " + row);
            }
            long lastDiffers = schedule.instalment(months).payment().cents() - schedule.instalment(1).payment().cents();
            assertTrue(Math.abs(lastDiffers) <= months, "the last instalment differs by cents: " + lastDiffers);
        });
    }

    @ParameterizedTest
    @CsvSource({"2008-01-31, 1, 2008-01-31", "2008-01-31, 2, 2008-02-29", "2009-01-31, 2, 2009-02-28",
            "2008-01-31, 3, 2008-03-31", "2008-01-30, 2, 2008-02-29", "2008-01-30, 4, 2008-04-30"})
    void dueDatesComeBackToTheirOriginalDay(LocalDate first, int number, LocalDate due) {
        assertEquals(due, DueDates.of(first, number));
    }

    @ParameterizedTest
    @CsvSource({"2008-10-14, 0", "2008-10-15, 1", "2008-11-14, 1", "2009-03-15, 6", "2020-01-01, 18"})
    void instalmentsDueUntilADay(LocalDate day, int due) {
        assertEquals(due, DueDates.dueUntil(LocalDate.of(2008, 10, 15), 18, day));
    }

    private static Schedule schedule(String principal, int months, String rate) {
        return Schedule.constantInstalments(Money.ofEuros(principal), months, Rate.ofPercent(rate));
    }
}
