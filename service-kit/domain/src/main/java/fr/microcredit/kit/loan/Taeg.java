package fr.microcredit.kit.loan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import fr.microcredit.kit.money.Money;

import ch.obermuhlner.math.big.BigDecimalMath;

/**
 * Annual percentage rate of charge (<i>taux annuel effectif global</i>): the rate X that makes drawdowns and payments equal,
 * each discounted by {@code (1 + X)^-t} with t in years since the first drawdown, below zero for a charge paid earlier
 * (directive 2008/48/EC, Annex I; article R314-3 of the Code de la consommation). Takes any flows, regular or not. Where
 * several rates fit, as with a charge before the drawdown, it is the one nearest to zero.
 */
public final class Taeg {
    static final MathContext PRECISION = new MathContext(28, RoundingMode.HALF_EVEN);
    /** Of the logarithm of 1 + X; six decimals of a percentage need far less. */
    private static final BigDecimal TOLERANCE = new BigDecimal("1E-16");
    /** Rates from minus 99 percent to 1E19 percent, as logarithms of 1 + X: the shortest loans reach a million percent. */
    private static final BigDecimal LOWEST = new BigDecimal("-4.6");
    private static final BigDecimal HIGHEST = new BigDecimal("39");
    /** Between two looks for a change of sign, from zero outwards: a factor of 1.28. */
    private static final BigDecimal STRIDE = new BigDecimal("0.25");
    private static final int STEPS_MAX = 200;
    private static final int DECIMALS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Discounted> flows;

    private Taeg(List<Discounted> flows) {
        this.flows = flows;
    }

    /**
     * A flow with its distance from the first drawdown.
     *
     * @param years below zero where it is {@code earlier}
     */
    private record Discounted(BigDecimal amount, Interval distance, boolean earlier, BigDecimal years) {
        static Discounted of(Money amount, Interval after) {
            return new Discounted(BigDecimal.valueOf(amount.cents()), after, false, after.years(PRECISION));
        }

        static Discounted of(DatedFlow flow, LocalDate start, Periods periods) {
            if (!flow.on().isBefore(start)) {
                return of(flow.amount(), Interval.between(start, flow.on(), periods));
            }
            Interval before = Interval.between(flow.on(), start, periods);
            return new Discounted(BigDecimal.valueOf(flow.amount().cents()), before, true,
                    before.years(PRECISION).negate());
        }

        BigDecimal at(Discounts discounts) {
            BigDecimal factor = discounts.of(distance);
            return earlier ? amount.divide(factor, PRECISION) : amount.multiply(factor, PRECISION);
        }
    }

    /** Value of all flows, and how fast it changes. */
    private record Balance(BigDecimal value, BigDecimal slope) {
    }

    /**
     * What the whole periods between two flows are; every month is a twelfth of a year, every week a fifty-second, and days
     * left over are counted as they are.
     */
    public enum Periods {
        YEARS(1, ChronoUnit.YEARS), MONTHS(12, ChronoUnit.MONTHS), WEEKS(52, ChronoUnit.WEEKS);

        private final int perYear;
        private final ChronoUnit step;

        Periods(int perYear, ChronoUnit step) {
            this.perYear = perYear;
            this.step = step;
        }

        int perYear() {
            return perYear;
        }

        ChronoUnit step() {
            return step;
        }
    }

    /**
     * Of dated flows.
     *
     * @param flows   at least one drawdown and one payment
     * @param periods how whole periods are counted
     * @return percent a year, six decimals, half up
     * @throws IllegalArgumentException when nothing is lent, or no rate fits the flows
     */
    public static BigDecimal percent(List<DatedFlow> flows, Periods periods) {
        LocalDate start = flows.stream().filter(flow -> flow.amount().isPositive()).map(DatedFlow::on)
                .min(LocalDate::compareTo).orElseThrow(() -> new IllegalArgumentException("Nothing is lent"));
        return new Taeg(flows.stream().map(flow -> Discounted.of(flow, start, periods)).toList())
                .solve(BigDecimal.ZERO);
    }

    /**
     * Of a loan whose instalments fall one month apart, the first a month after the drawdown.
     *
     * @param charges paid at the drawdown, zero or more
     * @return percent a year, six decimals, half up
     */
    public static BigDecimal percent(Schedule schedule, Money charges) {
        List<Discounted> flows = new ArrayList<>(schedule.months() + 1);
        flows.add(Discounted.of(schedule.principal().minus(charges), Interval.ofMonths(0)));
        for (Instalment instalment : schedule.instalments()) {
            flows.add(Discounted.of(instalment.payment().negated(), Interval.ofMonths(instalment.number())));
        }
        return new Taeg(flows).solve(schedule.rate().percent().divide(HUNDRED, PRECISION));
    }

    /**
     * Looks from zero outwards for the first interval at whose ends the flows' value has another sign, then in there.
     *
     * @param expected near where the rate may be, so that few steps are needed
     */
    private BigDecimal solve(BigDecimal expected) {
        int sum = flows.stream().map(Discounted::amount).reduce(BigDecimal.ZERO, BigDecimal::add).signum();
        if (sum == 0) {
            return toPercent(BigDecimal.ZERO);
        }
        BigDecimal stride = sum < 0 ? STRIDE : STRIDE.negate();
        BigDecimal limit = sum < 0 ? HIGHEST : LOWEST;
        for (BigDecimal near = BigDecimal.ZERO; near.abs().compareTo(limit.abs()) < 0; near = near.add(stride)) {
            BigDecimal far = near.add(stride);
            if (at(far).value.signum() != sum) {
                return narrowed(expected, near.min(far), near.max(far));
            }
        }
        throw noRate();
    }

    /** Newton's steps, halved whenever they would leave the interval that holds the root. */
    private BigDecimal narrowed(BigDecimal expected, BigDecimal least, BigDecimal most) {
        int rising = at(most).value.signum();
        BigDecimal low = least;
        BigDecimal high = most;
        BigDecimal guess = expected.max(least).min(most);
        for (int step = 0; step < STEPS_MAX; step++) {
            Balance balance = at(guess);
            boolean above = balance.value.signum() * rising > 0;
            high = above ? guess : high;
            low = above ? low : guess;
            BigDecimal next = next(guess, balance, low, high);
            if (next.subtract(guess).abs().compareTo(TOLERANCE) < 0) {
                return toPercent(next);
            }
            guess = next;
        }
        throw noRate();
    }

    private static IllegalArgumentException noRate() {
        return new IllegalArgumentException("No rate fits these flows");
    }

    private static BigDecimal next(BigDecimal guess, Balance balance, BigDecimal low, BigDecimal high) {
        if (balance.slope.signum() != 0) {
            BigDecimal newton = guess.subtract(balance.value.divide(balance.slope, PRECISION));
            if (newton.compareTo(low) >= 0 && newton.compareTo(high) <= 0) {
                return newton;
            }
        }
        return low.add(high).divide(BigDecimal.valueOf(2), PRECISION);
    }

    private Balance at(BigDecimal logarithm) {
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal slope = BigDecimal.ZERO;
        Discounts discounts = new Discounts(logarithm);
        for (Discounted flow : flows) {
            BigDecimal today = flow.at(discounts);
            value = value.add(today);
            slope = slope.subtract(today.multiply(flow.years, PRECISION));
        }
        return new Balance(value, slope);
    }

    private static BigDecimal toPercent(BigDecimal logarithm) {
        return BigDecimalMath.exp(logarithm, PRECISION).subtract(BigDecimal.ONE).multiply(HUNDRED).setScale(DECIMALS,
                RoundingMode.HALF_UP);
    }
}
