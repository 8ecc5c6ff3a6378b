package fr.microcredit.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.Topics;

/** The commission changes its mind by a later decision that cites the earlier one, in whatever order all of it is heard. */
@OnTestPlatform
class RedecisionJourneyTest {
    private static final String TOPIC = "microcredit.dossier";

    private final Desk desk = Desk.ofDijon();

    @Test
    void whatWasRefusedGoesToTheBankAfterAllWhateverComesFirst() {
        assertEquals("transmitted opened submitted closed reopened transmitted", play(0, false));
        long seed = Long.getLong("seed", System.nanoTime());
        for (int round = 0; round < 4; round++) {
            assertEquals("transmitted opened submitted closed reopened transmitted", play(seed + round, true),
                    "seed " + (seed + round));
        }
    }

    /** The approval has sent it already: what comes later is too late, and nobody is told otherwise. */
    @Test
    void aRefusalThatComesAfterTheTransmissionChangesNothing() {
        String id = desk.submitted(Desk.form());
        Topics.publish(new History(id, Map.of("officeId", Desk.OFFICE))
                .then("eligibility.assessed", "eligible", Map.of()).then("commission.decided", "approved", Map.of())
                .then("commission.decided", "refused-after-all", Map.of()).events());
        awaitHeard(id, 3);
        assertEquals("transmitted opened submitted transmitted", told(id, 3));
    }

    private String play(long seed, boolean shuffled) {
        String id = desk.submitted(Desk.form());
        History history = new History(id, Map.of("officeId", Desk.OFFICE))
                .then("eligibility.assessed", "eligible", Map.of()).then("commission.decided", "refused", Map.of())
                .then("commission.decided", "approved-after-all", Map.of());
        Topics.publish(shuffled ? history.shuffled(seed) : history.events());
        awaitHeard(id, history.events().size());
        return told(id, 5);
    }

    private void awaitHeard(String id, int events) {
        Await.until(java.time.Duration.ofSeconds(30), () -> "all is in the timeline", () -> desk.timeline(id).stream()
                .filter(type -> !type.startsWith("dossier.")).count() == events);
        assertEquals(0, TestPlatform.running().db().number("select count(*) from parked_event where key = ?", id));
    }

    /** Where it stands, and what was told in its order. */
    private String told(String id, int events) {
        List<String> types = Topics.await(TOPIC, id, events, event -> true).stream()
                .map(event -> event.type().replace("fr.microcredit.dossier.", "")).toList();
        return desk.stage(id) + " " + String.join(" ", types);
    }
}
