package fr.microcredit.bank.loan.domain;

import static fr.microcredit.bank.loan.domain.Lent.accepted;
import static fr.microcredit.bank.loan.domain.Lent.paid;
import static fr.microcredit.bank.loan.domain.Lent.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import fr.microcredit.bank.loan.domain.LoanClauses.Imputation;
import fr.microcredit.bank.loan.domain.LoanClauses.Repayment;
import fr.microcredit.bank.loan.domain.LoanEvent.DeferralInterest;
import fr.microcredit.bank.loan.domain.LoanEvent.Prepayment;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.bank.loan.domain.LoanInstalment.Standing;
import fr.microcredit.bank.loan.domain.LoanState.Missed;
import fr.microcredit.bank.loan.domain.LoanState.Phase;
import fr.microcredit.kit.money.Money;

/**
 * The smallest histories in which random lives have found the engine or its rules not to do what they say: 2,400 over 24 months
 * at 4.40 %, the first instalment of 104.65 due on 5 March 2010.
 */
class LoanFaultsTest {
    private static final LocalDate FIRST = LocalDate.of(2010, 3, 5);

    private static Loan loan(DeferralInterest interest) {
        return Lent.regional("2400", 24, Lent.clauses(interest));
    }

    private static Payment on(LocalDate day) {
        return new Payment(day, Payer.BORROWER);
    }

    /** Missed and not paid in five days, put off, missed again and paid in five days: it was missed once for ever. */
    @Test
    void whatWasMissedBeforeADeferralStaysMissed() {
        Loan loan = accepted(LoanRules.miss(loan(DeferralInterest.FORGIVEN), 1, FIRST.plusDays(5)));
        loan = accepted(ChangeRules.defer(loan, 1, FIRST.plusDays(15)));
        loan = accepted(LoanRules.miss(loan, 1, FIRST.plusMonths(1)));
        loan = accepted(LoanRules.pay(loan, 1, Money.ofEuros("104.65"), on(FIRST.plusMonths(1).plusDays(3))));
        assertEquals(List.of(new Missed(1, FIRST, FIRST.plusDays(5))), loan.state().missed());
    }

    /** The day's order puts the deferral first, and the missed report then speaks of the instalment that was put off. */
    @Test
    void whatIsMissedAndPutOffOnOneDayIsNotOverdue() {
        Loan loan = accepted(LoanRules.miss(loan(DeferralInterest.FORGIVEN), 1, FIRST.plusDays(5)));
        loan = accepted(ChangeRules.defer(loan, 1, FIRST.plusDays(5)));
        assertEquals(Standing.DUE, loan.state().instalment(1).orElseThrow().standing());
        assertEquals(List.of(new Missed(1, FIRST, FIRST.plusDays(5))), loan.state().missed());
    }

    /** On one day an early repayment comes before a deferral: told after it, it is not taken for another table. */
    @Test
    void nothingIsRepaidEarlyOnTheDayOfADeferral() {
        Loan loan = accepted(ChangeRules.defer(loan(DeferralInterest.CAPITALISED), 2, LocalDate.of(2010, 2, 1)));
        Money owed = ChangeRules.owedOn(loan, LocalDate.of(2010, 2, 1)).sum();
        assertEquals("before-a-later-report",
                refused(ChangeRules.prepay(loan, owed, Prepayment.FULL, LocalDate.of(2010, 2, 1))));
    }

    /** The smaller one comes first by the order of a day: told last, it would have been taken for another table. */
    @Test
    void twoEarlyRepaymentsOfADayComeInTheirOrder() {
        LocalDate day = LocalDate.of(2010, 2, 17);
        Loan loan = accepted(ChangeRules.prepay(loan(DeferralInterest.FORGIVEN), Money.ofEuros("2300"),
                Prepayment.LOWER_INSTALMENT, day));
        Money owed = ChangeRules.owedOn(loan, day).sum();
        assertEquals("before-a-later-report", refused(ChangeRules.prepay(loan, owed, Prepayment.FULL, day)));
    }

