package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import fr.microcredit.bank.loan.domain.LoanClauses.Imputation;
import fr.microcredit.bank.loan.domain.LoanClauses.Repayment;
import fr.microcredit.bank.loan.domain.LoanEvent.DeferralInterest;
import fr.microcredit.bank.loan.domain.LoanEvent.Prepayment;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanState.Missed;
import fr.microcredit.bank.loan.domain.LoanState.Phase;
import fr.microcredit.bank.loan.domain.Report.Kind;

/**
 * What a loan does, written a second time and apart from the engine, after the words of the design alone: slow, mutable, in
 * cents. Where both agree over many random lives, a slip would have had to be made twice.
 */
final class LoanModel {
    final List<Missed> missed = new ArrayList<>();
    Phase phase = Phase.RUNNING;
    long overpaid;
    long prepaid, capitalised;
    long debtPrincipal, debtInterest;
    long principalRecovered, principalWrittenOff;
    private long interestRecoveredOfBorrower;
    private final Agreement agreement;
    final ModelTable table;
    private final ModelCarried carried = new ModelCarried();
    private final boolean interestFirst;
    private final DeferralInterest deferralInterest;

    private LoanModel(Agreement agreement) {
        this.agreement = agreement;
        this.table = new ModelTable(agreement.rate().percent(), agreement.disbursedOn());
        this.interestFirst = agreement.clauses().imputation() == Imputation.INTEREST_FIRST;
        this.deferralInterest = agreement.clauses().repayment().map(Repayment::deferralInterest)
                .orElse(DeferralInterest.FORGIVEN);
        List<LocalDate> dates = agreement.table().lines().stream().map(line -> line.dueOn()).toList();
        table.constant(agreement.principal().cents(), dates);
    }

    static LoanModel on(LocalDate day, Agreement agreement, Collection<Report> journal) {
        Set<Integer> wrong = journal.stream().filter(each -> each.kind() == Kind.CORRECTION)
                .map(each -> each.number().orElseThrow()).collect(Collectors.toSet());
        LoanModel model = new LoanModel(agreement);
        journal.stream().filter(each -> each.kind() != Kind.CORRECTION && !wrong.contains(each.line()))
                .filter(each -> !each.on().isAfter(day)).sorted(ModelOrder.AS_IT_HAPPENED).forEach(model::happens);
        model.missed.removeIf(model::wasCured);
        return model;
    }

    private boolean wasCured(Missed miss) {
        int days = agreement.clauses().repayment().map(Repayment::representationDays).orElse(0);
        return days > 0 && table.rows.stream().anyMatch(row -> row.number == miss.number() && row.isPaid()
                && !row.touchedOn.isAfter(miss.dueOn().plusDays(days)));
    }

    long outstanding() {
        return phase == Phase.RUNNING
                ? table.rows.stream().mapToLong(row -> row.principal - row.paidPrincipal).sum()
                : phase == Phase.ACCELERATED ? debtPrincipal : 0;
    }

    long interestPaidByBorrower() {
        return table.rows.stream().mapToLong(row -> row.paidInterestOfBorrower).sum() + interestRecoveredOfBorrower;
    }

    private void happens(Report report) {
        LocalDate on = report.on();
        long amount = report.amount().cents();
        switch (report.kind()) {
            case PAYMENT -> pay(on, amount, report.payer().orElse(Payer.BORROWER));
            case PREPAYMENT -> prepay(on, amount, report.details().mode().orElseThrow());
            case RECOVERY -> recover(amount, Payer.BORROWER);
            case RETURN -> overpaid -= amount;
            case WRITE_OFF -> writeOff();
            case WITHDRAWAL -> phase = Phase.WITHDRAWN;
            case MEETING, CORRECTION -> {
            }
            case MISS -> miss(report.number().orElseThrow(), on);
            case ACCELERATION -> accelerate(on);
            case DEFERRAL -> defer(report.number().orElseThrow(), on);
            case RESCHEDULING -> reschedule(on, report.number().orElseThrow(),
                    report.details().firstDueOn().orElseThrow());
        }
    }

    private void writeOff() {
        if (phase == Phase.ACCELERATED) {
            principalWrittenOff = debtPrincipal;
            debtPrincipal = debtInterest = 0;
            phase = Phase.WRITTEN_OFF;
        }
    }

    private void pay(LocalDate on, long amount, Payer payer) {
        if (phase == Phase.RUNNING) {
            overpaid += toWhatIsDue(on, amount, payer);
        } else {
            recover(amount, payer);
        }
    }

    private void recover(long amount, Payer payer) {
        if (phase == Phase.ACCELERATED) {
            long ofInterest = interestFirst
                    ? Math.min(amount, debtInterest)
                    : Math.min(Math.max(0, amount - debtPrincipal), debtInterest);
            long ofPrincipal = Math.min(amount - ofInterest, debtPrincipal);
            debtInterest -= ofInterest;
            debtPrincipal -= ofPrincipal;
            interestRecoveredOfBorrower += payer == Payer.BORROWER ? ofInterest : 0;
            principalRecovered += ofPrincipal;
            overpaid += amount - ofInterest - ofPrincipal;
            phase = debtInterest + debtPrincipal == 0 ? Phase.REPAID : phase;
        } else {
            overpaid += amount;
        }
    }

