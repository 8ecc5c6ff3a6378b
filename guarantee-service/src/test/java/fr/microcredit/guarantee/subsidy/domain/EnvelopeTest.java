package fr.microcredit.guarantee.subsidy.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.guarantee.subsidy.domain.Subsidy.EarlyEnd;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.Status;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

class EnvelopeTest {
    private static final LocalDate ACCEPTED = LocalDate.of(2008, 9, 25);
    private static final LocalDate DISBURSED = LocalDate.of(2008, 10, 10);
    private static final LocalDate FIRST_DUE = LocalDate.of(2008, 11, 5);

    @ParameterizedTest
    @CsvSource({"108.07, RESERVED", "108.06, DECLINED", "0, DECLINED"})
    void theEnvelopesLastEuroFits(String available, Status status) {
        Subsidy subsidy = Envelope.reserve(request(EarlyEnd.INTEREST_TO_DATE), Money.ofEuros(available)).subsidy();
        assertEquals(status, subsidy.status());
        assertEquals(Money.ofEuros("108.07"), subsidy.amount());
        assertEquals(2008, subsidy.year());
    }

    @Test
    void itAccruesWithInstalmentsFallenDueAndOnceOnly() {
        Subsidy committed = committed(EarlyEnd.INTEREST_TO_DATE);
        assertTrue(Envelope.accrue(committed, FIRST_DUE.minusDays(1)).isEmpty());
        SubsidyChange first = Envelope.accrue(committed, FIRST_DUE).orElseThrow();
        assertEquals(Money.ofEuros("4.50"), first.subsidy().accrued());
        assertTrue(Envelope.accrue(first.subsidy(), FIRST_DUE).isEmpty());
        SubsidyChange eighth = Envelope.accrue(first.subsidy(), FIRST_DUE.plusMonths(7)).orElseThrow();
        assertEquals(Money.ofEuros("36.00"), eighth.subsidy().accrued());
        assertEquals(8, eighth.subsidy().accruedThrough());
        assertEquals(FIRST_DUE.plusMonths(8), eighth.subsidy().nextDueOn().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"24, 22", "24, 0"})
    void instalmentsPaidBeforeTheirDayAreDueWhole(int paid, int months) {
        List<SubsidyChange> end = Envelope.settle(committed(EarlyEnd.INTEREST_TO_DATE), paid,
                FIRST_DUE.plusMonths(months).minusDays(1));
        Subsidy settled = end.get(end.size() - 1).subsidy();
        assertEquals(Money.ofEuros("108.07"), settled.accrued());
        assertEquals(Money.ZERO, settled.remaining());
    }

    @Test
    void atTheTermTheWholeHasAccruedAndNothingIsReleased() {
        List<SubsidyChange> end = Envelope.settle(committed(EarlyEnd.INTEREST_TO_DATE), 24,
                FIRST_DUE.plusMonths(23));
        Subsidy settled = end.get(end.size() - 1).subsidy();
        assertEquals(Money.ofEuros("108.07"), settled.accrued());
        assertEquals(Status.SETTLED, settled.status());
        assertTrue(end.stream().flatMap(change -> change.events().stream())
                .noneMatch(event -> event instanceof SubsidyEvent.Released));
    }

    /** domain.md A.7: repaid after 12 of 24, 79.48 is due and 28.59 released; by the other method 54.00 and 54.07. */
    @ParameterizedTest
    @CsvSource({"INTEREST_TO_DATE, 79.48, 28.59", "ACCRUED_ONLY, 54.00, 54.07"})
    void anEarlyEndOwesTheBankWhatItMissesToDate(EarlyEnd method, String accrued, String released) {
        List<SubsidyChange> end = Envelope.settle(committed(method), 12, FIRST_DUE.plusMonths(11));
        SubsidyChange last = end.get(end.size() - 1);
        assertEquals(Money.ofEuros(accrued), last.subsidy().accrued());
        assertEquals(Money.ofEuros(released), ((SubsidyEvent.Released) last.events().get(0)).amount());
    }

    @ParameterizedTest(name = "paid out {0} with {1} in that year: stands on {2}")
    @CsvSource({"2008-12-31, 0, 2008", "2009-01-02, 108.07, 2009", "2009-01-02, 108.06, 2008"})
    void aCommitmentStandsOnTheYearOfItsDisbursementWhereThatYearHoldsIt(LocalDate on, String available, int year) {
        Subsidy reserved = Envelope.reserve(request(EarlyEnd.INTEREST_TO_DATE), Money.ofEuros("1000")).subsidy();
        SubsidyChange change = Envelope.commit(reserved, Money.ofEuros(available), on.plusDays(30), on);
        assertEquals(year, change.subsidy().year());
        assertEquals(year == 2008 ? 2 : 4, change.entry().orElseThrow().postings().size());
    }

    @Test
    void aLoanAtTheBanksOwnRateNeedsNothing() {
        SubsidyRequest free = new SubsidyRequest(new UUID(0, 1), "o", "b", new UUID(0, 2), 1,
                new LoanFigures(Money.ofEuros("3000"), 24, Rate.ofPercent("4.40"), Rate.ofPercent("4.40")),
                EarlyEnd.INTEREST_TO_DATE, 90, ACCEPTED);
        assertEquals(Status.RESERVED, Envelope.reserve(free, Money.ZERO).subsidy().status());
    }

    private static Subsidy committed(EarlyEnd method) {
        Subsidy reserved = Envelope.reserve(request(method), Money.ofEuros("1000")).subsidy();
        return Envelope.commit(reserved, Money.ZERO, FIRST_DUE, DISBURSED).subsidy();
    }

    private static SubsidyRequest request(EarlyEnd method) {
        return new SubsidyRequest(new UUID(0, 1), "ccas-dijon", "cm-dijon", new UUID(0, 2), 1,
                new LoanFigures(Money.ofEuros("3000"), 24, Rate.ofPercent("4.40"), Rate.ofPercent("1")), method, 90,
                ACCEPTED);
    }
}
