package fr.microcredit.intake.difficulty.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.microcredit.kit.money.Money;

/**
 * What the office knows of a loan's instalments: the agreement that travels with the pay-out and with each change of it, and
 * under the applicant's consent what was missed.
 *
 * @param dues   of the newest table, in the order of their numbers
 * @param paid   numbers of those that are paid, ascending
 * @param missed each report, in the order in which they came; what became of it stays beside it
 */
public record Repayment(List<Due> dues, List<Integer> paid, List<Missed> missed) {
    public Repayment {
        dues = List.copyOf(dues);
        paid = List.copyOf(paid);
        missed = List.copyOf(missed);
    }

    /** An instalment of the agreement; what the borrower pays of it. */
    public record Due(int number, LocalDate dueOn, Money amount) {
    }

    /** How a missed instalment is open no more. */
    public enum Closing {
        PAID,
        /** By a deferral or a rescheduling: another table has it due later, or not at all. */
        TAKEN_UP,
        /** The whole loan is due. */
        ACCELERATED,
        /** The bank had reported it by mistake. */
        CORRECTED,
        /** The loan has ended. */
        LOAN_OVER
    }

    /** @param on business date of what has closed it */
    public record Closed(Closing by, LocalDate on) {
    }

    /** @param missedOn business date of the bank's report */
    public record Missed(int number, LocalDate dueOn, Money amount, LocalDate missedOn, Optional<Closed> closed) {
        public static Missed reported(int number, LocalDate dueOn, Money amount, LocalDate on) {
            return new Missed(number, dueOn, amount, on, Optional.empty());
        }

        boolean unsettled() {
            return closed.isEmpty();
        }

        Missed closed(Closing by, LocalDate on) {
            return new Missed(number, dueOn, amount, missedOn, Optional.of(new Closed(by, on)));
        }

        private Missed open() {
            return new Missed(number, dueOn, amount, missedOn, Optional.empty());
        }

        private boolean closedBy(Closing by) {
            return closed.filter(known -> known.by() == by).isPresent();
        }

        private boolean isDueIn(Due due) {
            return due.number() == number && due.dueOn().equals(dueOn) && due.amount().isAtLeast(amount);
        }

        private boolean isThe(Missed other) {
            return number == other.number && (unsettled() || missedOn.equals(other.missedOn));
        }
    }

    static Repayment of(List<Due> dues) {
        return new Repayment(sorted(dues), List.of(), List.of());
    }

    /** Missed, and neither paid nor taken up since. */
    public List<Missed> unpaid() {
        return missed.stream().filter(Missed::unsettled).toList();
    }

    /** Due date of the first instalment behind that day that is still to be paid. */
    public Optional<LocalDate> nextDueAfter(LocalDate day) {
        return dues.stream().filter(due -> !paid.contains(due.number())).map(Due::dueOn)
                .filter(due -> due.isAfter(day)).min(Comparator.naturalOrder());
    }

    /** Of the agreement, and not paid. */
    Optional<Due> owed(int number) {
        return dues.stream().filter(due -> due.number() == number && !paid.contains(number)).findFirst();
    }

    Repayment paying(int number, LocalDate on) {
        List<Integer> all = Stream.concat(paid.stream(), Stream.of(number)).distinct().sorted().toList();
        return new Repayment(dues, all, missed.stream()
                .map(each -> each.unsettled() && each.number() == number ? each.closed(Closing.PAID, on) : each)
                .toList());
    }

    /** The same report again, and one of what is paid, change nothing. */
    Repayment missing(Missed report) {
        boolean known = paid.contains(report.number()) || missed.stream().anyMatch(each -> each.isThe(report));
        return known ? this : new Repayment(dues, paid, Stream.concat(missed.stream(), Stream.of(report)).toList());
    }

    /**
     * Another agreement. What it has due on another day, or not at all, or for less than was missed (the rest is spread anew), is
     * taken up; what it has as it was missed stands, or stands again where it takes back an agreement that had moved it.
     */
    Repayment onTable(List<Due> table, LocalDate on) {
        return new Repayment(sorted(table), paid, missed.stream().map(each -> onTable(each, table, on)).toList());
    }

    private Missed onTable(Missed each, List<Due> table, LocalDate on) {
        boolean stands = table.stream().anyMatch(each::isDueIn);
        if (each.unsettled() && !stands) {
            return each.closed(Closing.TAKEN_UP, on);
        }
        return each.closedBy(Closing.TAKEN_UP) && stands && !paid.contains(each.number()) ? each.open() : each;
    }

    /** Due date of the oldest instalment that is still to be paid. */
    Optional<LocalDate> oldestDue() {
        return nextDueAfter(LocalDate.MIN);
    }

    Repayment closing(Closing by, LocalDate on) {
        return new Repayment(dues, paid,
                missed.stream().map(each -> each.unsettled() ? each.closed(by, on) : each).toList());
    }

    /**
     * How it is once the bank has put something right.
     *
     * @param instalmentsPaid    as many as are
     * @param missedInstalments  that were reported missed and not cured
     * @param representationDays within which a missed instalment that is paid counts as none
     */
    public record Corrected(int instalmentsPaid, int missedInstalments, int representationDays) {
    }

    /**
     * What the bank has put right. Money goes to the oldest instalment first (Code civil, 1342-10), so that as many as are paid
     * are the first ones; what had been paid by mistake only is unpaid again, and of missed ones the newest are the mistakes.
     */
    Repayment corrected(Corrected now, LocalDate on) {
        List<Integer> first = dues.stream().map(Due::number).limit(now.instalmentsPaid()).toList();
        List<Missed> settled = missed.stream().map(each -> settled(each, first, on)).toList();
        List<Integer> counted = settled.stream().filter(each -> counts(each, now.representationDays()))
                .sorted(Comparator.comparing(Missed::missedOn).thenComparing(Missed::number).reversed())
                .map(Missed::number).distinct().toList();
        Set<Integer> mistakes = counted.stream()
                .limit(Math.max(0, counted.size() - now.missedInstalments())).collect(Collectors.toSet());
        return new Repayment(dues, first, settled.stream()
                .map(each -> mistakes.contains(each.number()) && counts(each, now.representationDays())
                        ? each.closed(Closing.CORRECTED, on)
                        : each)
                .toList());
    }

    private static Missed settled(Missed each, List<Integer> paid, LocalDate on) {
        boolean isPaid = paid.contains(each.number());
        if (each.unsettled() && isPaid) {
            return each.closed(Closing.PAID, on);
        }
        return each.closedBy(Closing.PAID) && !isPaid ? each.open() : each;
    }

    /** Among those that the bank has counted as missed: not what was a mistake, nor what was paid in the convention's days. */
    private static boolean counts(Missed each, int representationDays) {
        boolean cured = each.closedBy(Closing.PAID)
                && each.closed().filter(closed -> !closed.on().isAfter(each.dueOn().plusDays(representationDays)))
                        .isPresent();
        return !each.closedBy(Closing.CORRECTED) && !(cured && representationDays > 0);
    }

    private static List<Due> sorted(List<Due> table) {
        return table.stream().sorted(Comparator.comparing(Due::number)).toList();
    }
}
