package fr.microcredit.bank.loan.domain;

import static fr.microcredit.bank.loan.domain.Lent.accepted;
import static fr.microcredit.bank.loan.domain.Lent.paid;
import static fr.microcredit.bank.loan.domain.Lent.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.bank.loan.domain.LoanEvent.DeferralInterest;
import fr.microcredit.bank.loan.domain.LoanEvent.Prepayment;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.bank.loan.domain.LoanState.Debt;
import fr.microcredit.bank.loan.domain.LoanState.Phase;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * Early repayment, deferral and rescheduling, by hand: 2,400 over 24 months at 4.40 %, the first due on 5 March 2010, an
 * instalment of 104.65. After six 1,819.61 is owed, of which a month's interest is 6.67.
 */
class ChangeRulesTest {
    private static final Loan LOAN = paid(Lent.regional("2400", 24, Lent.USUAL), 1, 6);
    private static final LocalDate SIXTH = LocalDate.of(2010, 8, 5);

    private static Money euros(String amount) {
        return Money.ofEuros(amount);
    }

    private static List<LoanEvent> told(Decision<Loan, LoanEvent> decision) {
        return ((Decision.Accepted<Loan, LoanEvent>) decision).events();
    }

    /** domain.md A.7: 3,000 over 24 at 4.40 % against 1 %, repaid after twelve: 1,507.45 of the borrower, 79.48 of subsidy. */
    @Test
    void whatIsRepaidOnADueDateSavesTheRestOfTheInterest() {
        Loan loan = paid(Lent.subsidised(Lent.about(), "3000", 24, "1", LocalDate.of(2009, 2, 20),
                LocalDate.of(2009, 3, 5)), 1, 12);
        LocalDate twelfth = LocalDate.of(2010, 2, 5);
        assertEquals("wrong-amount", refused(ChangeRules.prepay(loan, euros("1507.44"), Prepayment.FULL, twelfth)));
        Decision<Loan, LoanEvent> whole = ChangeRules.prepay(loan, euros("1507.45"), Prepayment.FULL, twelfth);
        LoanState state = accepted(whole).state();
        assertEquals(Phase.REPAID, state.phase());
        assertEquals(euros("23.17"), state.interestPaidByBorrower());
        assertEquals(euros("79.48"),
                Money.sum(state.table().lines().stream().map(InstalmentTable.Line::subsidy).toList()));
        assertEquals(13, state.instalments().size(), "twelve, and what closed it");
        assertEquals(Prepayment.FULL, ((LoanEvent.Prepaid) told(whole).get(0)).mode());
        assertEquals(new LoanEvent.RepaidInFull(13, euros("23.17"), 0, 0, 0), told(whole).get(1));
    }

    /** 1,819.61 from 5 to 20 August, 15 of 31 days: 6.6719 x 15 / 31 = 3.228. */
    @ParameterizedTest(name = "on {0} interest of {1}")
    @CsvSource({"2010-08-05, 0.00", "2010-08-20, 3.23", "2010-09-04, 6.46"})
    void betweenTwoDueDatesTheDaysCount(LocalDate on, String interest) {
        assertEquals(new Debt(euros("1819.61"), euros(interest)), ChangeRules.owedOn(LOAN, on));
        Money whole = euros("1819.61").plus(euros(interest));
        assertEquals(whole, Money.sum(List.of(((LoanEvent.Prepaid) told(
                ChangeRules.prepay(LOAN, whole, Prepayment.FULL, on)).get(0)).amount())));
    }

    /** 1,319.61 with the same 104.65: twelve of it, and a thirteenth of the rest; 24 were 18 to come. */
    @Test
    void aLumpSumMakesTheTermShorter() {
        Decision<Loan, LoanEvent> paid = ChangeRules.prepay(LOAN, euros("500"), Prepayment.SHORTER_TERM, SIXTH);
        InstalmentTable table = ((LoanEvent.Prepaid) told(paid).get(0)).table();
        assertEquals(2, table.version());
        assertEquals(19, table.lines().size());
        assertEquals(euros("104.65"), table.lines().get(6).payment());
        assertEquals(euros("4.84"), table.lines().get(6).interest(), "1,319.61 x 4.40 % / 12");
        assertTrue(euros("104.65").isAtLeast(table.lines().get(18).payment()));
        assertEquals(euros("1319.61"), accepted(paid).state().outstanding());
        assertEquals(euros("500"), accepted(paid).state().money().prepaid());
        assertEquals(SIXTH.plusMonths(1), table.lines().get(6).dueOn());
    }

