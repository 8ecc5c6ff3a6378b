package fr.microcredit.kit.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.kit.testing.Seeded;

class MoneyTest {
    private static final BigDecimal HALF = new BigDecimal("0.50");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    @ParameterizedTest
    @CsvSource({"0, 0.00", "5, 0.05", "-5, -0.05", "161855, 1618.55", "100, 1.00"})
    void readsAndWritesEuros(long cents, String euros) {
        assertEquals(euros, Money.ofCents(cents).toString());
        assertEquals(Money.ofCents(cents), Money.ofEuros(euros));
    }

    @Test
    void refusesFractionsOfACent() {
        assertThrows(ArithmeticException.class, () -> Money.ofEuros("1.005"));
    }

    @Test
    void refusesWhatDoesNotFit() {
        Money most = Money.ofCents(Long.MAX_VALUE);
        assertThrows(ArithmeticException.class, () -> most.plus(Money.ofCents(1)));
        assertThrows(ArithmeticException.class, () -> most.negated().minus(Money.ofCents(2)));
        assertThrows(ArithmeticException.class, () -> most.times(2));
        assertThrows(ArithmeticException.class, () -> most.times(new BigDecimal("1.5"), RoundingMode.HALF_UP));
        assertThrows(ArithmeticException.class, () -> Money.ofCents(Long.MIN_VALUE).negated());
    }

    @Test
    void multipliesBeforeItRounds() {
        Money ceiling = Money.ofEuros("1037.53").times(new BigDecimal("1.20").multiply(new BigDecimal("1.3")),
                RoundingMode.HALF_UP);
        assertEquals("1618.55", ceiling.toString());
    }

    /** domain.md 6.2: three rounded halves and quarters of 2 006.63 would be one cent too many. */
    @Test
    void theBankBearsTheRemainderCent() {
        Money.Shares shares = Money.ofEuros("2006.63").shares(List.of(HALF, QUARTER));
        assertEquals(List.of(Money.ofEuros("1003.32"), Money.ofEuros("501.66")), shares.parts());
        assertEquals(Money.ofEuros("501.65"), shares.remainder());
    }

    @Test
    void refusesFractionsAboveOne() {
        Money amount = Money.ofCents(100);
        assertThrows(IllegalArgumentException.class, () -> amount.shares(List.of(HALF, HALF, QUARTER)));
        assertThrows(IllegalArgumentException.class, () -> amount.shares(List.of(QUARTER.negate())));
        assertThrows(IllegalArgumentException.class, () -> amount.split(0));
    }

    @Test
    void splitsWithoutLosingACent() {
        assertEquals(List.of(Money.ofCents(34), Money.ofCents(33), Money.ofCents(33)), Money.ofCents(100).split(3));
        Seeded.cases(10_000, random -> {
            Money whole = Money.ofCents(random.nextLong(-1_000_000, 1_000_000));
            List<Money> parts = whole.split(random.nextInt(1, 90));
            assertEquals(whole, Money.sum(parts));
            assertTrue(parts.get(0).cents() - parts.get(parts.size() - 1).cents() <= 1,
                    "parts differ by a cent at most");
        });
    }

    @Test
    void sharesAlwaysSumToTheWhole() {
        Seeded.cases(10_000, random -> {
            Money whole = Money.ofCents(random.nextLong(0, 10_000_000));
            int first = random.nextInt(0, 90);
            int second = random.nextInt(0, 100 - first);
            Money.Shares shares = whole.shares(List.of(BigDecimal.valueOf(first, 2), BigDecimal.valueOf(second, 2)));
            assertEquals(whole, Money.sum(shares.parts()).plus(shares.remainder()));
        });
    }
}
