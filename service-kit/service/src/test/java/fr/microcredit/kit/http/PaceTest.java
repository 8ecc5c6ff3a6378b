package fr.microcredit.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = Long.MAX_VALUE / 2;

    @Test
    void soManyAtOnceAndNoMore() {
        Pace pace = new Pace(10, 5, START);
        assertEquals(5, LongStream.range(0, 20).filter(each -> pace.admits(START)).count());
    }

    @Test
    void thenAtTheLastingRate() {
        Pace pace = new Pace(10, 5, START);
        LongStream.range(0, 5).forEach(each -> assertTrue(pace.admits(START)));
        assertFalse(pace.admits(START + SECOND / 10 - 1));
        assertTrue(pace.admits(START + SECOND / 10));
        assertFalse(pace.admits(START + SECOND / 10));
    }

    @Test
    void whoRestedMayHurryOnceMoreButNotTwice() {
        Pace pace = new Pace(10, 5, START);
        LongStream.range(0, 5).forEach(each -> pace.admits(START));
        long rested = START + 60 * SECOND;
        assertEquals(5, LongStream.range(0, 20).filter(each -> pace.admits(rested)).count());
    }

    @Test
    void overAMinuteItIsTheRateAndTheBurst() {
        Pace pace = new Pace(7, 3, START);
        long admitted = LongStream.range(0, 60_000).filter(ms -> pace.admits(START + ms * SECOND / 1000)).count();
        assertTrue(admitted >= 60 * 7 && admitted <= 60 * 7 + 3, () -> "Admitted: " + admitted);
    }
}
