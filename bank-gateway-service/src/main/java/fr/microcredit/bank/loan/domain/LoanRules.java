package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import fr.microcredit.bank.loan.domain.Loan.Rebate;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.money.Money;

/** What a bank may report of a loan, and what follows from it. */
public final class LoanRules {
    private static final Reason ALREADY_REPORTED = Reason.conflict("already-reported");

    private LoanRules() {
    }

    /**
     * An instalment is paid whole and in its turn, on its day or later: money before the day is an early repayment, which
     * saves interest, and no instalment (domain.md A.21). The last one ends the loan.
     */
    public static Decision<Loan, LoanEvent> pay(Loan loan, int number, Money amount, Payment payment) {
        return instalment(loan, number, instalment -> {
            if (instalment.isPaid()) {
                boolean same = instalment.payment().equals(Optional.of(payment))
                        && amount.equals(instalment.line().payment());
                return repeated(same, loan);
            }
            return Decision.unless(faults(loan, instalment, amount, payment),
                    () -> paid(loan, instalment.paid(payment)));
        });
    }

    private static Decision<Loan, LoanEvent> instalment(Loan loan, int number,
            Function<LoanInstalment, Decision<Loan, LoanEvent>> rule) {
        if (loan.withdrawnOn().isPresent()) {
            return Decision.refused(Reason.conflict("loan-withdrawn"));
        }
        return loan.instalment(number).map(rule).orElseGet(() -> Decision.refused(Reason.unknown()));
    }

    private static List<Reason> faults(Loan loan, LoanInstalment instalment, Money amount, Payment payment) {
        List<Reason> reasons = new ArrayList<>();
        if (!loan.firstUnpaid().equals(Optional.of(instalment))) {
            reasons.add(Reason.conflict("earlier-instalment-unpaid"));
        }
        if (!amount.equals(instalment.line().payment())) {
            reasons.add(Reason.invalid("/amountCents", "wrong-amount", instalment.line().payment().cents()));
        }
        if (payment.on().isBefore(instalment.dueOn())) {
            reasons.add(Reason.invalid("/paidOn", "before-due-date", instalment.dueOn()));
        }
        if (payment.on().isBefore(loan.newestPaymentOn())) {
            reasons.add(Reason.invalid("/paidOn", "before-an-older-payment", loan.newestPaymentOn()));
        }
        instalment.missedOn().filter(payment.on()::isBefore)
                .ifPresent(missed -> reasons.add(Reason.invalid("/paidOn", "before-it-was-missed", missed)));
        return reasons;
    }

    private static Decision<Loan, LoanEvent> paid(Loan loan, LoanInstalment paid) {
        Loan after = loan.with(paid);
        InstalmentTable.Line line = paid.line();
        List<LoanEvent> events = new ArrayList<>();
        events.add(new LoanEvent.InstalmentPaid(line.number(), line.dueOn(), paid.payment().orElseThrow().payer(),
                line.payment(), line.principal(), line.interest(), after.outstanding(), Optional.empty()));
        if (after.isRepaid()) {
            events.add(new LoanEvent.RepaidInFull(after.instalmentsPaid(), after.interestPaidByBorrower(),
                    after.missedInstalments(), after.unpaidInstalments(), after.longestDelayDays()));
        }
        return Decision.accepted(after, events);
    }

    public static Decision<Loan, LoanEvent> miss(Loan loan, int number, LocalDate on) {
        return instalment(loan, number, instalment -> {
            if (instalment.missedOn().isPresent()) {
                return repeated(instalment.missedOn().equals(Optional.of(on)), loan);
            }
            if (instalment.isPaid()) {
                return Decision.refused(ALREADY_REPORTED);
            }
            if (on.isBefore(instalment.dueOn())) {
                return Decision.refused(Reason.invalid("/reportedOn", "not-due", instalment.dueOn()));
            }
            return Decision.accepted(loan.with(instalment.missed(on)), new LoanEvent.InstalmentMissed(number,
                    instalment.dueOn(), instalment.line().payment(), loan.outstanding(), Optional.empty()));
        });
    }

    /** The Region's order, noted for the bank to carry out. */
    public static Loan orderRebate(Loan loan, Money amount) {
        return loan.rebate().isPresent() ? loan : loan.with(new Rebate(amount, Optional.empty()));
    }

    public static Decision<Loan, LoanEvent> creditRebate(Loan loan, LocalDate on) {
        if (loan.rebate().isEmpty()) {
            return Decision.refused(Reason.conflict("no-rebate-ordered"));
        }
        Rebate ordered = loan.rebate().get();
        if (ordered.creditedOn().isPresent()) {
            return repeated(ordered.creditedOn().equals(Optional.of(on)), loan);
        }
        return Decision.accepted(loan.with(new Rebate(ordered.amount(), Optional.of(on))),
                new LoanEvent.RebateCredited(ordered.amount()));
    }

    private static Decision<Loan, LoanEvent> repeated(boolean same, Loan loan) {
        return same ? Decision.unchanged(loan) : Decision.refused(ALREADY_REPORTED);
    }
}