    /** 1,319.61 over eighteen gives 75.89, at last 75.93; 500 bear 0.89 of interest for 15 of 31 days, paid with the last. */
    @Test
    void orTheInstalmentsLower() {
        LoanState state = accepted(ChangeRules.prepay(LOAN, euros("500"), Prepayment.LOWER_INSTALMENT,
                LocalDate.of(2010, 8, 20))).state();
        assertEquals(24, state.instalments().size());
        assertEquals(euros("75.89"), state.instalment(7).orElseThrow().line().payment());
        assertEquals(euros("4.84"), state.instalment(7).orElseThrow().line().interest());
        assertEquals(euros("76.82"), state.instalment(24).orElseThrow().line().payment());
    }

    /**
     * Put off by two months, 6.67 each, on 5 August; who repays everything on 5 September owes 1,819.61 and a month's interest
     * of the 92 days to 5 November: three of 6.67, of which 31 days have gone by. Those of a year later owe all of it.
     */
    @Test
    void whoRepaysEarlyOwesNoMoreInterestThanHasRun() {
        Loan deferred = accepted(ChangeRules.defer(LOAN, 2, SIXTH));
        assertEquals(new Debt(euros("1819.61"), euros("6.75")), ChangeRules.owedOn(deferred, LocalDate.of(2010, 9, 5)));
        Loan later = paid(deferred, 7, 18);
        LocalDate eighteenth = LocalDate.of(2011, 10, 5);
        assertEquals(new Debt(later.state().outstanding(), euros("13.34")), ChangeRules.owedOn(later, eighteenth));
        Loan capitalised = accepted(ChangeRules.defer(
                paid(Lent.regional("2400", 24, Lent.clauses(DeferralInterest.CAPITALISED)), 1, 6), 2, SIXTH));
        assertEquals(euros("1824.11"), ChangeRules.owedOn(capitalised, LocalDate.of(2010, 9, 5)).principal(),
                "13.34 became principal, of which 8.84 is ahead");
    }

    /** The interest that was put off is not forgotten by the next table. */
    @Test
    void whatWasPutOffIsPaidAtTheEndOfEveryLaterTable() {
        Loan deferred = accepted(ChangeRules.defer(LOAN, 2, SIXTH));
        Loan later = paid(deferred, 7, 8);
        Loan shorter = accepted(ChangeRules.prepay(later, euros("500"), Prepayment.SHORTER_TERM,
                LocalDate.of(2010, 12, 5)));
        LoanInstalment last = shorter.state().instalments().get(shorter.state().instalments().size() - 1);
        Money own = Rate.ofPercent("4.40").interestOfOneMonth(last.line().principal());
        assertEquals(euros("13.34"), last.line().interest().minus(own));
    }

    @Test
    void whatIsDueComesFirst() {
        LocalDate seventh = LocalDate.of(2010, 9, 5);
        assertEquals("instalments-unpaid",
                refused(ChangeRules.prepay(LOAN, euros("500"), Prepayment.SHORTER_TERM, seventh)));
        assertEquals("repays-everything",
                refused(ChangeRules.prepay(LOAN, euros("1819.61"), Prepayment.SHORTER_TERM, SIXTH)));
        assertEquals("before-a-later-report",
                refused(ChangeRules.prepay(LOAN, euros("500"), Prepayment.SHORTER_TERM, SIXTH.minusDays(1))));
    }

    /** The seventh of 104.65 is missed and put off by two months with all that follow. */
    @ParameterizedTest(name = "{0}: last {1}, eighth {2}, owed {3}")
    @CsvSource({"FORGIVEN, 104.59, 104.65, 1819.61", "ADDED_AT_END, 117.93, 104.65, 1819.61",
            "CAPITALISED, 105.51, 105.41, 1832.95"})
    void aDeferralMovesEveryUnpaidInstalment(DeferralInterest interest, String last, String eighth, String owed) {
        LocalDate seventh = LocalDate.of(2010, 9, 5);
        Loan missed = accepted(
                LoanRules.miss(paid(Lent.regional("2400", 24, Lent.clauses(interest)), 1, 6), 7, seventh));
        Decision<Loan, LoanEvent> decision = ChangeRules.defer(missed, 2, seventh.plusDays(5));
        LoanState state = accepted(decision).state();
        assertEquals(LocalDate.of(2010, 11, 5), state.instalment(7).orElseThrow().dueOn());
        assertEquals(LocalDate.of(2012, 4, 5), state.instalment(24).orElseThrow().dueOn());
        assertEquals(euros(last), state.instalment(24).orElseThrow().line().payment());
        assertEquals(euros(eighth), state.instalment(8).orElseThrow().line().payment());
        assertEquals(euros(owed), state.outstanding());
        assertEquals(LoanInstalment.Standing.DUE, state.instalment(7).orElseThrow().standing(), "not missed any more");
        assertEquals(1, state.missed().size(), "but it was");
        assertEquals(List.of(), state.unpaidOn(LocalDate.of(2010, 11, 4)));
        LoanEvent.Deferred told = (LoanEvent.Deferred) told(decision).get(0);
        assertEquals(new LoanEvent.Deferred(2, interest, euros(owed), state.table()), told);
        assertEquals(2, told.table().version());
    }

