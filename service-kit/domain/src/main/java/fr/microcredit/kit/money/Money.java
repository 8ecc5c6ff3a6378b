package fr.microcredit.kit.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An exact amount of euros, held as whole cents. Arithmetic that does not fit a {@code long} of cents throws
 * {@link ArithmeticException}; nothing is ever rounded silently.
 *
 * @param cents euro cents, negative allowed
 */
public record Money(long cents) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);
    private static final int CENT_DIGITS = 2;

    public static Money ofCents(long cents) {
        return new Money(cents);
    }

    /**
     * @param euros at most two decimals, such as {@code "1618.55"}
     * @throws ArithmeticException on a fraction of a cent
     */
    public static Money ofEuros(String euros) {
        return new Money(new BigDecimal(euros).movePointRight(CENT_DIGITS).longValueExact());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(cents, factor));
    }

    /** The product, rounded once and as the caller names it. */
    public Money times(BigDecimal factor, RoundingMode rounding) {
        return new Money(BigDecimal.valueOf(cents).multiply(factor).setScale(0, rounding).longValueExact());
    }

    public Money negated() {
        return new Money(Math.negateExact(cents));
    }

    public boolean isNegative() {
        return cents < 0;
    }

    public boolean isPositive() {
        return cents > 0;
    }

    public boolean isAtLeast(Money other) {
        return cents >= other.cents;
    }

    /**
     * Equal parts that sum to this amount; the first parts carry the cents that do not divide.
     *
     * @param parts at least 1
     */
    public List<Money> split(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("At least one part: " + parts);
        }
        long share = Math.floorDiv(cents, (long) parts);
        long larger = Math.floorMod(cents, (long) parts);
        List<Money> split = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            split.add(new Money(part < larger ? share + 1 : share));
        }
        return List.copyOf(split);
    }

    /**
     * The given fractions of this amount, each rounded half up to the cent, and what is left for the bearer of the rest.
     * Parts and remainder always sum to this amount.
     *
     * @param fractions each at least 0, together at most 1
     * @throws IllegalArgumentException on other fractions
     */
    public Shares shares(List<BigDecimal> fractions) {
        BigDecimal total = fractions.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (fractions.stream().anyMatch(fraction -> fraction.signum() < 0) || total.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("Fractions must be positive and at most 1 together: " + fractions);
        }
        List<Money> parts = fractions.stream().map(fraction -> times(fraction, RoundingMode.HALF_UP)).toList();
        return new Shares(parts, minus(sum(parts)));
    }

    public static Money sum(Iterable<Money> amounts) {
        Money sum = ZERO;
        for (Money amount : amounts) {
            sum = sum.plus(amount);
        }
        return sum;
    }

    public static Money max(Money one, Money other) {
        return one.cents >= other.cents ? one : other;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /** Plain euros with two decimals, such as {@code 1618.55}; not a localised form. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(cents, CENT_DIGITS).toPlainString();
    }

    /**
     * Parts of an amount and what remains.
     *
     * @param parts     in the order of the fractions asked for
     * @param remainder whole minus parts; may be a cent below zero only when the fractions sum to 1
     */
    public record Shares(List<Money> parts, Money remainder) {
    }
}
