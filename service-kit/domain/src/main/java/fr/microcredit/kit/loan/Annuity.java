package fr.microcredit.kit.loan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import fr.microcredit.kit.money.Money;

/**
 * The constant payment that repays one unit of capital with interest: {@code i / (1 - (1 + i)^-n)}. It depends on term and
 * rate only, and few of these exist, so that it is computed once and remembered.
 *
 * @param factor payment for each unit of capital, to 60 digits
 */
record Annuity(BigDecimal factor) {
    /** Enough digits that (1 + i)^600 leaves the cent of the instalment beyond doubt. */
    private static final MathContext PRECISE = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final BigDecimal MONTHS_PER_YEAR_IN_PERCENT = BigDecimal.valueOf(1200);
    private static final int REMEMBERED_MAX = 5_000;
    private static final Map<Key, Annuity> REMEMBERED = new ConcurrentHashMap<>();

    private record Key(int months, BigDecimal percent) {
    }

    /** The constant payment of a loan, half up to the cent; without interest the capital is just divided. */
    static Money payment(Money principal, int months, Rate rate) {
        BigDecimal cents = BigDecimal.valueOf(principal.cents());
        BigDecimal payment = rate.isZero()
                ? cents.divide(BigDecimal.valueOf(months), 0, RoundingMode.HALF_UP)
                : cents.multiply(of(new Key(months, rate.percent())).factor).setScale(0, RoundingMode.HALF_UP);
        return Money.ofCents(payment.longValueExact());
    }

    private static Annuity of(Key key) {
        Annuity known = REMEMBERED.get(key);
        return known == null ? remember(key) : known;
    }

    private static Annuity remember(Key key) {
        if (REMEMBERED.size() >= REMEMBERED_MAX) {
            REMEMBERED.clear();
        }
        Annuity computed = new Annuity(compute(key));
        REMEMBERED.put(key, computed);
        return computed;
    }

    private static BigDecimal compute(Key key) {
        BigDecimal monthly = key.percent().divide(MONTHS_PER_YEAR_IN_PERCENT, PRECISE);
        BigDecimal growth = BigDecimal.ONE.add(monthly).pow(key.months(), PRECISE);
        return monthly.multiply(growth).divide(growth.subtract(BigDecimal.ONE), PRECISE);
    }
}
