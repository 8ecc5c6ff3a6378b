package fr.microcredit.observatory.indicators.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecrecyTest {
    private static final Secrecy RULE = new Secrecy(11, 85);

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "10, false", "11, true", "12, true"})
    void aCellNeedsElevenPersonsAndAZeroIsNoException(long persons, boolean shown) {
        assertEquals(shown, RULE.count(40, persons).isPresent());
    }

    @ParameterizedTest(name = "largest {0} of {1}")
    @CsvSource({"85, 100, true", "86, 100, false", "100, 100, false", "8500, 10000, true", "8501, 10000, false"})
    void nobodyMayMakeUpMoreThanEightyFivePercentOfAnAmount(long largest, long total, boolean shown) {
        assertEquals(shown ? OptionalLong.of(7) : OptionalLong.empty(), RULE.amount(7, 11, largest, total));
    }

    @Test
    void theNumberNeverFallsBelowFive() {
        assertThrows(IllegalArgumentException.class, () -> new Secrecy(4, 85));
    }
}
