package fr.microcredit.bank.loan.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.bank.loan.domain.Loan.Owed;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.bank.loan.domain.LoanInstalment.Standing;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/** How a loan stands and what is told of it: 300 EUR over 5 months at 1 %, the shortest that Dijon lends (domain.md 1.2). */
class LoanStandingTest {
    private static final LocalDate DISBURSED = LocalDate.of(2009, 2, 20);
    private static final LocalDate FIRST_DUE = LocalDate.of(2009, 3, 5);
    private static final Loan LOAN = Lent.subsidised(
            About.dossier(new UUID(0, 1), new UUID(0, 2), "ccas-dijon").at("cm-dijon"), "300", 5, "1", DISBURSED,
            FIRST_DUE);

    private static Decision.Accepted<Loan, LoanEvent> pay(Loan loan, int number, int daysLate, Payer payer) {
        LoanInstalment due = loan.state().instalment(number).orElseThrow();
        return (Decision.Accepted<Loan, LoanEvent>) LoanRules.pay(loan, number, due.line().payment(),
                new Payment(due.dueOn().plusDays(daysLate), payer));
    }

    private static Decision.Accepted<Loan, LoanEvent> miss(Loan loan, int number) {
        return (Decision.Accepted<Loan, LoanEvent>) LoanRules.miss(loan, number,
                loan.state().instalment(number).orElseThrow().dueOn());
    }

    @Test
    void aPaymentIsToldWithItsPartsAndWhatIsLeft() {
        assertEquals(List.of(new LoanEvent.InstalmentPaid(1, FIRST_DUE, Payer.BORROWER, Money.ofEuros("60.15"),
                Money.ofEuros("59.90"), Money.ofEuros("0.25"), Money.ofEuros("240.10"), Optional.empty())),
                pay(LOAN, 1, 0, Payer.BORROWER).events());
    }

    @Test
    void aMissedInstalmentIsToldWithWhatIsOwedThen() {
        assertEquals(List.of(new LoanEvent.InstalmentMissed(1, FIRST_DUE, Money.ofEuros("60.15"),
                Money.ofEuros("300"), Optional.empty())), miss(LOAN, 1).events());
    }

    /** The second came twelve days late, the third from the support commission: the borrower has not paid it (domain.md A.8). */
    @Test
    void theEndSaysHowItWasRepaid() {
        Loan loan = pay(pay(LOAN, 1, 0, Payer.BORROWER).state(), 2, 12, Payer.BORROWER).state();
        loan = pay(miss(loan, 3).state(), 3, 4, Payer.SUPPORT_COMMISSION).state();
        loan = pay(loan, 4, 0, Payer.BORROWER).state();
        assertEquals("running", loan.status());
        assertEquals(4, loan.state().instalmentsPaid());
        Decision.Accepted<Loan, LoanEvent> end = pay(loan, 5, 0, Payer.BORROWER);
        Money borrowers = Money.ofEuros("0.60");
        assertEquals(new LoanEvent.RepaidInFull(5, borrowers, 1, 1, 12), end.events().get(1));
        assertEquals("repaid", end.state().status());
        assertEquals(Money.ZERO, end.state().state().outstanding());
    }

    @ParameterizedTest(name = "paid {0} days late: {1} days")
    @CsvSource({"0, 0", "1, 1", "30, 30"})
    void aDelayIsCountedFromTheDueDate(int daysLate, long days) {
        Loan paid = pay(LOAN, 1, daysLate, Payer.BORROWER).state();
        assertEquals(days, paid.state().instalment(1).orElseThrow().delayDays());
        assertEquals(days, paid.state().longestDelayDays());
        assertEquals(0, LOAN.state().instalment(1).orElseThrow().delayDays());
    }

