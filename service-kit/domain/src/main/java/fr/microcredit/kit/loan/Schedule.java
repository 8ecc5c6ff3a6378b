package fr.microcredit.kit.loan;

import java.util.ArrayList;
import java.util.List;

import fr.microcredit.kit.money.Money;

/**
 * An amortisation table with constant instalments payable at the end of each month. The monthly rate is the yearly rate
 * divided by 12, every figure is rounded half up to the cent, and the last instalment takes the rest: it may be the
 * largest one.
 *
 * @param principal   lent, above zero
 * @param rate        yearly nominal rate
 * @param instalments in order, numbered from 1
 */
public record Schedule(Money principal, Rate rate, List<Instalment> instalments) {
    /** Longer than any micro-credit (84 months since the decree 2022-124), short enough to bound the work. */
    public static final int MAX_MONTHS = 600;

    public Schedule {
        instalments = List.copyOf(instalments);
    }

    /**
     * @param principal above zero
     * @param months    number of instalments, 1 to {@value #MAX_MONTHS}
     * @throws IllegalArgumentException outside these bounds, or when the principal is too small to be spread so far
     */
    public static Schedule constantInstalments(Money principal, int months, Rate rate) {
        if (!principal.isPositive() || months < 1 || months > MAX_MONTHS) {
            throw new IllegalArgumentException("No schedule for " + principal + " over " + months + " months");
        }
        Money payment = Annuity.payment(principal, months, rate);
        List<Instalment> instalments = new ArrayList<>(months);
        Money outstanding = principal;
        for (int number = 1; number <= months; number++) {
            Instalment next = number < months
                    ? regular(number, payment, outstanding, rate)
                    : closing(number, outstanding, rate);
            instalments.add(next);
            outstanding = next.outstanding();
        }
        return new Schedule(principal, rate, instalments);
    }

    private static Instalment regular(int number, Money payment, Money outstanding, Rate rate) {
        Money interest = rate.interestOfOneMonth(outstanding);
        Money principal = payment.minus(interest);
        Money left = outstanding.minus(principal);
        if (left.isNegative()) {
            throw new IllegalArgumentException("The principal is too small to be spread over so many months");
        }
        return new Instalment(number, payment, interest, principal, left);
    }

    private static Instalment closing(int number, Money outstanding, Rate rate) {
        Money interest = rate.interestOfOneMonth(outstanding);
        return new Instalment(number, outstanding.plus(interest), interest, outstanding, Money.ZERO);
    }

    public int months() {
        return instalments.size();
    }

    /** @param number from 1 */
    public Instalment instalment(int number) {
        return instalments.get(number - 1);
    }

    public Money totalInterest() {
        return interestOfFirst(months());
    }

    /** Interest of the instalments 1 to {@code count}; 0 gives zero. */
    public Money interestOfFirst(int count) {
        return Money.sum(instalments.subList(0, count).stream().map(Instalment::interest).toList());
    }

    /** The largest amount the borrower ever has to pay in one month; the last instalment counts. */
    public Money largestPayment() {
        Money largest = Money.ZERO;
        for (Instalment instalment : instalments) {
            largest = Money.max(largest, instalment.payment());
        }
        return largest;
    }

    /** Capital outstanding after {@code count} instalments; 0 gives the whole principal. */
    public Money outstandingAfter(int count) {
        return count == 0 ? principal : instalment(count).outstanding();
    }
}
