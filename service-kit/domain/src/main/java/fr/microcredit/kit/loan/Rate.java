package fr.microcredit.kit.loan;

import java.math.BigDecimal;
import java.math.RoundingMode;

import fr.microcredit.kit.money.Money;

/**
 * A yearly nominal rate in percent (<i>taux débiteur</i>).
 *
 * @param percent {@code 4.40} stands for 4.40 % a year; 0 to 100
 */
public record Rate(BigDecimal percent) implements Comparable<Rate> {
    private static final BigDecimal MAX_PERCENT = BigDecimal.valueOf(100);
    /** Twelve months, and percent. */
    private static final long MONTHLY_IN_PERCENT = 1200;
    /** Products of such rates and amounts fit a {@code long} with room to spare. */
    private static final int SHORT_PRECISION = 6;
    private static final long SHORT_CENTS = 10_000_000_000L;
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    public Rate {
        if (percent.signum() < 0 || percent.compareTo(MAX_PERCENT) > 0) {
            throw new IllegalArgumentException("Rate outside 0 to 100 percent: " + percent);
        }
    }

    /** @param percent a decimal string such as {@code "4.40"} */
    public static Rate ofPercent(String percent) {
        return new Rate(new BigDecimal(percent));
    }

    public boolean isZero() {
        return percent.signum() == 0;
    }

    /** Interest of one month on a capital: a twelfth of the yearly rate, half up to the cent. */
    public Money interestOfOneMonth(Money capital) {
        int scale = percent.scale();
        boolean isShort = percent.precision() <= SHORT_PRECISION && scale >= 0 && scale <= SHORT_PRECISION
                && capital.cents() >= 0 && capital.cents() <= SHORT_CENTS;
        return isShort ? inWholeNumbers(capital, scale) : inDecimals(capital);
    }

    /** The same figure without an object for each step, since every assessment computes a whole schedule. */
    private Money inWholeNumbers(Money capital, int scale) {
        long dividend = capital.cents() * percent.unscaledValue().longValue();
        long divisor = MONTHLY_IN_PERCENT * POWERS_OF_TEN[scale];
        return Money.ofCents((2 * dividend + divisor) / (2 * divisor));
    }

    private Money inDecimals(Money capital) {
        BigDecimal yearlyPercent = BigDecimal.valueOf(capital.cents()).multiply(percent);
        return Money.ofCents(yearlyPercent.divide(BigDecimal.valueOf(MONTHLY_IN_PERCENT), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    @Override
    public int compareTo(Rate other) {
        return percent.compareTo(other.percent);
    }

    /** The decimal string in percent, as it travels in JSON. */
    @Override
    public String toString() {
        return percent.toPlainString();
    }
}
