package fr.microcredit.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.Topics;

/** Whatever order and repetition a dossier's events come in, it ends in one state with one story. */
@OnTestPlatform
class ShuffleTest {
    private static final int ROUNDS = 12;
    private final Desk desk = Desk.ofDijon();

    @Test
    void anyInterleavingEndsInOneState() {
        Outcome expected = play(0, false);
        assertEquals("repaid", expected.stage());
        assertEquals(18, told(expected.timeline()).size());
        long seed = Long.getLong("seed", System.nanoTime());
        for (int round = 0; round < ROUNDS; round++) {
            assertEquals(expected, play(seed + round, true), "seed " + (seed + round));
        }
    }

    private record Outcome(String stage, List<String> timeline, List<String> published) {
    }

    private Outcome play(long seed, boolean shuffled) {
        Map<String, Object> form = Desk.form();
        form.put("consents", Map.of("transmission", "2008-07-01", "incidentReports", "2008-07-01"));
        String id = desk.submitted(form);
        History history = history(id);
        Topics.publish(shuffled ? history.shuffled(seed) : history.events());
        Await.until(java.time.Duration.ofSeconds(40), () -> "all events are in the timeline, seed " + seed,
                () -> told(desk.timeline(id)).size() == history.events().size());
        assertEquals(0, TestPlatform.running().db().number("select count(*) from parked_event where key = ?", id));
        List<String> published = Topics.await("microcredit.dossier", id, 6, event -> true).stream()
                .map(event -> event.sequence() + " " + event.type() + " " + event.data().path("revision").asInt())
                .toList();
        return new Outcome(desk.stage(id), desk.timeline(id).stream().sorted().toList(), published);
    }

    /** Without what its office has done, and what has gone to the bank by itself. */
    private static List<String> told(List<String> timeline) {
        return timeline.stream().filter(type -> !type.startsWith("dossier.")).toList();
    }

    private static History history(String id) {
        Map<String, Object> second = Map.of("revision", 2);
        return new History(id, Map.of("officeId", Desk.OFFICE))
                .then("eligibility.assessed", "eligible", Map.of("verdict", "needs-human"))
                .then("eligibility.judged", "vehicle", Map.of())
                .then("commission.decided", "approved", Map.of())
                .then("bank.decided", "disagreed", Map.of())
                .then("commission.concertation-held", "changed", Map.of())
                .then("eligibility.assessed", "eligible", second)
                .then("bank.finalised", "accepted", second)
                .then("guarantee.reserved", "one", Map.of())
                .then("guarantee.subsidy-reserved", "one", Map.of())
                .then("bank.contracted", "one", second)
                .then("bank.disbursed", "one", second)
                .then("guarantee.effective", "one", Map.of())
                .then("guarantee.subsidy-committed", "one", Map.of())
                .then("bank.instalment-paid", "first", Map.of())
                .then("guarantee.reduced", "one", Map.of())
                .then("bank.instalment-missed", "seventh", Map.of())
                .then("bank.repaid-in-full", "one", Map.of())
                .then("guarantee.released", "one", Map.of());
    }
}
