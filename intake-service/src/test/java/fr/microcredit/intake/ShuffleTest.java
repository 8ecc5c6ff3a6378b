package fr.microcredit.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.Topics;

/** Whatever order and repetition a dossier's events come in, it ends in one state with one story. */
@OnTestPlatform
class ShuffleTest {
    private static final int ROUNDS = 12;
    private static final Duration LIMIT = Duration.ofSeconds(40);
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

    /** What the office does between them waits for the stage; what the others have told by then may have come anyhow. */
    @Test
    void anyInterleavingOfTwoBanksEndsInOneState() {
        Outcome expected = playTwoBanks(0, false);
        assertEquals("repaid", expected.stage());
        long seed = Long.getLong("seed", System.nanoTime());
        for (int round = 0; round < ROUNDS / 2; round++) {
            assertEquals(expected, playTwoBanks(seed + round, true), "seed " + (seed + round));
        }
    }

    /** Missed, deferred, missed again, paid, put right, in default, claimed and given up, with what others say of it meanwhile. */
    @Test
    void anyInterleavingOfADifficultyEndsInOneState() {
        Outcome expected = playDifficulty(0, false);
        assertEquals("written-off", expected.stage());
        long seed = Long.getLong("seed", System.nanoTime());
        for (int round = 0; round < ROUNDS / 2; round++) {
            assertEquals(expected, playDifficulty(seed + round, true), "seed " + (seed + round));
        }
    }

    /** The state of the loan stands before its default, where much of it is open, and at its end. */
    private Outcome playDifficulty(long seed, boolean shuffled) {
        Map<String, Object> form = Desk.form();
        form.put("consents", Map.of("transmission", "2008-07-01", "incidentReports", "2008-07-01"));
        String id = desk.submitted(form);
        History open = LoanStory.paidOut(id, Desk.OFFICE)
                .then("guarantee.effective", "one", Map.of())
                .then("bank.instalment-missed", "seventh", LoanStory.instalment(2))
                .then("bank.deferred", "twoMonths",
                        Map.of("effectiveOn", "2008-12-20", "table", LoanStory.table(2, 2)))
                .then("bank.instalment-missed", "seventh", missedOn(2, "2009-02-05"))
                .then("bank.instalment-missed", "seventh", missedOn(3, "2009-03-05"))
                .then("bank.payment-received", "part", Map.of("effectiveOn", "2009-03-06"))
                .then("bank.instalment-paid", "first", missedOn(2, "2009-03-06"))
                .then("bank.corrected", "slip",
                        Map.of("effectiveOn", "2009-03-10", "instalmentsPaid", 1, "missedInstalments", 3));
        tell(open, seed, shuffled);
        LoanStory.awaitState(desk, id, "open");
        awaitTold(id, open.events().size());
        String between = loan(id);
        History end = open.continued()
                .then("bank.rescheduled", "anew", Map.of("effectiveOn", "2009-03-20", "table", LoanStory.table(3, 9)))
                .then("bank.accelerated", "afterThree", Map.of("effectiveOn", "2009-06-20"))
                .then("bank.claim-filed", "afterThree", Map.of("effectiveOn", "2009-06-22"))
                .then("guarantee.claim-accepted", "one", Map.of("effectiveOn", "2009-06-24"))
                .then("bank.recovery-received", "first", Map.of("effectiveOn", "2009-08-01"))
                .then("guarantee.recovery-shared", "one", Map.of("effectiveOn", "2009-08-01"))
                .then("bank.written-off", "one", Map.of("effectiveOn", "2010-01-01"));
        tell(end, seed, shuffled);
        desk.awaitStage(id, "written-off");
        awaitTold(id, open.events().size() + end.events().size());
        Outcome ended = outcome(id, 4);
        return new Outcome(ended.stage(),
                Stream.concat(ended.timeline().stream(), Stream.of(between, loan(id))).toList(),
                ended.published());
    }

    private static Map<String, Object> missedOn(int number, String day) {
        return Map.of("number", number, "dueOn", day, "effectiveOn", day, "amountCents", 8_399);
    }

    private void awaitTold(String id, int events) {
        Await.until(LIMIT, () -> "all events are in the timeline", () -> told(desk.timeline(id)).size() == events);
    }

    private String loan(String id) {
        return desk.request().get("/dossiers/" + id + "/difficulty").asString().replace(id, "");
    }

