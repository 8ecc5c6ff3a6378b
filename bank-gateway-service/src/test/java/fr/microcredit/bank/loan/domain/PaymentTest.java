package fr.microcredit.bank.loan.domain;

import static fr.microcredit.bank.loan.domain.Lent.accepted;
import static fr.microcredit.bank.loan.domain.Lent.paid;
import static fr.microcredit.bank.loan.domain.Lent.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.bank.loan.domain.LoanClauses.Imputation;
import fr.microcredit.bank.loan.domain.LoanClauses.Repayment;
import fr.microcredit.bank.loan.domain.LoanEvent.DeferralInterest;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.bank.loan.domain.LoanInstalment.Standing;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.money.Money;

/** 2,400 over 24 months at 4.40 %: the first instalment of 104.65 is 8.80 of interest and 95.85 of principal, due on 5 March 2010. */
class PaymentTest {
    private static final Loan LOAN = Lent.regional("2400", 24, Lent.USUAL);
    private static final LocalDate FIRST = LocalDate.of(2010, 3, 5);

    private static Money euros(String amount) {
        return Money.ofEuros(amount);
    }

    private static Decision<Loan, LoanEvent> receive(Loan loan, String amount, LocalDate on) {
        return LoanRules.receive(loan, euros(amount), new Payment(on, Payer.BORROWER));
    }

    private static List<LoanEvent> told(Decision<Loan, LoanEvent> decision) {
        return ((Decision.Accepted<Loan, LoanEvent>) decision).events();
    }

    @ParameterizedTest(name = "{1} of the first, {0}: {2} of interest, {3} of principal")
    @CsvSource({"INTEREST_FIRST, 5.00, 5.00, 0.00", "INTEREST_FIRST, 8.80, 8.80, 0.00",
            "INTEREST_FIRST, 50.00, 8.80, 41.20",
            "PRINCIPAL_FIRST, 50.00, 0.00, 50.00", "PRINCIPAL_FIRST, 100.00, 4.15, 95.85"})
    void aPartGoesWhereTheConventionSays(Imputation imputation, String amount, String interest, String principal) {
        LoanClauses clauses = new LoanClauses(
                Optional.of(new Repayment(imputation, 5, DeferralInterest.FORGIVEN, 3)), Optional.empty());
        Decision<Loan, LoanEvent> part = receive(Lent.regional("2400", 24, clauses), amount, FIRST);
        Money left = euros("2400").minus(euros(principal));
        assertEquals(List.of(new LoanEvent.PaymentReceived(1, Payer.BORROWER, euros(amount), euros(principal),
                euros(interest), Money.ZERO, left)), told(part));
        LoanInstalment first = accepted(part).state().instalment(1).orElseThrow();
        assertEquals(Standing.PARTIAL, first.standing());
        assertEquals(euros("104.65").minus(euros(amount)), first.left());
    }

    @Test
    void twoPartsMakeAWhole() {
        Loan part = accepted(receive(LOAN, "50.00", FIRST));
        Decision<Loan, LoanEvent> rest = receive(part, "54.65", FIRST.plusDays(3));
        LoanEvent.InstalmentPaid whole = (LoanEvent.InstalmentPaid) told(rest).get(1);
        assertEquals(euros("104.65"), whole.amount());
        assertEquals(euros("2304.15"), whole.outstanding());
        assertEquals(3, accepted(rest).state().longestDelayDays());
        assertEquals(told(rest).subList(1, 2),
                told(LoanRules.pay(part, 1, euros("54.65"), new Payment(FIRST.plusDays(3), Payer.BORROWER))).subList(1,
                        2),
                "what is left of an instalment can be paid by its number");
    }

    /** Two are due and two and a half come: the half is owed back and is given back. */
    @Test
    void whatIsTooMuchIsOwedBack() {
        LocalDate second = FIRST.plusMonths(1);
        Decision<Loan, LoanEvent> several = receive(LOAN, "261.00", second);
        LoanState state = accepted(several).state();
        assertEquals(2, state.instalmentsPaid());
        assertEquals(euros("51.70"), state.money().overpaid());
        assertEquals(euros("51.70"), ((LoanEvent.PaymentReceived) told(several).get(0)).overpaid());
        assertEquals(3, told(several).size());
        assertEquals("more-than-overpaid", refused(LoanRules.giveBack(accepted(several), euros("51.71"), second)));
        Loan back = accepted(LoanRules.giveBack(accepted(several), euros("51.70"), second));
        assertEquals(Money.ZERO, back.state().money().overpaid());
    }

    @Test
    void nothingIsPaidBeforeItIsDue() {
        assertEquals("nothing-due", refused(receive(LOAN, "104.65", FIRST.minusDays(1))));
        assertEquals("loan-repaid", refused(receive(paid(LOAN, 1, 24), "1.00", FIRST.plusYears(3))));
    }

    /** Due on the 5th and rejected; within five days it is no unpaid instalment (domain.md 4.6), on the sixth it is. */
    @ParameterizedTest(name = "paid on {0}: {1} missed")
    @CsvSource({"2010-03-10, 0", "2010-03-11, 1"})
    void aDebitPresentedAgainInTimeIsNoUnpaidInstalment(LocalDate on, int missed) {
        Loan rejected = accepted(LoanRules.miss(LOAN, 1, FIRST));
        assertEquals(1, rejected.state().missed().size());
        Loan paid = accepted(LoanRules.pay(rejected, 1, euros("104.65"), new Payment(on, Payer.BORROWER)));
        assertEquals(missed, paid.state().missed().size());
    }