    @Test
    void aDeferralIsBoundByTheConvention() {
        assertEquals("too-many-months", refused(ChangeRules.defer(LOAN, 4, SIXTH)));
        assertEquals("no-deferral-clause",
                refused(ChangeRules.defer(Lent.regional("2400", 24, LoanClauses.NONE), 1, SIXTH)));
        assertEquals("before-a-later-report", refused(ChangeRules.defer(LOAN, 1, SIXTH.minusDays(1))));
    }

    /** Due on the 31st, put off by a month: the 28th of February, and then the 31st again. */
    @Test
    void dueDatesKeepTheirDay() {
        Loan loan = Lent.loan(Lent.about(), "300", 5, "1", "1", LocalDate.of(2009, 12, 1), LocalDate.of(2009, 12, 31),
                Lent.USUAL);
        LoanState state = accepted(ChangeRules.defer(loan, 2, LocalDate.of(2009, 12, 15))).state();
        assertEquals(List.of(LocalDate.of(2010, 2, 28), LocalDate.of(2010, 3, 31), LocalDate.of(2010, 4, 30)),
                state.instalments().stream().limit(3).map(LoanInstalment::dueOn).toList());
    }

    /** The seventh's interest of 6.67 is unpaid, and 1,819.61 stand from 5 September to 5 October, 30 days: 6.58. */
    @Test
    void aReschedulingIsATableOfItsOwn() {
        LocalDate seventh = LocalDate.of(2010, 9, 5);
        Decision<Loan, LoanEvent> decision = ChangeRules.reschedule(LOAN, 30, LocalDate.of(2010, 11, 5),
                seventh.plusDays(10));
        LoanState state = accepted(decision).state();
        assertEquals(36, state.instalments().size());
        assertEquals(euros("1819.61"), state.outstanding());
        InstalmentTable.Line last = state.table().lines().get(35);
        assertEquals(LocalDate.of(2013, 4, 5), last.dueOn());
        assertEquals(euros("64.16"), state.instalment(7).orElseThrow().line().payment());
        assertEquals(euros("13.25"), last.interest().minus(euros("0.23")), "6.67 + 6.58 besides its own month");
        assertEquals("first-due-date-out-of-reach",
                refused(ChangeRules.reschedule(LOAN, 30, LocalDate.of(2011, 1, 6), LocalDate.of(2010, 10, 5))));
        assertEquals("first-due-date-out-of-reach",
                refused(ChangeRules.reschedule(LOAN, 30, SIXTH, SIXTH)));
    }

    /** 50.00 of the seventh are paid, 6.67 of interest first; the rest is put off or spread anew, and nothing is lost. */
    @Test
    void aPartThatWasPaidStaysPaid() {
        LocalDate seventh = LocalDate.of(2010, 9, 5);
        Loan part = accepted(LoanRules.receive(LOAN, euros("50"), new Payment(seventh, Payer.BORROWER)));
        assertEquals(euros("1776.28"), part.state().outstanding());
        for (Decision<Loan, LoanEvent> changed : List.of(ChangeRules.defer(part, 2, seventh),
                ChangeRules.reschedule(part, 20, seventh.plusMonths(1), seventh))) {
            LoanState state = accepted(changed).state();
            assertEquals(euros("1776.28"), state.outstanding());
            Money paidPrincipal = Money.sum(state.instalments().stream()
                    .map(each -> each.line().principal().minus(each.principalLeft())).toList());
            assertEquals(euros("2400"), paidPrincipal.plus(state.outstanding()));
        }
    }
}