    @Test
    void anInstalmentIsDueThenMissedThenPaid() {
        Loan missed = miss(LOAN, 1).state();
        Loan paid = pay(missed, 1, 9, Payer.BORROWER).state();
        assertEquals(List.of(Standing.DUE, Standing.MISSED, Standing.PAID),
                List.of(LOAN, missed, paid).stream().map(each -> each.state().instalment(1).orElseThrow().standing())
                        .toList());
        assertEquals(List.of(Optional.of(1), Optional.of(1), Optional.of(2)), List.of(LOAN, missed, paid).stream()
                .map(each -> each.state().firstUnpaid().map(LoanInstalment::number)).toList());
        assertEquals(1, paid.state().missed().size(), "it was missed for ever");
    }

    @Test
    void aMissIsReportedOnce() {
        Loan missed = miss(LOAN, 1).state();
        assertEquals(Decision.unchanged(missed), LoanRules.miss(missed, 1, FIRST_DUE));
        assertEquals(List.of("already-reported"), codes(LoanRules.miss(missed, 1, FIRST_DUE.plusDays(1))));
    }

    /** 240.10 at 1 % since 2009-03-05: 24 days make 0.1579; before the first payment it is the whole since the pay-out. */
    @ParameterizedTest(name = "after the first instalment: {0}, on {1}: {2} and {3}")
    @CsvSource({"true, 2009-03-05, 240.10, 0.00", "true, 2009-03-29, 240.10, 0.16", "true, 2009-03-01, 240.10, 0.00",
            "false, 2009-03-01, 300.00, 0.07"})
    void whoWithdrawsOwesInterestSinceTheNewestPayment(boolean paid, LocalDate on, String principal, String interest) {
        Loan loan = paid ? pay(LOAN, 1, 0, Payer.BORROWER).state() : LOAN;
        Owed owed = loan.owedOn(on);
        assertEquals(new Owed(Money.ofEuros(principal), Money.ofEuros(interest), paid ? FIRST_DUE : DISBURSED), owed);
        assertEquals(Money.ofEuros(principal).plus(Money.ofEuros(interest)), owed.sum());
    }

    @Test
    void onAWithdrawnLoanNothingIsReported() {
        Loan withdrawn = LOAN.withdrawn(DISBURSED.plusDays(3));
        assertEquals("withdrawn", withdrawn.status());
        assertEquals(List.of("loan-withdrawn"), codes(LoanRules.miss(withdrawn, 1, FIRST_DUE)));
        assertEquals(List.of("loan-withdrawn"), codes(LoanRules.pay(withdrawn, 1,
                LOAN.state().instalment(1).orElseThrow().line().payment(), new Payment(FIRST_DUE, Payer.BORROWER))));
    }

    @Test
    void aRebateIsCreditedOnItsDay() {
        Loan ordered = LoanRules.orderRebate(LOAN, Money.ofEuros("0.30"));
        assertEquals(Optional.of(new Loan.Rebate(Money.ofEuros("0.30"), Optional.empty())), ordered.rebate());
        Decision.Accepted<Loan, LoanEvent> credited = (Decision.Accepted<Loan, LoanEvent>) LoanRules
                .creditRebate(ordered, FIRST_DUE);
        assertEquals(Optional.of(new Loan.Rebate(Money.ofEuros("0.30"), Optional.of(FIRST_DUE))),
                credited.state().rebate());
        assertEquals(List.of(new LoanEvent.RebateCredited(Money.ofEuros("0.30"))), credited.events());
    }

    @Test
    void eachBankHasALoanOfItsOwn() {
        assertEquals("00000000-0000-0000-0000-000000000001/cm-dijon", LOAN.key());
        assertEquals(LOAN.key(), Loan.keyOf(new UUID(0, 1), "cm-dijon"));
        assertEquals("cm-dijon", LOAN.tenant());
        assertEquals(DISBURSED, LOAN.day());
        assertEquals(DISBURSED, LOAN.lastOn(), "reports have an order of their own");
        assertEquals(1, LOAN.state().tableVersion());
    }

    private static List<String> codes(Decision<Loan, LoanEvent> decision) {
        return ((Decision.Refused<Loan, LoanEvent>) decision).reasons().stream().map(Reason::code).toList();
    }
}
