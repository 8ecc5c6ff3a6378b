package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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
    private static final List<Kind> ON_ONE_DAY = List.of(Kind.PAYMENT, Kind.PREPAYMENT, Kind.DEFERRAL,
            Kind.RESCHEDULING, Kind.MISS, Kind.MEETING, Kind.ACCELERATION, Kind.RECOVERY, Kind.WRITE_OFF, Kind.RETURN,
            Kind.WITHDRAWAL);
    /** What happened first; lines that say the same are told apart by nothing but their number. */
    private static final Comparator<Report> IN_ORDER = Comparator.comparing(Report::on)
            .thenComparing(each -> ON_ONE_DAY.indexOf(each.kind()))
            .thenComparing(each -> each.number().orElse(0)).thenComparing(each -> each.amount().cents())
            .thenComparing(each -> each.payer().map(Payer::ordinal).orElse(-1)).thenComparing(Report::line);

    final List<Missed> missed = new ArrayList<>();
    Phase phase = Phase.RUNNING;
    long overpaid;
    long prepaid;
    long capitalised;
    long debtPrincipal, debtInterest;
    long principalRecovered, principalWrittenOff;
    private long interestRecoveredOfBorrower;
    private final Agreement agreement;
    final ModelTable table;
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
                .filter(each -> !each.on().isAfter(day)).sorted(IN_ORDER).forEach(model::happens);
        model.missed.removeIf(model::wasCured);
        model.missed.sort(Comparator.comparing(Missed::number));
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
            case RETURN -> overpaid = Math.max(0, overpaid - amount);
            case WRITE_OFF -> writeOff();
            case WITHDRAWAL -> phase = Phase.WITHDRAWN;
            case MEETING, CORRECTION -> {
            }
            case MISS -> miss(report.number().orElseThrow(), on);
            case ACCELERATION -> accelerate(on);
            case DEFERRAL -> defer(report.number().orElseThrow());
            case RESCHEDULING -> reschedule(on, report.number().orElseThrow(),
                    report.details().firstDueOn().orElseThrow());
        }
    }

    private void writeOff() {
        if (phase == Phase.ACCELERATED) {
            principalWrittenOff = debtPrincipal;
            debtPrincipal = 0;
            debtInterest = 0;
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
        long owed = outstanding();
        if (phase == Phase.REPAID || rest == 0) {
            overpaid += rest;
        } else if (rest >= owed + table.elapsed(owed, on)) {
            long interest = table.elapsed(owed, on);
            table.keepOnlyWhatWasPaid();
            ModelTable.Row last = new ModelTable.Row(table.rows.size() + 1, on, owed, interest);
            last.take(owed, interest, on, Payer.BORROWER);
            table.rows.add(last);
            overpaid += rest - owed - interest;
            phase = Phase.REPAID;
        } else {
            reduce(on, Math.min(rest, owed - 1), mode);
            overpaid += rest - Math.min(rest, owed - 1);
        }
    }

    private void reduce(LocalDate on, long early, Prepayment mode) {
        long interest = table.elapsed(early, on);
        long owed = outstanding() - early;
        List<ModelTable.Row> open = table.open();
        ModelTable.Row usual = open.get(Math.max(0, open.size() - 2));
        long payment = usual.principal + usual.interest;
        List<LocalDate> dates = open.stream().map(row -> row.dueOn).toList();
        table.keepOnlyWhatWasPaid();
        int first = table.rows.size();
        if (mode == Prepayment.LOWER_INSTALMENT) {
            table.constant(owed, dates);
        } else {
            table.spread(owed, dates, payment);
        }
        table.rows.get(first).interest += interest;
        prepaid += early;
    }

    private void defer(int months) {
        if (phase != Phase.RUNNING) {
            return;
        }
        long owed = outstanding();
        long interest = months * table.rounded(owed, 1, 1200);
        int day = agreement.table().lines().get(0).dueOn().getDayOfMonth();
        List<LocalDate> later = table.open().stream().map(row -> row.dueOn.withDayOfMonth(1).plusMonths(months))
                .map(month -> month.withDayOfMonth(Math.min(day, month.lengthOfMonth()))).toList();
        if (deferralInterest == DeferralInterest.CAPITALISED) {
            table.keepOnlyWhatWasPaid();
            capitalised += interest;
            table.constant(owed + interest, later);
            return;
        }
        List<ModelTable.Row> open = table.open();
        for (int i = 0; i < open.size(); i++) {
            open.get(i).dueOn = later.get(i);
        }
        table.addToTheLast(deferralInterest == DeferralInterest.ADDED_AT_END ? interest : 0);
    }

    private void reschedule(LocalDate on, int months, LocalDate firstDueOn) {
        if (phase != Phase.RUNNING) {
            return;
        }
        long owed = outstanding();
        long days = Math.max(0, ChronoUnit.DAYS.between(table.lastDueOn(on), firstDueOn.minusMonths(1)));
        long interest = table.interestDue(on)
                + (deferralInterest == DeferralInterest.FORGIVEN ? 0 : table.rounded(owed, days, 36_500));
        boolean becomesPrincipal = deferralInterest == DeferralInterest.CAPITALISED;
        List<LocalDate> dates = IntStream.range(0, months).mapToObj(firstDueOn::plusMonths).toList();
        table.keepOnlyWhatWasPaid();
        capitalised += becomesPrincipal ? interest : 0;
        table.constant(becomesPrincipal ? owed + interest : owed, dates);
        table.addToTheLast(becomesPrincipal ? 0 : interest);
    }

    private void miss(int number, LocalDate on) {
        if (missed.stream().noneMatch(each -> each.number() == number)) {
            table.rows.stream().filter(row -> row.number == number).findFirst()
                    .ifPresent(row -> missed.add(new Missed(number, row.dueOn, on)));
        }
    }

    private void accelerate(LocalDate on) {
        if (phase == Phase.RUNNING) {
            debtPrincipal = outstanding();
            debtInterest = table.interestDue(on);
            phase = Phase.ACCELERATED;
        }
    }
}
