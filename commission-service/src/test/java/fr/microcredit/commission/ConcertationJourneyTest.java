package fr.microcredit.commission;

import static fr.microcredit.commission.Commission.LIMIT;
import static fr.microcredit.commission.Commission.db;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.Topics;

@OnTestPlatform
class ConcertationJourneyTest {
    private static final String TOPIC = "microcredit.commission";
    private static final int ROUNDS = 15;

    private final Commission commission = new Commission();

    @Test
    void afterADisagreementTheMeetingIsRecordedWithWhatItChanges() {
        commission.approved();
        commission.meet(Map.of()).then().statusCode(404);
        Topics.publish(commission.disagreement("2008-09-25"));
        commission.awaitDisagreement("open");
        commission.manager().get("/concertations").then().body("dossierId", hasItem(commission.id));

        commission.meet(Map.of("amountCents", 180_000, "heldOn", "2008-10-01")).then().statusCode(200)
                .body("meeting.changed", equalTo(true)).body("meeting.termMonths", equalTo(18));
        commission.meet(Map.of("amountCents", 170_000)).then().statusCode(409).body("code",
                equalTo("no-meeting-due"));
        TestEvent held = Topics.awaitOne(TOPIC, commission.id, "fr.microcredit.commission.concertation-held");
        assertEquals(180_000, held.data().path("amountCents").asLong());
        assertEquals(1, held.data().path("revision").asInt());
        assertEquals("2008-10-01", held.attributes().get("effectiveOn"));

        commission.reassessed(2, "ineligible", "2008-10-02");
        commission.meet(Map.of()).then().statusCode(422).body("errors[0].code", equalTo("change-required"));
        commission.meet(Map.of("amountCents", 140_000)).then().statusCode(200);
        assertEquals(2, Topics.await(TOPIC, commission.id, 2, event -> event.type().endsWith("held")).get(1).data()
                .path("revision").asInt());
    }

    /** A meeting comes after the disagreement it is about, and after the assessment it looks at. */
    @ParameterizedTest
    @CsvSource({"1950-01-01, 422", "2008-09-24, 422", "2008-09-25, 200"})
    void aMeetingFollowsTheDisagreement(String heldOn, int status) {
        commission.disagreed();
        commission.meet(Map.of("heldOn", heldOn)).then().statusCode(status);
        commission.manager().body(Map.of("effectiveOn", "2008-09-24"))
                .post("/concertations/" + commission.id + "/" + Commission.BANK + "/waiver").then().statusCode(422)
                .body("errors[0].code", equalTo("date-before-previous-step"));
    }

    @Test
    void aMeetingFollowsTheAssessmentItLooksAt() {
        commission.disagreed();
        commission.meet(Map.of("amountCents", 180_000, "heldOn", "2008-10-01")).then().statusCode(200);
        commission.reassessed(2, "ineligible", "2008-10-20");
        commission.meet(Map.of("amountCents", 140_000, "heldOn", "2008-10-19")).then().statusCode(422)
                .body("errors[0].code", equalTo("date-before-previous-step"));
    }

    @Test
    void whatIsStillToBeJudgedNeedsNoFurtherMeeting() {
        commission.disagreed();
        commission.meet(Map.of("amountCents", 180_000, "heldOn", "2008-10-01")).then().statusCode(200);
        commission.reassessed(2, "needs-human", "2008-10-02");
        commission.meet(Map.of("amountCents", 170_000)).then().statusCode(409).body("code",
                equalTo("no-meeting-due"));
    }

    @Test
    void aConfirmedIneligibilityEndsTheTalks() {
        commission.disagreed();
        commission.meet(Map.of("amountCents", 180_000, "heldOn", "2008-10-01")).then().statusCode(200);
        History history = confirmed();
        Topics.publish(history.events().subList(1, 3));
        commission.awaitDisagreement("settled");
        commission.meet(Map.of("amountCents", 140_000)).then().statusCode(409).body("code",
                equalTo("no-meeting-due"));
        commission.manager().get("/concertations").then().body("dossierId", not(hasItem(commission.id)));
    }

    private History confirmed() {
        return commission.history(Map.of())
                .then("eligibility.assessed", "eligible",
                        Map.of("revision", 2, "verdict", "ineligible", "effectiveOn", "2008-10-02"))
                .then("eligibility.confirmed", "one",
                        Map.of("revision", 2, "effectiveOn", "2008-10-08", "bankId", Commission.BANK));
    }

    @Test
    void theOfficeMayDoWithoutTheMeeting() {
        commission.disagreed();
        commission.manager().body(Map.of()).post("/concertations/" + commission.id + "/" + Commission.BANK + "/waiver")
                .then()
                .statusCode(200).body("status", equalTo("waived"));
        Topics.awaitOne(TOPIC, commission.id, "fr.microcredit.commission.concertation-waived");
        commission.meet(Map.of()).then().statusCode(409);
        assertEquals(1, commission.audited("concertation-waived"));
    }

    @Test
    void anyInterleavingEndsInOneState() {
        String expected = play(0, false);
        long seed = Long.getLong("seed", System.nanoTime());
        for (int round = 0; round < ROUNDS; round++) {
            assertEquals(expected, play(seed + round, true), "seed " + (seed + round));
        }
    }

    private String play(long seed, boolean shuffled) {
        String key = UUID.randomUUID().toString();
        History history = new History(key, Map.of("officeId", commission.office))
                .then("dossier.opened", "one", Map.of())
                .then("eligibility.assessed", "eligible", Map.of("verdict", "needs-human"))
                .then("eligibility.judged", "vehicle", Map.of())
                .then("bank.decided", "disagreed", Map.of())
                .then("eligibility.assessed", "eligible", Map.of("revision", 2))
                .then("bank.finalised", "refused", Map.of())
                .then("dossier.withdrawn", "one", Map.of("bankId", Commission.BANK));
        Topics.publish(shuffled ? history.shuffled(seed) : history.events());
        Await.until(LIMIT, () -> "all events are applied, seed " + seed, () -> db().rows(
                "select topic, last from stream_progress where key = ? order by 1", key).equals(
                        List.of(
                                "microcredit.bank|2", "microcredit.dossier|2", "microcredit.eligibility|3")));
        return db().rows("select document #- '{about,dossierId}' from request where key = ?", key) + " "
                + db().rows("select document #- '{about,dossierId}' from disagreement where starts_with(key, ?)", key);
    }
}