    @Test
    void twoEarlyRepaymentsOfADayAreTheSameInAnyOrder() {
        LocalDate day = LocalDate.of(2010, 2, 17);
        Report lower = Report.prepayment(day, Money.ofEuros("500"), Prepayment.LOWER_INSTALMENT);
        Report shorter = Report.prepayment(day, Money.ofEuros("500"), Prepayment.SHORTER_TERM);
        Loan loan = loan(DeferralInterest.FORGIVEN);
        assertEquals(loan.with(lower).with(shorter).state(), loan.with(shorter).with(lower).state());
    }

    @Test
    void twoReschedulingsOfADayAreTheSameInAnyOrder() {
        LocalDate day = LocalDate.of(2010, 2, 17);
        Report early = Report.rescheduling(day, 12, FIRST);
        Report late = Report.rescheduling(day, 12, FIRST.plusMonths(1));
        Loan loan = loan(DeferralInterest.FORGIVEN);
        assertEquals(loan.with(early).with(late).state(), loan.with(late).with(early).state());
    }

    /** 95.35 too much on 5 March, given back "on 4 March": it stays owed back, and can be given back again. */
    @Test
    void nothingIsGivenBackBeforeItCame() {
        Loan loan = accepted(
                LoanRules.receive(loan(DeferralInterest.FORGIVEN), Money.ofEuros("200"), on(FIRST)));
        assertFalse(LoanRules.giveBack(loan, Money.ofEuros("95.35"), FIRST.minusDays(1)).holds());
    }

    /** Of three due in March, April and May put off by one month on 10 May; "paid on 6 April" was under the old one. */
    @Test
    void anInstalmentIsNotPaidBeforeAnotherAgreement() {
        Loan loan = accepted(
                ChangeRules.defer(loan(DeferralInterest.CAPITALISED), 1, FIRST.plusMonths(2).plusDays(5)));
        Money first = loan.state().instalment(1).orElseThrow().left();
        assertFalse(LoanRules.pay(loan, 1, first, on(FIRST.plusMonths(1).plusDays(1))).holds());
    }

    @Test
    void norOnItsDay() {
        LocalDate day = FIRST.plusMonths(2).plusDays(5);
        Loan loan = accepted(ChangeRules.defer(loan(DeferralInterest.CAPITALISED), 1, day));
        Money first = loan.state().instalment(1).orElseThrow().left();
        assertEquals("before-another-agreement", refused(LoanRules.pay(loan, 1, first, on(day))));
    }

    private static Loan onlyInterestLeft(DeferralInterest interest) {
        Loan loan = paid(Lent.regional("2400", 24, new LoanClauses(
                Optional.of(new Repayment(Imputation.PRINCIPAL_FIRST, 5, interest, 3)), Optional.empty())), 1, 23);
        return accepted(LoanRules.receive(loan, loan.state().outstanding(), on(FIRST.plusMonths(23))));
    }

    @Test
    void interestThatIsLeftAloneCanBeSpreadAnew() {
        Loan loan = onlyInterestLeft(DeferralInterest.ADDED_AT_END);
        LocalDate day = FIRST.plusMonths(23).plusDays(5);
        LoanState state = accepted(ChangeRules.reschedule(loan, 1, day.plusMonths(1), day)).state();
        assertEquals(Phase.RUNNING, state.phase());
    }

    @Test
    void interestThatIsLeftAloneCanBePutOff() {
        Loan loan = onlyInterestLeft(DeferralInterest.CAPITALISED);
        LocalDate day = FIRST.plusMonths(23).plusDays(5);
        LoanState state = accepted(ChangeRules.defer(loan, 1, day)).state();
        assertEquals(Phase.RUNNING, state.phase());
        assertEquals(Money.ofEuros("0.38"), state.instalments().get(24).left());
    }

