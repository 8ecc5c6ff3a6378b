package fr.microcredit.bank.loan.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fr.microcredit.bank.loan.domain.LoanDecision.Refusal;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

class ServicingTest {
    private static final LocalDate DISBURSED = LocalDate.of(2009, 2, 20);
    private static final LocalDate FIRST_DUE = LocalDate.of(2009, 3, 5);

    /** The demonstration's dossier (c): 1 800 over 24 months at 1 %, the 7th missed and paid 20 days later. */
    @Test
    void aMissedInstalmentIsPaidLaterAndTheLoanEnds() {
        Loan loan = loan();
        for (int number = 1; number <= 6; number++) {
            loan = pay(loan, number, loan.instalment(number).orElseThrow().dueOn(), Payer.BORROWER);
        }
        LocalDate seventh = LocalDate.of(2009, 9, 5);
        LoanDecision.Accepted missed = (LoanDecision.Accepted) Servicing.miss(loan, 7, seventh);
        assertEquals(Money.ofEuros("1353.39"), missed.loan().outstanding());
        loan = pay(missed.loan(), 7, seventh.plusDays(20), Payer.BORROWER);
        for (int number = 8; number <= 24; number++) {
            loan = pay(loan, number, loan.instalment(number).orElseThrow().dueOn(), Payer.BORROWER);
        }
        assertTrue(loan.isRepaid());
        assertEquals(Money.ZERO, loan.outstanding());
        assertEquals(Money.ofEuros("18.82"), loan.interestPaidByBorrower());
        assertEquals(1, loan.missedInstalments());
        assertEquals(0, loan.unpaidInstalments());
        assertEquals(20, loan.longestDelayDays());
    }

    @Test
    void theLastPaymentEndsTheLoanOnce() {
        Loan loan = loan();
        for (int number = 1; number <= 23; number++) {
            loan = pay(loan, number, loan.instalment(number).orElseThrow().dueOn(), Payer.BORROWER);
        }
        LoanInstalment last = loan.instalment(24).orElseThrow();
        assertEquals(Money.ofEuros("75.88"), last.figures().payment());
        LoanDecision.Accepted end = (LoanDecision.Accepted) Servicing.pay(loan, 24, last.figures().payment(),
                new Payment(last.dueOn(), Payer.BORROWER));
        assertEquals(2, end.events().size());
        LoanDecision.Accepted again = (LoanDecision.Accepted) Servicing.pay(end.loan(), 24, last.figures().payment(),
                new Payment(last.dueOn(), Payer.BORROWER));
        assertEquals(List.of(), again.events());
    }

    @Test
    void whatTheSupportCommissionPaysIsNoInterestOfTheBorrower() {
        Loan loan = pay(loan(), 1, FIRST_DUE, Payer.SUPPORT_COMMISSION);
        assertEquals(Money.ZERO, loan.interestPaidByBorrower());
        assertEquals(24, loan.unpaidInstalments());
    }

    @Test
    void paymentsComeInTurnWholeAndNotTwice() {
        Loan loan = loan();
        Money amount = loan.instalment(1).orElseThrow().figures().payment();
        Payment payment = new Payment(FIRST_DUE, Payer.BORROWER);
        assertEquals(Refusal.EARLIER_UNPAID, refusal(Servicing.pay(loan, 2, amount, payment)));
        assertEquals(Refusal.WRONG_AMOUNT, refusal(Servicing.pay(loan, 1, amount.plus(Money.ofCents(1)), payment)));
        assertEquals(Refusal.NO_SUCH_INSTALMENT, refusal(Servicing.pay(loan, 25, amount, payment)));
        assertEquals(Refusal.NO_SUCH_INSTALMENT, refusal(Servicing.pay(loan, 0, amount, payment)));
        assertEquals(Refusal.DATES_OUT_OF_ORDER,
                refusal(Servicing.pay(loan, 1, amount, new Payment(DISBURSED.minusDays(1), Payer.BORROWER))));
        Loan paid = pay(loan, 1, FIRST_DUE, Payer.BORROWER);
        assertEquals(Refusal.ALREADY_REPORTED,
                refusal(Servicing.pay(paid, 1, amount, new Payment(FIRST_DUE.plusDays(1), Payer.BORROWER))));
        assertEquals(Refusal.ALREADY_REPORTED,
                refusal(Servicing.pay(paid, 1, amount.plus(Money.ofCents(1)), payment)),
                "another amount is another report");
        assertEquals(Refusal.DATES_OUT_OF_ORDER,
                refusal(Servicing.pay(paid, 2, amount, new Payment(FIRST_DUE.minusDays(1), Payer.BORROWER))));
        assertEquals(Refusal.ALREADY_REPORTED, refusal(Servicing.miss(paid, 1, FIRST_DUE)));
        assertEquals(Refusal.NOT_DUE, refusal(Servicing.miss(loan, 1, FIRST_DUE.minusDays(1))));
    }

    @Test
    void aRebateIsCreditedOnceAndOnlyWhenOrdered() {
        Loan loan = loan();
        assertEquals(Refusal.NO_REBATE_ORDERED, refusal(Servicing.creditRebate(loan, FIRST_DUE)));
        Loan ordered = Servicing.orderRebate(loan, Money.ofEuros("69.71"));
        assertEquals(ordered, Servicing.orderRebate(ordered, Money.ofEuros("70")), "the first order stands");
        LoanDecision.Accepted credited = (LoanDecision.Accepted) Servicing.creditRebate(ordered, FIRST_DUE);
        assertEquals(1, credited.events().size());
        assertEquals(List.of(), ((LoanDecision.Accepted) Servicing.creditRebate(credited.loan(), FIRST_DUE)).events());
        assertEquals(Refusal.ALREADY_REPORTED, refusal(Servicing.creditRebate(credited.loan(), FIRST_DUE.plusDays(1))));
    }

    private static Loan loan() {
        Money principal = Money.ofEuros("1800");
        Rate rate = Rate.ofPercent("1");
        return new Loan(new UUID(0, 1), "ccas-dijon", "cm-dijon", new UUID(0, 2), principal, rate, DISBURSED,
                Loan.schedule(principal, 24, rate, FIRST_DUE), Optional.empty(), Optional.empty());
    }

    private static Loan pay(Loan loan, int number, LocalDate on, Payer payer) {
        return ((LoanDecision.Accepted) Servicing.pay(loan, number,
                loan.instalment(number).orElseThrow().figures().payment(),
                new Payment(on, payer))).loan();
    }

    private static Refusal refusal(LoanDecision decision) {
        return ((LoanDecision.Refused) decision).refusal();
    }
}
