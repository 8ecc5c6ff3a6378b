package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.microcredit.bank.loan.domain.LoanClauses.Repayment;
import fr.microcredit.bank.loan.domain.LoanEvent.Prepayment;
import fr.microcredit.bank.loan.domain.LoanState.Debt;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/** What makes another agreement of a running loan: early repayment, deferral, rescheduling. Each is a new numbered table. */
public final class ChangeRules {
    /** Between a rescheduling and its first instalment; a value of the platform, no text says it. */
    static final int MONTHS_TO_THE_FIRST = 3;

    private ChangeRules() {
    }

    /**
     * A right at any time, without indemnity (Code de la consommation, L312-34 and D312-15). What is due comes first: with
     * unpaid instalments it is a payment.
     */
    public static Decision<Loan, LoanEvent> prepay(Loan loan, Money amount, Prepayment mode, LocalDate on) {
        return LoanRules.running(loan, state -> {
            Report report = Report.prepayment(on, amount, mode);
            List<Reason> reasons = order(loan, report);
            if (loan.heard().stopsPaymentsOn(on)) {
                reasons.add(Reason.conflict("payments-stopped", loan.heard().paymentsStoppedOn().orElseThrow()));
            }
            if (!state.unpaidOn(on).isEmpty()) {
                reasons.add(Reason.conflict("instalments-unpaid"));
            } else {
                reasons.addAll(amount(owedOn(loan, state, on), amount, mode));
            }
            return Decision.unless(reasons, () -> LoanRules.told(loan, report, LoanNews::ofPrepayment));
        });
    }

    private static List<Reason> amount(Debt owed, Money amount, Prepayment mode) {
        if (mode == Prepayment.FULL) {
            return amount.equals(owed.sum())
                    ? List.of()
                    : List.of(Reason.invalid("/amountCents", "wrong-amount", owed.sum().cents()));
        }
        return amount.isAtLeast(owed.principal())
                ? List.of(Reason.invalid("/amountCents", "repays-everything", owed.sum().cents()))
                : List.of();
    }

    /** Principal, and interest of the days since the last due date: what repays everything on the day. */
    public static Debt owedOn(Loan loan, LocalDate on) {
        return owedOn(loan, loan.state(), on);
    }

    private static Debt owedOn(Loan loan, LoanState state, LocalDate on) {
        return new StillOwed(loan.agreement(), state.instalments(), state.accrual(), on).all();
    }

    /** The bank lets the borrower pay so many months later, as the convention has it. */
    public static Decision<Loan, LoanEvent> defer(Loan loan, int months, LocalDate on) {
        return LoanRules.running(loan, state -> {
            Report report = Report.deferral(on, months);
            List<Reason> reasons = order(loan, report);
            Optional<Repayment> clause = loan.agreement().clauses().repayment();
            if (clause.isEmpty()) {
                reasons.add(Reason.conflict("no-deferral-clause"));
            }
            clause.filter(known -> months > known.deferralMonths()).ifPresent(
                    known -> reasons.add(Reason.invalid("/months", "too-many-months", known.deferralMonths())));
            return Decision.unless(reasons, () -> LoanRules.told(loan, report,
                    news -> List.of(new LoanEvent.Deferred(months, clause.orElseThrow().deferralInterest(),
                            news.after().outstanding(), news.after().table()))));
        });
    }

    /**
     * What is owed is spread anew.
     *
     * @param months     of the new table, at least one
     * @param firstDueOn of its first instalment, within three months
     */
    public static Decision<Loan, LoanEvent> reschedule(Loan loan, int months, LocalDate firstDueOn, LocalDate on) {
        return LoanRules.running(loan, state -> {
            Report report = Report.rescheduling(on, months, firstDueOn);
            List<Reason> reasons = order(loan, report);
            if (!firstDueOn.isAfter(on) || firstDueOn.isAfter(on.plusMonths(MONTHS_TO_THE_FIRST))) {
                reasons.add(Reason.invalid("/firstDueOn", "first-due-date-out-of-reach", on.plusDays(1),
                        on.plusMonths(MONTHS_TO_THE_FIRST)));
            }
            return Decision.unless(reasons, () -> LoanRules.told(loan, report,
                    news -> List.of(new LoanEvent.Rescheduled(news.after().outstanding(), news.after().table()))));
        });
    }

    /** A new agreement follows everything that was told: what came later would have been paid under another one. */
    static List<Reason> order(Loan loan, Report change) {
        return new ArrayList<>(loan.standing().stream().filter(Report::movesInstalments).filter(change::isBefore)
                .map(Report::on)
                .max(LocalDate::compareTo).map(later -> Reason.conflict("before-a-later-report", later)).stream()
                .toList());
    }
}
