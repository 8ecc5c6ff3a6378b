package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import fr.microcredit.bank.loan.domain.Loan.Rebate;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.bank.loan.domain.LoanState.Phase;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/** What a bank may report of the payments of a loan, and what follows from it. */
public final class LoanRules {
    private static final Reason ALREADY_REPORTED = Reason.conflict("already-reported");

    private LoanRules() {
    }

    /**
     * An instalment is paid whole and in its turn, on its day or later: money before the day is an early repayment, which
     * saves interest, and no instalment (domain.md A.21). The last one ends the loan.
     */
    public static Decision<Loan, LoanEvent> pay(Loan loan, int number, Money amount, Payment payment) {
        return instalment(loan, number, (state, instalment) -> {
            if (instalment.isPaid()) {
                boolean same = instalment.payment().equals(Optional.of(payment))
                        && amount.equals(instalment.line().payment());
                return repeated(same, loan);
            }
            List<Reason> reasons = faults(state, instalment, amount, payment);
            reasons.addAll(beforeAnotherAgreement(loan, Report.payment(payment.on(), amount, payment.payer())));
            reasons.addAll(stopped(loan, payment));
            return Decision.unless(reasons, () -> received(loan, amount, payment));
        });
    }

    private static Decision<Loan, LoanEvent> instalment(Loan loan, int number,
            BiFunction<LoanState, LoanInstalment, Decision<Loan, LoanEvent>> rule) {
        LoanState state = loan.state();
        Optional<Reason> notRunning = notRunning(state).filter(any -> state.phase() != Phase.REPAID);
        return notRunning.map(Decision::<Loan, LoanEvent>refused)
                .orElseGet(() -> state.instalment(number).map(each -> rule.apply(state, each))
                        .orElseGet(() -> Decision.refused(Reason.unknown())));
    }

    private static List<Reason> faults(LoanState state, LoanInstalment instalment, Money amount, Payment payment) {
        List<Reason> reasons = new ArrayList<>();
        if (!state.firstUnpaid().equals(Optional.of(instalment))) {
            reasons.add(Reason.conflict("earlier-instalment-unpaid"));
        }
        if (!amount.equals(instalment.left())) {
            reasons.add(Reason.invalid("/amountCents", "wrong-amount", instalment.left().cents()));
        }
        if (payment.on().isBefore(instalment.dueOn())) {
            reasons.add(Reason.invalid("/paidOn", "before-due-date", instalment.dueOn()));
        }
        instalment.missedOn().filter(payment.on()::isBefore)
                .ifPresent(missed -> reasons.add(Reason.invalid("/paidOn", "before-it-was-missed", missed)));
        return reasons;
    }

    /**
     * Money came: a part of an instalment, several at once, more than is due. It goes to what is due, oldest first; what is
     * left over is owed back.
     */
    public static Decision<Loan, LoanEvent> receive(Loan loan, Money amount, Payment payment) {
        Report report = Report.payment(payment.on(), amount, payment.payer());
        return running(loan, state -> {
            List<Reason> reasons = new ArrayList<>(beforeAnotherAgreement(loan, report));
            reasons.addAll(faults(state, payment.on()));
            reasons.addAll(stopped(loan, payment));
            return Decision.unless(reasons, () -> told(loan, report, LoanNews::ofPayment));
        });
    }

    /** Once over-indebtedness is admissible the borrower may not pay older debts (Code de la consommation, L722-5). */
    private static List<Reason> stopped(Loan loan, Payment payment) {
        return payment.payer() == Payer.BORROWER && loan.heard().stopsPaymentsOn(payment.on())
                ? List.of(Reason.conflict("payments-stopped", loan.heard().paymentsStoppedOn().orElseThrow()))
                : List.of();
    }

    private static List<Reason> faults(LoanState state, LocalDate on) {
        List<Reason> reasons = new ArrayList<>();
        List<LoanInstalment> due = state.unpaidOn(on);
        if (due.isEmpty()) {
            reasons.add(Reason.conflict("nothing-due", state.firstUnpaid().map(LoanInstalment::dueOn).orElse(on)));
        }
        due.stream().flatMap(each -> each.missedOn().stream()).filter(on::isBefore).findFirst()
                .ifPresent(missed -> reasons.add(Reason.invalid("/paidOn", "before-it-was-missed", missed)));
        return reasons;
    }

    private static Decision<Loan, LoanEvent> received(Loan loan, Money amount, Payment payment) {
        return told(loan, Report.payment(payment.on(), amount, payment.payer()), LoanNews::ofPayment);
    }

    /** The journal with one line more, and what it changes. */
    static Decision<Loan, LoanEvent> told(Loan loan, Report report, Function<LoanNews, List<LoanEvent>> news) {
        Loan after = loan.with(report);
        Report line = after.reports().get(after.reports().size() - 1);
        return Decision.accepted(after, news.apply(new LoanNews(loan.state(), after.state(), line)));
    }

    public static Decision<Loan, LoanEvent> miss(Loan loan, int number, LocalDate on) {
        return instalment(loan, number, (state, instalment) -> {
            if (instalment.missedOn().isPresent()) {
                return repeated(instalment.missedOn().equals(Optional.of(on)), loan);
            }
            if (instalment.isPaid()) {
                return Decision.refused(ALREADY_REPORTED);
            }
            if (on.isBefore(instalment.dueOn())) {
                return Decision.refused(Reason.invalid("/reportedOn", "not-due", instalment.dueOn()));
            }
            Report miss = Report.miss(on, number);
            return Decision.unless(beforeAnotherAgreement(loan, miss),
                    () -> Decision.accepted(loan.with(miss), new LoanEvent.InstalmentMissed(number, instalment.dueOn(),
                            instalment.left(), state.outstanding(), Optional.empty())));
        });
    }

    /** What was paid too much is given back. */
    public static Decision<Loan, LoanEvent> giveBack(Loan loan, Money amount, LocalDate on) {
        Money then = loan.stateOn(on).money().overpaid();
        Money now = loan.state().money().overpaid();
        Money owed = then.isAtLeast(now) ? now : then;
        return owed.isAtLeast(amount)
                ? Decision.accepted(loan.with(Report.plain(Report.Kind.RETURN, on, amount)),
                        new LoanEvent.OverpaymentReturned(amount))
                : Decision.refused(Reason.invalid("/amountCents", "more-than-overpaid", owed.cents()));
    }

    /** What only a running loan can have. */
    static Decision<Loan, LoanEvent> running(Loan loan, Function<LoanState, Decision<Loan, LoanEvent>> rule) {
        LoanState state = loan.state();
        return notRunning(state).map(Decision::<Loan, LoanEvent>refused).orElseGet(() -> rule.apply(state));
    }

    static Optional<Reason> notRunning(LoanState state) {
        return switch (state.phase()) {
            case RUNNING -> Optional.empty();
            case ACCELERATED -> Optional.of(Reason.conflict("loan-accelerated"));
            case REPAID -> Optional.of(Reason.conflict("loan-repaid"));
            case WRITTEN_OFF -> Optional.of(Reason.conflict("loan-written-off"));
            case WITHDRAWN -> Optional.of(Reason.conflict("loan-withdrawn"));
        };
    }

    /** Under another agreement nothing earlier is told any more: that agreement would have been another one. */
    static List<Reason> beforeAnotherAgreement(Loan loan, Report report) {
        return loan.standing().stream().filter(each -> each.changesTheAgreement() && report.isBefore(each)).findFirst()
                .map(later -> List.of(Reason.conflict("before-another-agreement", later.on()))).orElse(List.of());
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