    /** @return what is left over */
    private long toWhatIsDue(LocalDate on, long amount, Payer payer) {
        long rest = amount;
        for (ModelTable.Row row : table.open()) {
            if (rest > 0 && !row.dueOn.isAfter(on)) {
                long interestLeft = row.interest - row.paidInterest;
                long principalLeft = row.principal - row.paidPrincipal;
                long toInterest = Math.min(interestLeft, interestFirst ? rest : Math.max(0, rest - principalLeft));
                long toPrincipal = Math.min(principalLeft, rest - toInterest);
                row.take(toPrincipal, toInterest, on, payer);
                rest -= toInterest + toPrincipal;
            }
        }
        phase = table.open().isEmpty() ? Phase.REPAID : phase;
        return rest;
    }

    private void prepay(LocalDate on, long amount, Prepayment mode) {
        if (phase != Phase.RUNNING) {
            pay(on, amount, Payer.BORROWER);
            return;
        }
        long rest = toWhatIsDue(on, amount, Payer.BORROWER);
        if (phase == Phase.REPAID || rest == 0) {
            overpaid += rest;
            return;
        }
        long principal = outstanding() - carried.principalAhead(on);
        carried.forgetIf(table.isLastPaidInPart());
        long interest = table.ordinaryInterest(outstanding(), on) + carried.owed(on);
        if (rest >= principal + interest) {
            capitalised -= carried.principalAhead(on);
            table.close(on, principal, interest);
            phase = Phase.REPAID;
            overpaid += rest - principal - interest;
        } else {
            long taken = Math.max(0, Math.min(rest, principal - 1));
            reduce(on, taken, mode);
            overpaid += rest - taken;
        }
    }

    private void reduce(LocalDate on, long taken, Prepayment mode) {
        if (taken == 0) {
            return;
        }
        long left = outstanding() - taken;
        carried.reduce(on, left, outstanding());
        carried.add(table.interestLeftOfAPart().isPresent() ? 0 : table.elapsed(taken, on), on, on, false);
        List<ModelTable.Row> open = table.open();
        ModelTable.Row usual = open.get(Math.max(0, open.size() - 2));
        long payment = usual.principal + usual.interest;
        List<LocalDate> dates = open.stream().map(row -> row.dueOn).toList();
        anew(mode == Prepayment.LOWER_INSTALMENT
                ? () -> table.constant(left, dates)
                : () -> table.spread(left, dates, payment));
        prepaid += taken;
    }

    /** The first line asks for what is left of a month's interest that was paid in part, the last for what is carried. */
    private void anew(Runnable spread) {
        OptionalLong part = table.interestLeftOfAPart();
        table.keepOnlyWhatWasPaid();
        int first = table.rows.size();
        spread.run();
        table.rows.get(first).interest = part.orElse(table.rows.get(first).interest);
        table.addToTheLast(carried.all());
    }

    private void defer(int months, LocalDate on) {
        if (phase != Phase.RUNNING) {
            return;
        }
        long owed = outstanding();
        long extra = deferralInterest == DeferralInterest.FORGIVEN ? 0 : months * table.rounded(owed, 1, 1200);
        List<ModelTable.Row> open = table.open();
        int day = agreement.table().lines().get(0).dueOn().getDayOfMonth();
        List<LocalDate> later = open.stream().map(row -> row.later(months, day)).toList();
        carried.forgetIf(table.isLastPaidInPart());
        carried.add(extra, table.since(on), later.get(0), deferralInterest == DeferralInterest.CAPITALISED);
        if (deferralInterest == DeferralInterest.CAPITALISED) {
            capitalised += extra;
            anew(() -> table.constant(owed + extra, later));
        } else {
            IntStream.range(0, open.size()).forEach(i -> open.get(i).dueOn = later.get(i));
            table.addToTheLast(extra);
        }
    }

    private void reschedule(LocalDate on, int months, LocalDate firstDueOn) {
        if (phase != Phase.RUNNING) {
            return;
        }
        carried.forgetIf(table.isLastPaidInPart() || table.isLastDue(on));
        long overdue = table.interestDueOrPutOff(on, outstanding());
        LocalDate since = table.spreadAnewSince(on);
        long days = Math.max(0, ChronoUnit.DAYS.between(since, firstDueOn.minusMonths(1)));
        long gap = deferralInterest == DeferralInterest.FORGIVEN ? 0 : table.rounded(outstanding(), days, 36_500);
        boolean becomesPrincipal = deferralInterest == DeferralInterest.CAPITALISED;
        long more = becomesPrincipal ? overdue + gap : 0;
        long owed = outstanding() + more;
        carried.add(overdue, on, on, becomesPrincipal);
        carried.add(gap, since, firstDueOn, becomesPrincipal);
        capitalised += more;
        table.keepOnlyWhatWasPaid();
        table.constant(owed, IntStream.range(0, months).mapToObj(firstDueOn::plusMonths).toList());
        table.addToTheLast(carried.all());
    }

    private void miss(int number, LocalDate on) {
        table.rows.stream().filter(row -> row.number == number).findFirst()
                .ifPresent(row -> missed.add(new Missed(number, row.dueOn, on)));
    }

    private void accelerate(LocalDate on) {
        if (phase == Phase.RUNNING) {
            debtPrincipal = outstanding();
            debtInterest = table.interestAtOnce(on, carried.owed(on));
            phase = Phase.ACCELERATED;
        }
    }
}
