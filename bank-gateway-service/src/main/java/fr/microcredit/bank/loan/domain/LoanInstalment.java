package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fr.microcredit.bank.loan.domain.LoanClauses.Imputation;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.money.Money;

/**
 * What became of an instalment of the table.
 *
 * @param portions what was paid of it, in order
 * @param missedOn day on which the bank reported it missed
 */
public record LoanInstalment(InstalmentTable.Line line, List<Portion> portions, Optional<LocalDate> missedOn) {
    public LoanInstalment {
        portions = List.copyOf(portions);
    }

    /** Who paid and when. */
    public record Payment(LocalDate on, Payer payer) {
    }

    /** A part of an instalment, paid at once. */
    public record Portion(LocalDate on, Payer payer, Money principal, Money interest) {
        Money sum() {
            return principal.plus(interest);
        }
    }

    /** A payment by the office's support commission is aid: it cures the instalment and is counted apart. */
    public enum Payer {
        BORROWER, SUPPORT_COMMISSION
    }

    /** How an instalment stands. */
    public enum Standing {
        DUE, PAID, MISSED, PARTIAL
    }

    static LoanInstalment due(InstalmentTable.Line line) {
        return new LoanInstalment(line, List.of(), Optional.empty());
    }

    public int number() {
        return line.number();
    }

    public LocalDate dueOn() {
        return line.dueOn();
    }

    public Money interestLeft() {
        long paid = 0;
        for (Portion portion : portions) {
            paid += portion.interest().cents();
        }
        return Money.ofCents(line.interest().cents() - paid);
    }

    public Money principalLeft() {
        long paid = 0;
        for (Portion portion : portions) {
            paid += portion.principal().cents();
        }
        return Money.ofCents(line.principal().cents() - paid);
    }

    /** What is still to be paid of it. */
    public Money left() {
        return principalLeft().plus(interestLeft());
    }

    public boolean isPaid() {
        return !portions.isEmpty() && left().equals(Money.ZERO);
    }

    /** The payment that completed it. */
    public Optional<Payment> payment() {
        return isPaid()
                ? Optional.of(portions.get(portions.size() - 1)).map(last -> new Payment(last.on(), last.payer()))
                : Optional.empty();
    }

    public Standing standing() {
        if (isPaid()) {
            return Standing.PAID;
        }
        if (missedOn.isPresent()) {
            return Standing.MISSED;
        }
        return portions.isEmpty() ? Standing.DUE : Standing.PARTIAL;
    }

    /** Whether all of it was paid, and all by this one. */
    boolean isPaidBy(Payer payer) {
        return isPaid() && portions.stream().allMatch(portion -> portion.payer() == payer);
    }

    /** What this one paid of its interest. */
    Money interestBy(Payer payer) {
        return Money.sum(portions.stream().filter(portion -> portion.payer() == payer).map(Portion::interest).toList());
    }

    /** As much of an amount as it takes. */
    Portion take(Money amount, Imputation imputation, Payment by) {
        Money first = imputation == Imputation.INTEREST_FIRST ? interestLeft() : principalLeft();
        Money toFirst = least(amount, first);
        Money toSecond = least(amount.minus(toFirst), left().minus(first));
        return imputation == Imputation.INTEREST_FIRST
                ? new Portion(by.on(), by.payer(), toSecond, toFirst)
                : new Portion(by.on(), by.payer(), toFirst, toSecond);
    }

    private static Money least(Money one, Money other) {
        return one.isAtLeast(other) ? other : one;
    }

    LoanInstalment paid(Portion portion) {
        return new LoanInstalment(line, Stream.concat(portions.stream(), Stream.of(portion)).toList(), missedOn);
    }

    LoanInstalment missed(LocalDate on) {
        return new LoanInstalment(line, portions, Optional.of(on));
    }

    /** Due later: what was missed is not missed any more. */
    LoanInstalment movedTo(InstalmentTable.Line later) {
        return new LoanInstalment(later, portions, Optional.empty());
    }

    /** Days from due date to payment; 0 for a payment on its day, and while it is not paid. */
    public long delayDays() {
        return payment().map(by -> Math.max(0, ChronoUnit.DAYS.between(dueOn(), by.on()))).orElse(0L);
    }
}