    /** A lump sum that is just what is due leaves nothing to close with an instalment of nothing. */
    @Test
    void aLumpSumThatPaysTheLastDueOneIsNoInstalmentMore() {
        Loan loan = paid(loan(DeferralInterest.FORGIVEN), 1, 23);
        Money last = loan.state().instalment(24).orElseThrow().left();
        LoanState state = loan.with(Report.prepayment(FIRST.plusMonths(23), last, Prepayment.FULL)).state();
        assertEquals(24, state.instalmentsPaid());
        assertEquals(24, state.instalments().size());
    }

    /** Interest that is due is owed, whoever calls the money an early repayment. */
    @Test
    void aLumpSumThatIsLessThanWhatIsDueClosesNothing() {
        Loan loan = onlyInterestLeft(DeferralInterest.FORGIVEN);
        LoanState state = loan
                .with(Report.prepayment(FIRST.plusMonths(23).plusDays(5), Money.ofCents(1), Prepayment.FULL)).state();
        assertEquals(Phase.RUNNING, state.phase());
    }

    /** Close rates: after one instalment the bank's own balance is 427.28, a cent less than the borrower's. */
    @Test
    void allButACentCanBeRepaidThoughTheBanksOwnBalanceIsLower() {
        Loan loan = paid(Lent.loan(Lent.about(), "474.59", 10, "0.85", "0.86", LocalDate.of(2010, 2, 1), FIRST,
                Lent.USUAL), 1, 1);
        Loan prepaid = accepted(
                ChangeRules.prepay(loan, Money.ofEuros("427.28"), Prepayment.LOWER_INSTALMENT, FIRST));
        assertEquals(Money.ofCents(1), prepaid.state().outstanding());
    }

    /** 50.00 are paid of the first, of it 8.80 of interest; put off, that month's interest is asked for once more. */
    @Test
    void aMonthsInterestThatWasPaidIsNotAskedForAgain() {
        Loan loan = accepted(LoanRules.receive(loan(DeferralInterest.CAPITALISED), Money.ofEuros("50"), on(FIRST)));
        LoanState state = accepted(ChangeRules.defer(loan, 1, FIRST.plusDays(5))).state();
        long months = state.money().capitalised().cents() + state.instalment(1).orElseThrow().line().interest().cents()
                + state.instalment(2).orElseThrow().line().interest().cents();
        assertEquals(2 * 880, months, 20, "two months until 5 April, of 2,400 and then of 2,358.80");
    }

    /** A month put off bears 8.80 at the end, or when everything is repaid. */
    @Test
    void interestAddedAtTheEndIsOwedByWhoRepaysEarly() {
        LocalDate day = LocalDate.of(2010, 2, 2);
        Loan loan = accepted(ChangeRules.defer(loan(DeferralInterest.ADDED_AT_END), 1, day));
        LocalDate due = FIRST.plusMonths(1);
        loan = accepted(LoanRules.pay(loan, 1, loan.state().instalment(1).orElseThrow().left(), on(due)));
        assertEquals(loan.state().outstanding().plus(Money.ofEuros("8.80")), ChangeRules.owedOn(loan, due).sum());
    }

    /** 1,000 bear the interest of twenty days, and the last instalment asks for it, after a second lump sum too. */
    @Test
    void theDaysOfALumpSumAreOwedAfterAnotherOne() {
        LocalDate day = FIRST.plusDays(20);
        Loan loan = paid(loan(DeferralInterest.FORGIVEN), 1, 1);
        Loan once = accepted(ChangeRules.prepay(loan, Money.ofEuros("1000"), Prepayment.LOWER_INSTALMENT, day));
        Loan twice = accepted(
                ChangeRules.prepay(once, Money.ofEuros("1"), Prepayment.LOWER_INSTALMENT, day.plusDays(1)));
        long before = once.state().instalment(24).orElseThrow().line().interest().cents();
        long after = twice.state().instalment(24).orElseThrow().line().interest().cents();
        assertEquals(before, after, 1);
    }

    private static Money interestLeft(Loan loan) {
        return Money.sum(loan.state().instalments().stream().map(LoanInstalment::interestLeft).toList());
    }

