package fr.microcredit.observatory.release.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecrecyTest {
    private static final Secrecy RULE = new Secrecy(11, 85);

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "10, false", "11, true", "12, true"})
    void aCellNeedsElevenPersonsAndAZeroIsNoException(long persons, boolean shown) {
        assertEquals(shown, RULE.count(40, persons).isPresent());
        assertEquals(shown, RULE.alone(counts(persons)).get(0).value().isPresent());
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

    /** Submitted less disbursed would tell how many were refused. */
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({"100, 90, 1", "100, 89, 2", "100, 100, 1", "11, 22, 2", "11, 21, 1", "10, 50, 1"})
    void aDifferenceIsHeldToTheSameNumber(long first, long second, long shown) {
        assertEquals(shown, shown(RULE.nested(counts(first, second))));
    }

    /** Many persons more or fewer do not help where the number itself differs by a few. */
    @ParameterizedTest(name = "{0} of {1} and {2} of {3}: {4}")
    @CsvSource({"100, 50, 89, 30, 2", "100, 50, 90, 30, 1", "90, 50, 100, 30, 1", "100, 50, 89, 40, 1"})
    void aDifferenceIsHeldToItInPersonsAndInTheCount(long first, long firstPersons, long second, long secondPersons,
            long shown) {
        assertEquals(shown, shown(RULE.nested(List.of(new Counted("first", first, firstPersons),
                new Counted("second", second, secondPersons)))));
    }

    /** The total is known: the disbursed loans. */
    @Test
    void oneHiddenPartWouldBeWhatIsMissingFromTheTotal() {
        assertEquals(List.of("50", "secret", "secret", "secret"), texts(RULE.parts(counts(50, 3, 20, 2))),
                "3 and 2 are five persons: the next goes with them");
        assertEquals(List.of("50", "secret", "secret"), texts(RULE.parts(counts(50, 3, 20))));
        assertEquals(List.of("50", "30"), texts(RULE.parts(counts(50, 30))));
        assertEquals(List.of("50", "secret", "secret", "20"), texts(RULE.parts(counts(50, 6, 5, 20))));
        assertEquals(List.of("secret", "secret"), texts(RULE.parts(counts(50, 0))));
    }

    /** Whoever knows the rule and the total solves for what is hidden: never one cell, never fewer than eleven persons. */
    @RepeatedTest(50)
    void noSumOrDifferenceTellsASmallerNumber() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        List<Counted> counts = counts(random.ints(1 + random.nextInt(12), 0, 40).asLongStream().toArray());
        List<Cell> parts = RULE.parts(counts);
        long total = counts.stream().mapToLong(Counted::value).sum();
        long left = total - parts.stream().flatMapToLong(cell -> cell.value().stream()).sum();
        long hidden = parts.stream().filter(cell -> cell.value().isEmpty()).count();
        assertTrue(hidden == 0 || left >= 11 && hidden >= 2 || hidden == counts.size(), "seed " + seed + parts);
        List<Long> shown = new ArrayList<>();
        RULE.nested(counts).forEach(cell -> cell.value().ifPresent(shown::add));
        for (int one = 0; one < shown.size(); one++) {
            for (int other = 0; other < one; other++) {
                assertTrue(Math.abs(shown.get(one) - shown.get(other)) >= 11, "seed " + seed + shown);
            }
        }
    }

    @Test
    void aYearWithoutAnythingHasEveryLine() {
        Release empty = new YearFigures(List.of(), new Lent(0, 0, 0, 0, 0, 0, 0), List.of(), List.of()).release(2008,
                RULE);
        assertEquals(12, empty.funnel().size());
        assertEquals(11, empty.purposes().size());
        assertEquals(4, empty.delays().size());
        assertEquals(0,
                Stream.of(empty.funnel(), empty.purposes(), empty.delays()).mapToLong(SecrecyTest::shown).sum());
    }

    private static List<Counted> counts(long... persons) {
        List<Counted> counts = new ArrayList<>();
        for (long each : persons) {
            counts.add(new Counted("item-" + counts.size(), each, each));
        }
        return counts;
    }

    private static long shown(List<Cell> cells) {
        return cells.stream().filter(cell -> cell.value().isPresent()).count();
    }

    private static List<String> texts(List<Cell> cells) {
        return cells.stream().map(cell -> cell.value().isPresent() ? "" + cell.value().getAsLong() : "secret").toList();
    }
}
