package fr.microcredit.bank.loan.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.money.Money;

class LoanRulesTest {
    private static final LocalDate DISBURSED = LocalDate.of(2009, 2, 20);
    private static final LocalDate FIRST_DUE = LocalDate.of(2009, 3, 5);

    /** The demonstration's dossier (c): 1 800 over 24 months at 1 %, the 7th missed and paid 20 days later. */
    @Test
    void aMissedInstalmentIsPaidLaterAndTheLoanEnds() {
        Loan loan = loan();
        for (int number = 1; number <= 6; number++) {
            loan = pay(loan, number, loan.state().instalment(number).orElseThrow().dueOn(), Payer.BORROWER);
        }
        LocalDate seventh = LocalDate.of(2009, 9, 5);
        Decision.Accepted<Loan, LoanEvent> missed = accepted(LoanRules.miss(loan, 7, seventh));
        assertEquals(Money.ofEuros("1353.39"), missed.state().state().outstanding());
        loan = pay(missed.state(), 7, seventh.plusDays(20), Payer.BORROWER);
        for (int number = 8; number <= 24; number++) {
            loan = pay(loan, number, loan.state().instalment(number).orElseThrow().dueOn(), Payer.BORROWER);
        }
        assertEquals("repaid", loan.status());
        assertEquals(Money.ZERO, loan.state().outstanding());
        assertEquals(Money.ofEuros("18.82"), loan.state().interestPaidByBorrower());
        assertEquals(1, loan.state().missed().size());
        assertEquals(0, loan.state().unpaidInstalments());
        assertEquals(20, loan.state().longestDelayDays());
    }

    @Test
    void theLastPaymentEndsTheLoanOnce() {
        Loan loan = loan();
        for (int number = 1; number <= 23; number++) {
            loan = pay(loan, number, loan.state().instalment(number).orElseThrow().dueOn(), Payer.BORROWER);
        }
        LoanInstalment last = loan.state().instalment(24).orElseThrow();
        assertEquals(Money.ofEuros("75.88"), last.line().payment());
        Decision.Accepted<Loan, LoanEvent> end = accepted(LoanRules.pay(loan, 24, last.line().payment(),
                new Payment(last.dueOn(), Payer.BORROWER)));
        assertEquals(2, end.events().size());
        Decision.Accepted<Loan, LoanEvent> again = accepted(LoanRules.pay(end.state(), 24, last.line().payment(),
                new Payment(last.dueOn(), Payer.BORROWER)));
        assertEquals(List.of(), again.events());
    }

    @Test
    void whatTheSupportCommissionPaysIsNoInterestOfTheBorrower() {
        Loan loan = pay(loan(), 1, FIRST_DUE, Payer.SUPPORT_COMMISSION);
        assertEquals(Money.ZERO, loan.state().interestPaidByBorrower());
        assertEquals(24, loan.state().unpaidInstalments());
    }

    @Test
    void paymentsComeInTurnWholeAndNotTwice() {
        Loan loan = loan();
        Money amount = loan.state().instalment(1).orElseThrow().line().payment();
        Payment payment = new Payment(FIRST_DUE, Payer.BORROWER);
        assertEquals("earlier-instalment-unpaid", refusal(LoanRules.pay(loan, 2, amount, payment)));
        assertEquals("wrong-amount", refusal(LoanRules.pay(loan, 1, amount.plus(Money.ofCents(1)), payment)));
        assertEquals("not-found", refusal(LoanRules.pay(loan, 25, amount, payment)));
        assertEquals("not-found", refusal(LoanRules.pay(loan, 0, amount, payment)));
        assertEquals("before-due-date",
                refusal(LoanRules.pay(loan, 1, amount, new Payment(DISBURSED.minusDays(1), Payer.BORROWER))));
        Loan paid = pay(loan, 1, FIRST_DUE, Payer.BORROWER);
        assertEquals("already-reported",
                refusal(LoanRules.pay(paid, 1, amount, new Payment(FIRST_DUE.plusDays(1), Payer.BORROWER))));
        assertEquals("already-reported",
                refusal(LoanRules.pay(paid, 1, amount.plus(Money.ofCents(1)), payment)),
                "another amount is another report");
        assertEquals("before-due-date",
                refusal(LoanRules.pay(paid, 2, amount, new Payment(FIRST_DUE.minusDays(1), Payer.BORROWER))));
        assertEquals("already-reported", refusal(LoanRules.miss(paid, 1, FIRST_DUE)));
        assertEquals("not-due", refusal(LoanRules.miss(loan, 1, FIRST_DUE.minusDays(1))));
    }