    /** What is told of a dossier that has ended, late or once more, does not bring it back. */
    @Test
    void nothingThatComesLateReopensWhatTheOfficeHasClosed() {
        String id = desk.submitted(Desk.form());
        History first = atOdds(assessed(new History(id, Map.of("officeId", Desk.OFFICE))), "2008-10-01");
        tell(first, 0, false);
        desk.awaitStage(id, "bank-refused");
        desk.act(id, "closure", Map.of("outcome", "refused-by-bank", "effectiveOn", "2008-10-20")).then()
                .statusCode(200);
        History late = first.continued().then("bank.decided", "accepted", Map.of("effectiveOn", "2008-10-02"));
        Topics.publish(first.shuffled(Long.getLong("seed", System.nanoTime())));
        Topics.publish(late.events());
        Await.until(LIMIT, () -> "the late word is in the timeline",
                () -> told(desk.timeline(id)).size() == first.events().size() + 1);
        assertEquals("not-lent", desk.stage(id));
        assertEquals(0, TestPlatform.running().db().number("select count(*) from parked_event where key = ?", id));
    }

    private Outcome playTwoBanks(long seed, boolean shuffled) {
        String id = desk.submitted(Desk.form());
        History proposed = assessed(new History(id, Map.of("officeId", Desk.OFFICE)))
                .then("bank.decided", "accepted", Map.of("effectiveOn", "2008-10-01"))
                .then("bank.proposed", "alone", Map.of("effectiveOn", "2008-10-02"));
        tell(proposed, seed, shuffled);
        desk.awaitStage(id, "bank-proposed");
        desk.act(id, "proposal-refusal", Map.of("effectiveOn", "2008-10-03")).then().statusCode(200);
        History refused = atOdds(proposed.continued(), "2008-10-06");
        tell(refused, seed, shuffled);
        desk.awaitStage(id, "bank-refused");
        desk.act(id, "another-bank", Map.of("bankId", "ce-bourgogne", "consentGivenOn", "2008-10-20", "effectiveOn",
                "2008-10-20")).then().statusCode(200);
        Map<String, Object> second = Map.of("revision", 2, "bankId", "ce-bourgogne", "effectiveOn", "2008-10-21");
        History lent = refused.continued()
                .then("eligibility.assessed", "eligible", Map.of("revision", 2, "effectiveOn", "2008-10-20"))
                .then("bank.decided", "accepted", second).then("bank.contracted", "one", second)
                .then("bank.disbursed", "one", second)
                .then("bank.repaid-in-full", "one", Map.of("bankId", "ce-bourgogne"));
        tell(lent, seed, shuffled);
        desk.awaitStage(id, "repaid");
        int all = proposed.events().size() + refused.events().size() + lent.events().size();
        Await.until(LIMIT, () -> "all events are in the timeline, seed " + seed,
                () -> told(desk.timeline(id)).size() == all);
        return outcome(id, 7);
    }

    private static void tell(History history, long seed, boolean shuffled) {
        Topics.publish(shuffled ? history.shuffled(seed) : history.events());
    }

    private static History assessed(History history) {
        Map<String, Object> on = Map.of("effectiveOn", "2008-09-22");
        return history.then("eligibility.assessed", "eligible", on).then("commission.decided", "approved", on);
    }

    private static History atOdds(History history, String day) {
        Map<String, Object> on = Map.of("effectiveOn", day);
        return history.then("bank.decided", "disagreed", on).then("commission.concertation-waived", "one", on)
                .then("bank.finalised", "refused", on);
    }

    private record Outcome(String stage, List<String> timeline, List<String> published) {
    }

    private Outcome play(long seed, boolean shuffled) {
        Map<String, Object> form = Desk.form();
        form.put("consents", Map.of("transmission", "2008-07-01", "incidentReports", "2008-07-01"));
        String id = desk.submitted(form);
        History history = history(id);
        Topics.publish(shuffled ? history.shuffled(seed) : history.events());
        Await.until(LIMIT, () -> "all events are in the timeline, seed " + seed,
                () -> told(desk.timeline(id)).size() == history.events().size());
        return outcome(id, 6);
    }

    private Outcome outcome(String id, int events) {
        assertEquals(0, TestPlatform.running().db().number("select count(*) from parked_event where key = ?", id));
        List<String> published = Topics.await("microcredit.dossier", id, events, event -> true).stream()
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
