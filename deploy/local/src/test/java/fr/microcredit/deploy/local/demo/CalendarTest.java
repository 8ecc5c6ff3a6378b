package fr.microcredit.deploy.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final LocalDate FIRST = LocalDate.parse("2008-07-01");

    private final List<String> played = Collections.synchronizedList(new ArrayList<>());
    private final Calendar calendar = new Calendar(day -> played.add("day " + day), day -> {
    });

    @Test
    void daysComeInOrderAndTheCrowdBeforeTheStories() {
        calendar.story(FIRST.plusDays(1), () -> played.add("told later"));
        calendar.story(FIRST, () -> {
            played.add("told");
            calendar.crowd(FIRST.plusDays(2), () -> played.add("added meanwhile"));
        });
        calendar.crowd(FIRST, () -> played.add("crowd"));
        calendar.play();
        assertEquals(List.of("day 2008-07-01", "crowd", "told", "day 2008-07-02", "told later", "day 2008-07-03",
                "added meanwhile"), played);
    }

    @Test
    void theFirstFailureEndsThePlay() {
        calendar.crowd(FIRST, () -> {
            throw new DemonstrationFailure("instalment 3 should be 7578 and is 7579");
        });
        calendar.story(FIRST.plusDays(1), () -> played.add("never"));
        assertThrows(DemonstrationFailure.class, calendar::play);
        assertEquals(List.of("day 2008-07-01"), played);
    }

    @Test
    void aFigureThatDiffersFails() {
        Expect.equal("interest", 1_191, 1_191L);
        assertThrows(DemonstrationFailure.class, () -> Expect.equal("interest", 1_191, 1_192L));
    }
}
