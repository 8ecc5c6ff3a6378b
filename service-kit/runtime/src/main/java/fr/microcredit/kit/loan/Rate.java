package fr.microcredit.kit.loan;

import java.math.BigDecimal;

/**
 * A yearly nominal rate in percent (<i>taux débiteur</i>).
 *
 * @param percent {@code 4.40} stands for 4.40 % a year; 0 to 100
 */
public record Rate(BigDecimal percent) implements Comparable<Rate> {
    private static final BigDecimal MAX_PERCENT = BigDecimal.valueOf(100);

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
