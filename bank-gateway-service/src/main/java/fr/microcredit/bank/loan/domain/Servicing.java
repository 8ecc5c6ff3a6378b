package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.microcredit.bank.loan.domain.LoanDecision.Refusal;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.kit.money.Money;

/** What a bank may report of a loan, and what follows from it. */
public final class Servicing {
    private Servicing() {
    }

    /** An instalment is paid whole and in its turn; the last one ends the loan. */
    public static LoanDecision pay(Loan loan, int number, Money amount, Payment payment) {
        Optional<LoanInstalment> found = loan.instalment(number);
        if (found.isEmpty()) {
            return LoanDecision.refused(Refusal.NO_SUCH_INSTALMENT);
        }
        LoanInstalment instalment = found.get();
        if (instalment.isPaid()) {
            boolean same = instalment.payment().equals(Optional.of(payment))
                    && amount.equals(instalment.figures().payment());
            return repeated(same, loan);
        }
        Optional<Refusal> refusal = refusal(loan, instalment, amount, payment);
        return refusal.isPresent() ? LoanDecision.refused(refusal.get()) : paid(loan, instalment.paid(payment));
    }

    private static Optional<Refusal> refusal(Loan loan, LoanInstalment instalment, Money amount, Payment payment) {
        if (!loan.firstUnpaid().equals(Optional.of(instalment))) {
            return Optional.of(Refusal.EARLIER_UNPAID);
        }
        if (!amount.equals(instalment.figures().payment())) {
            return Optional.of(Refusal.WRONG_AMOUNT);
        }
        return payment.on().isBefore(loan.newestPaymentOn())
                ? Optional.of(Refusal.DATES_OUT_OF_ORDER)
                : Optional.empty();
    }

    private static LoanDecision paid(Loan loan, LoanInstalment paid) {
        LocalDate on = paid.payment().orElseThrow().on();
        Loan after = loan.with(paid);
        List<LoanEvent> events = new ArrayList<>();
        events.add(new LoanEvent.InstalmentPaid(after, paid, on));
        if (after.isRepaid()) {
            events.add(new LoanEvent.RepaidInFull(after, on));
        }
        return new LoanDecision.Accepted(after, events);
    }

    public static LoanDecision miss(Loan loan, int number, LocalDate on) {
        Optional<LoanInstalment> found = loan.instalment(number);
        if (found.isEmpty()) {
            return LoanDecision.refused(Refusal.NO_SUCH_INSTALMENT);
        }
        LoanInstalment instalment = found.get();
        if (instalment.missedOn().isPresent()) {
            return repeated(instalment.missedOn().equals(Optional.of(on)), loan);
        }
        if (instalment.isPaid()) {
            return LoanDecision.refused(Refusal.ALREADY_REPORTED);
        }
        if (on.isBefore(instalment.dueOn())) {
            return LoanDecision.refused(Refusal.NOT_DUE);
        }
        LoanInstalment missed = instalment.missed(on);
        Loan after = loan.with(missed);
        return new LoanDecision.Accepted(after, List.of(new LoanEvent.InstalmentMissed(after, missed, on)));
    }

    /** The Region's order, noted for the bank to carry out. */
    public static Loan orderRebate(Loan loan, Money amount) {
        return loan.rebateOrdered().isPresent() ? loan : loan.rebate(amount, Optional.empty());
    }

    public static LoanDecision creditRebate(Loan loan, LocalDate on) {
        if (loan.rebateOrdered().isEmpty()) {
            return LoanDecision.refused(Refusal.NO_REBATE_ORDERED);
        }
        if (loan.rebateCredited().isPresent()) {
            return repeated(loan.rebateCredited().equals(Optional.of(on)), loan);
        }
        Loan after = loan.rebate(loan.rebateOrdered().get(), Optional.of(on));
        return new LoanDecision.Accepted(after, List.of(new LoanEvent.RebateCredited(after, on)));
    }

    private static LoanDecision repeated(boolean same, Loan loan) {
        return same ? new LoanDecision.Accepted(loan, List.of()) : LoanDecision.refused(Refusal.ALREADY_REPORTED);
    }
}
