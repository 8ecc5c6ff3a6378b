package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.microcredit.bank.loan.domain.LoanEvent.Prepayment;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.bank.loan.domain.LoanInstalment.Portion;
import fr.microcredit.bank.loan.domain.LoanState.Debt;
import fr.microcredit.bank.loan.domain.LoanState.Missed;
import fr.microcredit.bank.loan.domain.LoanState.Phase;
import fr.microcredit.bank.loan.domain.Respread.Changed;
import fr.microcredit.kit.money.Money;

/**
 * A loan's life, report by report in the order in which things happened. It takes whatever comes: whether a report may be made
 * at all is for the rules to say, and money that finds nothing to pay is owed back.
 */
final class LoanLife {
    private final Agreement agreement;
    private final List<Missed> missed = new ArrayList<>();
    private final Purse purse = new Purse();
    private List<LoanInstalment> instalments;
    /** Everything before it is paid. */
    private int firstOpen;
    private int version;
    private Phase phase = Phase.RUNNING;
    private LocalDate phaseOn;
    private Debt debt = Debt.NONE;
    private Accrual accrual;

    LoanLife(Agreement agreement) {
        this.agreement = agreement;
        this.instalments = new ArrayList<>(agreement.table().lines().stream().map(LoanInstalment::due).toList());
        this.version = agreement.table().version();
        this.phaseOn = agreement.disbursedOn();
        this.accrual = new Accrual(agreement.disbursedOn(), List.of());
    }

    void take(Report report) {
        switch (report.kind()) {
            case PAYMENT -> pay(report, report.payer().orElseThrow());
            case PREPAYMENT -> prepay(report);
            case DEFERRAL -> defer(report.number().orElseThrow(), report.on());
            case RESCHEDULING -> reschedule(report);
            case MISS -> miss(report.number().orElseThrow(), report.on());
            case ACCELERATION -> accelerate(report.on());
            case RECOVERY -> recover(report.on(), report.amount(), Payer.BORROWER);
            case WRITE_OFF -> writeOff(report.on());
            case RETURN -> purse.returned(report.amount());
            case WITHDRAWAL -> enter(Phase.WITHDRAWN, report.on());
            case MEETING, CORRECTION -> {
                // Neither moves money nor days.
            }
        }
    }

    private void pay(Report report, Payer payer) {
        if (phase == Phase.RUNNING) {
            purse.overpaid(payDue(report.on(), report.amount(), payer));
            endWhenPaid(report.on());
        } else {
            recover(report.on(), report.amount(), payer);
        }
    }

    /** Goes to what is due, oldest first; what is left over. */
    private Money payDue(LocalDate on, Money amount, Payer payer) {
        Money left = amount;
        while (left.isPositive() && firstOpen < instalments.size()
                && !instalments.get(firstOpen).dueOn().isAfter(on)) {
            LoanInstalment each = instalments.get(firstOpen);
            Portion portion = each.take(left, agreement.clauses().imputation(), new Payment(on, payer));
            instalments.set(firstOpen, each.paid(portion));
            left = left.minus(portion.sum());
            passPaid();
        }
        return left;
    }

    private void passPaid() {
        while (firstOpen < instalments.size() && instalments.get(firstOpen).isPaid()) {
            firstOpen++;
        }
    }

    private void endWhenPaid(LocalDate on) {
        if (firstOpen == instalments.size()) {
            enter(Phase.REPAID, on);
        }
    }

    private void enter(Phase next, LocalDate on) {
        phase = next;
        phaseOn = on;
    }

    private void prepay(Report report) {
        if (phase != Phase.RUNNING) {
            pay(report, Payer.BORROWER);
            return;
        }
        Money left = payDue(report.on(), report.amount(), Payer.BORROWER);
        endWhenPaid(report.on());
        if (phase == Phase.REPAID) {
            purse.overpaid(left);
        } else if (left.isPositive()) {
            repayEarly(report, left);
        }
    }

