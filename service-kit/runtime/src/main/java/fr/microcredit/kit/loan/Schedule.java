package fr.microcredit.kit.loan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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

    private static final BigDecimal MONTHS_PER_YEAR_IN_PERCENT = BigDecimal.valueOf(1200);
    /** Enough digits that (1 + i)^600 leaves the cent of the instalment beyond doubt. */
    private static final MathContext PRECISE = new MathContext(60, RoundingMode.HALF_EVEN);

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
        Money payment = constantPayment(principal, months, rate);
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

    private static Money constantPayment(Money principal, int months, Rate rate) {
        BigDecimal cents = BigDecimal.valueOf(principal.cents());
        if (rate.isZero()) {
            return Money.ofCents(cents.divide(BigDecimal.valueOf(months), 0, RoundingMode.HALF_UP).longValueExact());
        }
        BigDecimal monthly = rate.percent().divide(MONTHS_PER_YEAR_IN_PERCENT, PRECISE);
        BigDecimal growth = BigDecimal.ONE.add(monthly).pow(months, PRECISE);
        BigDecimal payment = cents.multiply(monthly).multiply(growth).divide(growth.subtract(BigDecimal.ONE), PRECISE);
        return Money.ofCents(payment.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static Instalment regular(int number, Money payment, Money outstanding, Rate rate) {
        Money interest = interestOfOneMonth(outstanding, rate);
        Money principal = payment.minus(interest);
        Money left = outstanding.minus(principal);
        if (left.isNegative()) {
            throw new IllegalArgumentException("The principal is too small to be spread over so many months");
        }
        return new Instalment(number, payment, interest, principal, left);
    }

    private static Instalment closing(int number, Money outstanding, Rate rate) {
        Money interest = interestOfOneMonth(outstanding, rate);
        return new Instalment(number, outstanding.plus(interest), interest, outstanding, Money.ZERO);
    }

    private static Money interestOfOneMonth(Money outstanding, Rate rate) {
        BigDecimal yearlyPercent = BigDecimal.valueOf(outstanding.cents()).multiply(rate.percent());
        return Money
                .ofCents(yearlyPercent.divide(MONTHS_PER_YEAR_IN_PERCENT, 0, RoundingMode.HALF_UP).longValueExact());
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
        return instalments.stream().map(Instalment::payment).reduce(Money.ZERO, Money::max);
    }

    /** Capital outstanding after {@code count} instalments; 0 gives the whole principal. */
    public Money outstandingAfter(int count) {
        return count == 0 ? principal : instalment(count).outstanding();
    }
}
