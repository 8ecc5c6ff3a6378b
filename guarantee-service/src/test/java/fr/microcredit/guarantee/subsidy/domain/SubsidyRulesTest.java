package fr.microcredit.guarantee.subsidy.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.microcredit.guarantee.promise.domain.Played;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.Accrual;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.Agreement;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.EarlyEnd;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.Status;
import fr.microcredit.guarantee.subsidy.domain.SubsidyEvent.ReleaseReason;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.testing.Seeded;

class SubsidyRulesTest {
    private static final LocalDate ACCEPTED = LocalDate.of(2008, 9, 25);
    private static final LocalDate DISBURSED = LocalDate.of(2008, 10, 10);
    private static final LocalDate FIRST_DUE = LocalDate.of(2008, 11, 5);
    private static final Money PLENTY = Money.ofEuros("1000");
    private static final About ABOUT = About.dossier(new UUID(0, 1), new UUID(0, 2), "ccas-dijon").at("cm-dijon");

    @ParameterizedTest
    @CsvSource({"108.07, RESERVED", "108.06, DECLINED", "0, DECLINED"})
    void theEnvelopesLastEuroFits(String available, Status status) {
        Played<Subsidy> subsidy = reserved(Money.ofEuros("108.07"), Money.ofEuros(available));
        assertEquals(status, subsidy.promise().state());
        assertEquals(2008, subsidy.promise().year());
        assertEquals(status == Status.DECLINED, subsidy.nothingMoved());
    }

    @Test
    void itAccruesWithInstalmentsFallenDueAndOnceOnly() {
        Played<Subsidy> subsidy = committed(EarlyEnd.INTEREST_TO_DATE);
        assertEquals(List.of(), SubsidyRules.accrue(subsidy.promise(), FIRST_DUE.minusDays(1)));
        accrue(subsidy, FIRST_DUE);
        assertEquals(Money.ofEuros("4.50"), subsidy.promise().accrual().amount());
        assertEquals(List.of(), SubsidyRules.accrue(subsidy.promise(), FIRST_DUE));
        accrue(subsidy, FIRST_DUE.plusMonths(7));
        assertEquals(Money.ofEuros("36.00"), subsidy.promise().accrual().amount());
        assertEquals(8, subsidy.promise().accrual().throughInstalment());
        assertEquals(FIRST_DUE.plusMonths(8), subsidy.promise().nextDueOn().orElseThrow());
        assertEquals(Money.ofEuros("36.00"), subsidy.on("envelope:ccas-dijon:2008:accrued"));
    }

    @Test
    void atTheTermTheWholeHasAccruedAndNothingIsReleased() {
        Played<Subsidy> subsidy = committed(EarlyEnd.INTEREST_TO_DATE);
        accrue(subsidy, FIRST_DUE.plusMonths(22));
        List<SubsidyEvent> end = SubsidyRules.settle(subsidy.promise(), FIRST_DUE.plusMonths(23));
        assertTrue(end.stream().noneMatch(event -> event instanceof SubsidyEvent.Released));
        subsidy.then(FIRST_DUE.plusMonths(23), end);
        assertEquals(Money.ofEuros("108.07"), subsidy.on("envelope:ccas-dijon:2008:accrued"));
        assertEquals(Status.SETTLED, subsidy.promise().state());
        assertEquals(List.of(), SubsidyRules.settle(subsidy.promise(), FIRST_DUE.plusMonths(24)));
    }

    /** domain.md A.7: repaid after 12 of 24, 79.48 is due and 28.59 released; by the other method 54.00 and 54.07. */
    @ParameterizedTest
    @CsvSource({"INTEREST_TO_DATE, 79.48, 28.59", "ACCRUED_ONLY, 54.00, 54.07"})
    void anEarlyEndOwesTheBankWhatItMissesToDate(EarlyEnd method, String accrued, String released) {
        Played<Subsidy> subsidy = committed(method);
        List<SubsidyEvent> end = SubsidyRules.settle(subsidy.promise(), FIRST_DUE.plusMonths(11));
        subsidy.then(FIRST_DUE.plusMonths(11), end);
        assertEquals(Money.ofEuros(accrued), subsidy.promise().accrual().amount());
        SubsidyEvent.Released last = (SubsidyEvent.Released) end.get(end.size() - 1);
        assertEquals(Money.ofEuros(released), last.amount());
        assertEquals(ReleaseReason.EARLY_END, last.reason());
        assertEquals(Money.ZERO, subsidy.on("envelope:ccas-dijon:2008:committed"));
    }