    /**
     * The first was paid on 1 May, and then one of 10 April is told: that was the first, and the one of 1 May the second. The
     * order in which they are told changes nothing.
     */
    @Test
    void aPaymentToldLaterTakesItsPlace() {
        Loan late = pay(loan(), 1, LocalDate.of(2009, 5, 1), Payer.BORROWER);
        Money amount = late.state().instalment(2).orElseThrow().line().payment();
        Payment older = new Payment(LocalDate.of(2009, 4, 10), Payer.BORROWER);
        Loan both = accepted(LoanRules.pay(late, 2, amount, older)).state();
        assertEquals(Optional.of(older), both.state().instalment(1).orElseThrow().payment());
        assertEquals(LocalDate.of(2009, 5, 1), both.state().instalment(2).orElseThrow().payment().orElseThrow().on());
    }

    @Test
    void aRebateIsCreditedOnceAndOnlyWhenOrdered() {
        Loan loan = loan();
        assertEquals("no-rebate-ordered", refusal(LoanRules.creditRebate(loan, FIRST_DUE)));
        Loan ordered = LoanRules.orderRebate(loan, Money.ofEuros("69.71"));
        assertEquals(ordered, LoanRules.orderRebate(ordered, Money.ofEuros("70")), "the first order stands");
        Decision.Accepted<Loan, LoanEvent> credited = accepted(LoanRules.creditRebate(ordered, FIRST_DUE));
        assertEquals(1, credited.events().size());
        assertEquals(List.of(), accepted(LoanRules.creditRebate(credited.state(), FIRST_DUE)).events());
        assertEquals("already-reported", refusal(LoanRules.creditRebate(credited.state(), FIRST_DUE.plusDays(1))));
    }

    /** Money that comes before its day saves interest: it is no instalment (domain.md A.21). */
    @Test
    void severalInstalmentsAtOnceBeforeTheyFallDueAreNoInstalments() {
        Loan loan = pay(loan(), 1, FIRST_DUE, Payer.BORROWER);
        LoanInstalment second = loan.state().instalment(2).orElseThrow();
        for (LocalDate early : List.of(FIRST_DUE, second.dueOn().minusDays(1))) {
            assertEquals("before-due-date", refusal(LoanRules.pay(loan, 2, second.line().payment(),
                    new Payment(early, Payer.BORROWER))), "paid on " + early);
        }
        assertTrue(
                LoanRules.pay(loan, 2, second.line().payment(), new Payment(second.dueOn(), Payer.BORROWER)).holds());
    }

    /** No rebate on the interest of months that the borrower never had the money for. */
    @Test
    void onTheDayOfThePayOutNoInstalmentIsPaid() {
        Loan loan = loan();
        Money first = loan.state().instalment(1).orElseThrow().line().payment();
        assertEquals("before-due-date",
                refusal(LoanRules.pay(loan, 1, first, new Payment(DISBURSED, Payer.BORROWER))));
        for (int number = 2; number <= loan.state().instalments().size(); number++) {
            Money amount = loan.state().instalment(number).orElseThrow().line().payment();
            assertFalse(LoanRules.pay(loan, number, amount, new Payment(DISBURSED, Payer.BORROWER))
                    .holds());
        }
    }

    @Test
    void aPaymentComesAfterItsOwnMiss() {
        Loan missed = accepted(LoanRules.miss(loan(), 1, FIRST_DUE.plusDays(9))).state();
        Money amount = missed.state().instalment(1).orElseThrow().line().payment();
        assertEquals("before-it-was-missed",
                refusal(LoanRules.pay(missed, 1, amount, new Payment(FIRST_DUE.plusDays(8), Payer.BORROWER))));
        assertTrue(LoanRules.pay(missed, 1, amount, new Payment(FIRST_DUE.plusDays(9), Payer.BORROWER)).holds());
    }

    private static Loan loan() {
        return Lent.subsidised(About.dossier(new UUID(0, 1), new UUID(0, 2), "ccas-dijon").at("cm-dijon"), "1800", 24,
                "1", DISBURSED, FIRST_DUE);
    }

    private static Loan pay(Loan loan, int number, LocalDate on, Payer payer) {
        return accepted(LoanRules.pay(loan, number, loan.state().instalment(number).orElseThrow().line().payment(),
                new Payment(on, payer))).state();
    }

    private static Decision.Accepted<Loan, LoanEvent> accepted(Decision<Loan, LoanEvent> decision) {
        return decision.orThrow(RefusedException::new);
    }

    private static String refusal(Decision<Loan, LoanEvent> decision) {
        return ((Decision.Refused<Loan, LoanEvent>) decision).reasons().get(0).code();
    }
}