    private void repayEarly(Report report, Money left) {
        Respread respread = respread(report.on());
        Money whole = respread.owed().all().sum();
        if (left.isAtLeast(whole)) {
            purse.capitalised(Carried.aheadOn(accrual.carried(), report.on()).interest().negated());
            change(respread.closed());
            purse.overpaid(left.minus(whole));
            endWhenPaid(report.on());
            return;
        }
        Money most = Money.max(Money.ZERO, respread.owed().all().principal().minus(Money.ofCents(1)));
        Money taken = left.isAtLeast(most) ? most : left;
        purse.overpaid(left.minus(taken));
        if (taken.isPositive()) {
            change(respread.after(taken,
                    report.details().mode().filter(mode -> mode == Prepayment.LOWER_INSTALMENT).isPresent()));
            purse.prepaid(taken);
        }
    }

    private void defer(int months, LocalDate on) {
        if (phase == Phase.RUNNING) {
            Respread respread = respread(on);
            Changed later = respread.later(months);
            purse.capitalised(respread.capitalisedIn(later));
            change(later);
        }
    }

    private void reschedule(Report report) {
        if (phase == Phase.RUNNING) {
            Respread respread = respread(report.on());
            Changed spread = respread.anew(report.number().orElseThrow(),
                    report.details().firstDueOn().orElseThrow());
            purse.capitalised(respread.capitalisedIn(spread));
            change(spread);
        }
    }

    private Respread respread(LocalDate on) {
        return new Respread(agreement, instalments, accrual, on);
    }

    private void change(Changed next) {
        instalments = new ArrayList<>(next.instalments());
        firstOpen = 0;
        passPaid();
        accrual = next.accrual();
        version++;
    }

    private void miss(int number, LocalDate on) {
        for (int index = 0; index < instalments.size(); index++) {
            LoanInstalment each = instalments.get(index);
            if (each.number() == number) {
                instalments.set(index, each.missed(on));
                missed.add(new Missed(number, each.dueOn(), on));
            }
        }
    }

    private void accelerate(LocalDate on) {
        if (phase == Phase.RUNNING) {
            debt = new Debt(Money.sum(instalments.stream().map(LoanInstalment::principalLeft).toList()),
                    overdueInterest(on));
            purse.claimed(debt.principal());
            enter(Phase.ACCELERATED, on);
        }
    }

    /** Of instalments that have fallen due; what was put off to the end is owed for the days that have gone by. */
    private Money overdueInterest(LocalDate on) {
        Money overdue = Money.sum(instalments.stream().filter(each -> !each.dueOn().isAfter(on))
                .map(LoanInstalment::interestLeft).toList());
        boolean last = instalments.stream().noneMatch(each -> !each.isPaid() && each.dueOn().isAfter(on));
        return last ? overdue : overdue.plus(respread(on).owed().putOff());
    }

    private void recover(LocalDate on, Money amount, Payer payer) {
        Money taken = phase != Phase.ACCELERATED ? Money.ZERO : amount.isAtLeast(debt.sum()) ? debt.sum() : amount;
        purse.overpaid(amount.minus(taken));
        if (taken.isPositive()) {
            Debt left = debt.after(taken, agreement.clauses().imputation());
            purse.recovered(taken, payer == Payer.BORROWER ? debt.interest().minus(left.interest()) : Money.ZERO);
            debt = left;
            if (debt.sum().equals(Money.ZERO)) {
                enter(Phase.REPAID, on);
            }
        }
    }

    private void writeOff(LocalDate on) {
        if (phase == Phase.ACCELERATED) {
            purse.writtenOff(debt.sum());
            debt = Debt.NONE;
            enter(Phase.WRITTEN_OFF, on);
        }
    }

    LoanState state() {
        return new LoanState(phase, phaseOn, version, instalments, accrual, debt, purse.contents(),
                missed.stream().filter(each -> !isCured(each)).toList());
    }

    /** Re-presented and paid within the convention's days, it is no unpaid instalment. */
    private boolean isCured(Missed each) {
        return instalments.stream().filter(known -> known.number() == each.number())
                .flatMap(known -> known.payment().stream())
                .anyMatch(paid -> !paid.on().isAfter(agreement.clauses().curedUntil(each.dueOn()))
                        && agreement.clauses().repayment().filter(any -> any.representationDays() > 0).isPresent());
    }
}