    /** Instalments may fall due before the bank tells of a withdrawal; all of the 108.07 where nobody tells it for two years. */
    @ParameterizedTest(name = "{0} instalments due before the bank tells it")
    @ValueSource(ints = {0, 1, 2, 24})
    void whoeverComesFirstNothingStaysAccruedOfWhatWasWithdrawn(int due) {
        LocalDate told = FIRST_DUE.plusMonths(due).minusDays(1);
        Played<Subsidy> jobFirst = committed(EarlyEnd.INTEREST_TO_DATE);
        accrue(jobFirst, told);
        assertEquals(due, jobFirst.promise().accrual().throughInstalment());
        List<SubsidyEvent> events = SubsidyRules.withdrawn(jobFirst.promise());
        assertEquals(due == 0 ? 1 : 2, events.size());
        jobFirst.then(told, events);
        Played<Subsidy> bankFirst = committed(EarlyEnd.INTEREST_TO_DATE);
        bankFirst.then(told, SubsidyRules.withdrawn(bankFirst.promise()));
        accrue(bankFirst, told);
        for (Played<Subsidy> each : List.of(jobFirst, bankFirst)) {
            assertTrue(each.nothingMoved());
            assertEquals(Status.RELEASED, each.promise().state());
            assertEquals(Accrual.NONE, each.promise().accrual());
            assertEquals(Optional.empty(), each.promise().nextDueOn());
            assertEquals(List.of(), SubsidyRules.withdrawn(each.promise()));
        }
    }

    /** What an early end has given back is not given back twice. */
    @Test
    void ofWhatIsSettledOnlyWhatHasAccruedIsTakenBack() {
        Played<Subsidy> settled = committed(EarlyEnd.ACCRUED_ONLY);
        settled.then(FIRST_DUE, SubsidyRules.settle(settled.promise(), FIRST_DUE));
        assertEquals(Status.SETTLED, settled.promise().state());
        settled.then(FIRST_DUE, SubsidyRules.withdrawn(settled.promise()));
        assertTrue(settled.nothingMoved());
    }

    @ParameterizedTest(name = "paid out {0} with {1} in that year: stands on {2}")
    @CsvSource({"2008-12-31, 200, 2008", "2008-12-31, 0, 2008", "2009-01-02, 108.07, 2009",
            "2009-01-02, 108.06, 2008"})
    void aCommitmentStandsOnTheYearOfItsDisbursementWhereThatYearHoldsIt(LocalDate on, String available, int year) {
        Played<Subsidy> subsidy = reserved(Money.ofEuros("108.07"), PLENTY);
        subsidy.then(on, SubsidyRules.commit(subsidy.promise(), Money.ofEuros(available), on));
        assertEquals(year, subsidy.promise().year());
        assertEquals(Money.ofEuros("108.07"), subsidy.on("envelope:ccas-dijon:" + year + ":committed"));
        assertEquals(Money.ofEuros("-108.07"), subsidy.on("envelope:ccas-dijon:" + year + ":available"));
        assertEquals(Money.ZERO, subsidy.on("envelope:ccas-dijon:2008:reserved"));
    }

    @Test
    void aLoanAtTheBanksOwnRateNeedsNothing() {
        Played<Subsidy> free = reserved(Money.ZERO, Money.ZERO);
        assertEquals(Status.RESERVED, free.promise().state());
        free.then(DISBURSED, SubsidyRules.commit(free.promise(), Money.ZERO, DISBURSED));
        assertEquals(Status.SETTLED, free.promise().state());
        assertTrue(free.nothingMoved());
    }

    /** Rates a hair apart: rounding makes the last part negative, and still nothing goes beyond the whole or back. */
    @Test
    void whateverTheRoundingTheWholeAccruesAndNoMore() {
        Seeded.cases(500, random -> {
            Money principal = Money.ofCents(random.nextLong(30_000, 300_001));
            int months = random.nextInt(3, 61);
            Rate borrower = Rate.ofPercent("1." + random.nextInt(10, 99));
            InstalmentTable table = InstalmentTable.first(principal, months, borrower,
                    Rate.ofPercent(borrower.percent().add(new java.math.BigDecimal("0.01")).toPlainString()),
                    FIRST_DUE);
            Money whole = Money.sum(table.lines().stream().map(InstalmentTable.Line::subsidy).toList());
            Played<Subsidy> subsidy = committed(whole, new Agreement(EarlyEnd.INTEREST_TO_DATE, table));
            for (int month = 0; month < months; month++) {
                accrue(subsidy, FIRST_DUE.plusMonths(month));
                assertTrue(whole.isAtLeast(subsidy.promise().accrual().amount()));
            }
            assertEquals(whole, subsidy.on("envelope:ccas-dijon:2008:accrued"));
            assertEquals(Status.SETTLED, subsidy.promise().state());
        });
    }

    private static void accrue(Played<Subsidy> subsidy, LocalDate day) {
        subsidy.then(day, SubsidyRules.accrue(subsidy.promise(), day));
    }

    private static Played<Subsidy> committed(EarlyEnd method) {
        InstalmentTable table = InstalmentTable.first(Money.ofEuros("3000"), 24, Rate.ofPercent("1"),
                Rate.ofPercent("4.40"), FIRST_DUE);
        return committed(Money.ofEuros("108.07"), new Agreement(method, table));
    }

    private static Played<Subsidy> committed(Money amount, Agreement agreement) {
        Played<Subsidy> subsidy = reserved(amount, PLENTY);
        subsidy.then(DISBURSED, SubsidyRules.commit(subsidy.promise(), Money.ZERO, DISBURSED));
        return subsidy.now(subsidy.promise().agreed(agreement));
    }

    private static Played<Subsidy> reserved(Money amount, Money available) {
        return new Played<Subsidy>(ABOUT).then(ACCEPTED, SubsidyRules.reserve(
                new SubsidyAsking(ABOUT, 1, Optional.of(amount), 90, ACCEPTED, Optional.empty()), available));
    }
}