    /** Reported for the wrong loan: it is as if it had never been, and stays in the journal. */
    @Test
    void aSlipIsAnsweredByALine() {
        Loan right = paid(LOAN, 1, 3);
        Loan slip = paid(right, 4, 4);
        LocalDate later = FIRST.plusMonths(5);
        Decision<Loan, LoanEvent> corrected = CorrectionRules.correct(slip, 4, later);
        assertEquals(List.of(new LoanEvent.Corrected(5, 4, right.state().outstanding(), 3, 0,
                right.state().interestPaidByBorrower())), told(corrected));
        Loan after = accepted(corrected);
        assertEquals(right.state(), after.state());
        assertEquals(5, after.reports().size());
        assertEquals(Decision.unchanged(after), CorrectionRules.correct(after, 4, later));
        assertEquals("correction-of-a-correction", refused(CorrectionRules.correct(after, 5, later)));
        assertEquals("not-found", refused(CorrectionRules.correct(after, 6, later)));
        assertEquals("before-the-newest-report", refused(CorrectionRules.correct(slip, 4, FIRST)));
        assertTrue(LoanRules.pay(after, 4, euros("104.65"), new Payment(FIRST.plusMonths(3), Payer.BORROWER)).holds());
    }

    /** The first of three payments was wrong: the others move up. */
    @Test
    void whatFollowedASlipMovesUp() {
        LoanState state = accepted(CorrectionRules.correct(paid(LOAN, 1, 3), 1, FIRST.plusMonths(3))).state();
        assertEquals(2, state.instalmentsPaid());
        assertEquals(FIRST.plusMonths(1), state.instalment(1).orElseThrow().payment().orElseThrow().on());
    }

    /** The deferral had put 8.80 on the last instalment; without it everything is paid, and that is told. */
    @Test
    void aCorrectionThatLeavesNothingToPayEndsTheLoan() {
        Loan deferred = accepted(ChangeRules.defer(Lent.regional("2400", 24, Lent.USUAL), 1, FIRST.minusDays(3)));
        Loan all = paid(deferred, 1, 23);
        LocalDate last = FIRST.plusMonths(24);
        Loan owing = accepted(receive(all, "104.59", last));
        List<LoanEvent> told = told(CorrectionRules.correct(owing, 1, last));
        assertTrue(told.get(told.size() - 1) instanceof LoanEvent.RepaidInFull, told::toString);
    }

    @Test
    void aTableThatWasWrongIsAnsweredByAnotherOne() {
        Loan deferred = accepted(ChangeRules.defer(LOAN, 2, FIRST.minusDays(3)));
        assertEquals("before-another-agreement", refused(receive(paid(deferred, 1, 1), "1", FIRST.minusDays(4))));
        Decision<Loan, LoanEvent> corrected = CorrectionRules.correct(deferred, 1, FIRST);
        LoanEvent.Rescheduled again = (LoanEvent.Rescheduled) told(corrected).get(1);
        assertEquals(3, again.table().version());
        assertEquals(LOAN.agreement().table().lines(), again.table().lines());
    }

    /** Admissible on 5 April: what is older is not paid any more, but by others (Code de la consommation, L722-5). */
    @Test
    void onceOverIndebtednessIsAdmissibleTheBorrowerPaysNothing() {
        LocalDate second = FIRST.plusMonths(1);
        Loan stopped = LOAN.hearing(LOAN.heard().stopped(second).stopped(second.minusDays(9)));
        assertTrue(receive(stopped, "104.65", second.minusDays(1)).holds());
        assertEquals("payments-stopped", refused(receive(stopped, "104.65", second)));
        assertEquals("payments-stopped",
                refused(LoanRules.pay(stopped, 1, euros("104.65"), new Payment(second, Payer.BORROWER))));
        assertEquals("payments-stopped", refused(ChangeRules.prepay(paid(LOAN, 1, 2).hearing(stopped.heard()),
                euros("500"), LoanEvent.Prepayment.SHORTER_TERM, second)));
        assertTrue(
                LoanRules.pay(stopped, 1, euros("104.65"), new Payment(second, Payer.SUPPORT_COMMISSION)).holds());
    }

    /** The newest request counts, and each promise once. */
    @Test
    void whatOthersTellIsNotedOnce() {
        Heard.Promise promise = new Heard.Promise(new UUID(0, 1), List.of(1), euros("104.65"), FIRST);
        Heard heard = LOAN.heard().asking(new Heard.DeferralAsked(2, FIRST)).asking(
                new Heard.DeferralAsked(1, FIRST.minusDays(1))).promising(promise).promising(promise);
        assertEquals(new Heard(Optional.of(new Heard.DeferralAsked(2, FIRST)), List.of(promise), Optional.empty()),
                heard);
        assertEquals(List.of(promise), heard.withdrawing(new UUID(0, 2)).promises());
        assertEquals(List.of(), heard.withdrawing(promise.requestId()).promises());
    }

    @Test
    void howItStoodOnADay() {
        Loan loan = paid(LOAN, 1, 3);
        assertEquals(2, loan.stateOn(FIRST.plusMonths(2).minusDays(1)).instalmentsPaid());
        assertEquals(euros("2400"), loan.stateOn(FIRST.minusDays(1)).outstanding());
        assertEquals(1, loan.state().unpaidOn(FIRST.plusMonths(3)).size());
    }
}