    /** A month put off bears 8.80 at the end, where only the last one is open now: 104.21 and 9.18 due on 5 March 2012. */
    private static Loan lastOneBearsWhatWasPutOff() {
        return paid(accepted(ChangeRules.defer(loan(DeferralInterest.ADDED_AT_END), 1, LocalDate.of(2010, 2, 2))), 1,
                23);
    }

    /** 9.18, 0.06 of the five days until 10 March and 0.38 of the month until 10 April; the 8.80 are asked for once. */
    @Test
    void whatTheLastOneBearsIsSpreadAnewOnce() {
        LocalDate day = FIRST.plusMonths(24).plusDays(5);
        Loan loan = accepted(ChangeRules.reschedule(lastOneBearsWhatWasPutOff(), 1, day.plusMonths(1), day));
        assertEquals(Money.ofEuros("9.62"), interestLeft(loan));
    }

    private static Loan lastOneWasPaidInPartAndPutOff() {
        LocalDate day = FIRST.plusMonths(24).plusDays(5);
        Loan loan = accepted(LoanRules.receive(lastOneBearsWhatWasPutOff(), Money.ofEuros("5"), on(day)));
        return accepted(ChangeRules.defer(loan, 1, day.plusDays(1)));
    }

    /** 108.77 are left on 5 April: no more of it is owed on 30 March. */
    @Test
    void whoRepaysEarlyOwesNoMoreThanIsLeft() {
        Loan loan = lastOneWasPaidInPartAndPutOff();
        Money owed = ChangeRules.owedOn(loan, FIRST.plusMonths(24).plusDays(25)).sum();
        assertTrue(loan.state().instalment(24).orElseThrow().left().isAtLeast(owed), owed::toString);
    }

    /** 4.56 are left of the interest before. */
    @Test
    void aLumpSumMakesNoInterest() {
        Loan loan = lastOneWasPaidInPartAndPutOff();
        Loan prepaid = accepted(ChangeRules.prepay(loan, Money.ofEuros("50"), Prepayment.LOWER_INSTALMENT,
                FIRST.plusMonths(24).plusDays(25)));
        assertTrue(interestLeft(loan).isAtLeast(interestLeft(prepaid)), () -> interestLeft(prepaid).toString());
    }

    /**
     * 50.00 are paid of the first, which is put off until 5 June; all is spread anew from 12 April on. Once that is paid the
     * days since 12 April are owed: 29 of 30, of 2,264.60.
     */
    @Test
    void aPartThatWasPutOffStopsNoInterest() {
        Loan loan = accepted(LoanRules.receive(loan(DeferralInterest.FORGIVEN), Money.ofEuros("50"), on(FIRST)));
        loan = accepted(ChangeRules.defer(loan, 3, FIRST.plusDays(5)));
        loan = paid(accepted(ChangeRules.reschedule(loan, 24, LocalDate.of(2010, 4, 12), FIRST.plusDays(7))), 2, 2);
        assertEquals(Money.ofEuros("8.03"), ChangeRules.owedOn(loan, LocalDate.of(2010, 5, 11)).interest());
    }

    /**
     * The same part, put off until 5 July and spread anew over one month to 12 April: called in afterwards, no instalment is
     * to come, and what is carried is in the last one's interest.
     */
    @Test
    void aPartThatWasPutOffIsNoInstalmentToCome() {
        Loan loan = accepted(LoanRules.receive(loan(DeferralInterest.ADDED_AT_END), Money.ofEuros("50"), on(FIRST)));
        loan = accepted(ChangeRules.defer(loan, 3, FIRST.plusDays(5)));
        loan = accepted(ChangeRules.reschedule(loan, 1, LocalDate.of(2010, 4, 12), FIRST.plusDays(7)));
        Money asked = loan.state().instalment(2).orElseThrow().interestLeft();
        loan = loan.with(Report.plain(Report.Kind.ACCELERATION, LocalDate.of(2010, 4, 20), Money.ZERO));
        assertEquals(asked, loan.state().debt().interest());
    }
}
