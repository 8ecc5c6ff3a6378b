package fr.microcredit.intake.difficulty.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Another agreement: what is due later in it, or not in it at all, is taken up; what is due already stays unpaid. */
    Repayment onTable(List<Due> table, LocalDate on) {
        Set<Integer> dueNow = new HashSet<>();
        table.stream().filter(due -> !due.dueOn().isAfter(on)).forEach(due -> dueNow.add(due.number()));
        return new Repayment(sorted(table), paid, missed.stream()
                .map(each -> each.unsettled() && !dueNow.contains(each.number())
                        ? each.closed(Closing.TAKEN_UP, on)
                        : each)
                .toList());
    }

    Repayment closing(Closing by, LocalDate on) {
        return new Repayment(dues, paid,
                missed.stream().map(each -> each.unsettled() ? each.closed(by, on) : each).toList());
    }

    /**
     * What the bank has put right. Money goes to the oldest instalment first (Code civil, 1342-10), so that as many as are paid
     * are the first ones; what had been paid by mistake only is unpaid again, and of missed ones the newest are the mistakes.
     *
     * @param count     of instalments that are paid
     * @param everMissed of instalments that were ever reported missed
     */
    Repayment corrected(int count, int everMissed, LocalDate on) {
        List<Integer> first = dues.stream().map(Due::number).limit(count).toList();
        List<Missed> settled = missed.stream().map(each -> settled(each, first, on)).toList();
        long wrong = settled.stream().filter(each -> !isMistake(each)).count() - everMissed;
        Set<Missed> mistakes = new HashSet<>(settled.stream().filter(each -> !isMistake(each))
                .sorted(Comparator.comparing(Missed::missedOn).thenComparing(Missed::number).reversed())
                .limit(Math.max(0, wrong)).toList());
        return new Repayment(dues, first, settled.stream()
                .map(each -> mistakes.contains(each) ? each.closed(Closing.CORRECTED, on) : each).toList());
    }

    private static Missed settled(Missed each, List<Integer> paid, LocalDate on) {
        boolean isPaid = paid.contains(each.number());
        boolean wasPaid = each.closed().filter(closed -> closed.by() == Closing.PAID).isPresent();
        if (each.unsettled() && isPaid) {
            return each.closed(Closing.PAID, on);
        }
        return wasPaid && !isPaid ? each.open() : each;
    }

    private static boolean isMistake(Missed each) {
        return each.closed().filter(closed -> closed.by() == Closing.CORRECTED).isPresent();
    }

    private static List<Due> sorted(List<Due> table) {
        return table.stream().sorted(Comparator.comparing(Due::number)).toList();
    }
}
