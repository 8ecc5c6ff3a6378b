package fr.microcredit.observatory;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.ExampleJourney;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

@OnTestPlatform
class ObservatoryJourneyTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final int ROUNDS = 15;
    private static final String OPERATOR = TestTokens.region(Roles.OPERATOR);

    /** Ten persons in 2009, twenty-two in 2010, one with twelve loans in 2011. */
    @Test
    void aYearIsPublishedOnceAndForEver() {
        for (int person = 0; person < 10; person++) {
            Topics.publish(loan("office-a", 2009, UUID.randomUUID().toString(), "vehicle").events());
        }
        for (int person = 0; person < 22; person++) {
            Topics.publish(loan("office-" + person % 2, 2010, UUID.randomUUID().toString(),
                    person < 11 ? "vehicle" : "household-appliance").events());
        }
        String many = UUID.randomUUID().toString();
        for (int loan = 0; loan < 12; loan++) {
            Topics.publish(loan("office-b", 2011, many, "vehicle").events());
        }
        Await.until(LIMIT, () -> "all loans are known", () -> lentIn(2009) == 10 && lentIn(2010) == 22
                && lentIn(2011) == 12);
        move("2011-03-30");
        assertEquals("null", funnel("2010", "disbursed"), "acts of 2010 may still be recorded");
        String letter = poison();
        move("2012-04-01");
        assertEquals("null", funnel("2010", "disbursed"), "something that was told is not known here");
        skip(letter);
        move("2012-04-02");

        assertEquals("secret", funnel("2009", "disbursed"));
        assertEquals("22", funnel("2010", "disbursed"));
        assertEquals("secret", funnel("2010", "submitted"), "the same persons: nobody was refused, and that is a zero");
        assertEquals("secret", funnel("2010", "withdrawn"), "a zero is secret too");
        assertEquals("secret", funnel("2011", "disbursed"), "one person, twelve times");
        indicators().body("loans.find { it.period == '2010' }.totalCents", equalTo(3_300_000))
                .body("loans.find { it.period == '2010' }.meanCents", equalTo(150_000))
                .body("loans.find { it.period == '2010' }.meanTermMonths", equalTo(18))
                .body("loans.find { it.period == '2009' }.totalCents", equalTo("secret"))
                .body("delays.find { it.period == '2010' && it.item == 'opened-to-disbursed' }.value", equalTo(39))
                .body("purposes.findAll { it.period == '2010' && it.value == 11 }.size()", equalTo(1))
                .body("purposes.findAll { it.period == '2010' }.size()", equalTo(11))
                .header("Cache-Control", "public, max-age=3600");

        String published = indicators().extract().asString();
        Topics.publish(loan("office-a", 2010, UUID.randomUUID().toString(), "vehicle").events());
        Await.until(LIMIT, () -> "the late loan is known", () -> lentIn(2010) == 23);
        move("2012-04-05");
        assertEquals(published, indicators().extract().asString());
        everyYearHasEveryLine();
        theDescriptionShowsIt();
    }

    private static void theDescriptionShowsIt() {
        ExampleJourney examples = new ExampleJourney();
        examples.read();
        examples.look("IndicatorResource_read", OPERATOR, Map.of());
        assertEquals(List.of(), examples.left());
    }

    @Test
    void anyInterleavingEndsInOneRow() {
        String expected = play(0, false);
        long seed = Long.getLong("seed", System.nanoTime());
        for (int round = 0; round < ROUNDS; round++) {
            assertEquals(expected, play(seed + round, true), "seed " + (seed + round));
        }
    }

    private static String play(long seed, boolean shuffled) {
        String id = UUID.randomUUID().toString();
        History history = whole(id);
        Topics.publish(shuffled ? history.shuffled(seed) : history.events());
        awaitApplied(id, history, "seed " + seed);
        return facts(id);
    }

    private static void awaitApplied(String id, History history, String what) {
        Map<String, Long> last = history.events().stream()
                .collect(Collectors.toMap(TestEvent::topic, TestEvent::sequence, Math::max));
        Await.until(LIMIT, () -> "all events are applied, " + what, () -> last.entrySet().stream()
                .allMatch(each -> db().number("select coalesce(max(last), 0) from stream_progress"
                        + " where key = ? and topic = ?", id, each.getKey()) == each.getValue()));
    }

    @Test
    void wipedAndReadAgainTheFactsAreTheSame() {
        String id = UUID.randomUUID().toString();
        History history = whole(id);
        Topics.publish(history.events());
        awaitApplied(id, history, "once");
        String before = facts(id);
        db().execute("delete from dossier_fact where dossier_id = ?::uuid", id);
        db().execute("delete from stream_progress where key = ?", id);
        History again = whole(id);
        Topics.publish(again.events());
        awaitApplied(id, again, "twice");
        assertEquals(before, facts(id));
    }

    @Test
    void everythingThatTravelsIsKnown() {
        String id = UUID.randomUUID().toString();
        History history = whole(id);
        Topics.publish(history.events());
        awaitApplied(id, history, "all");
        JsonNode known = KitJson.tree(facts(id));
        assertEquals("2008-09-15", known.path("submitted").asText());
        assertEquals("2", known.path("instalmentsPaid").asText());
        assertEquals("1", known.path("instalmentsMissed").asText());
        assertEquals("0", known.path("outstandingCents").asText());
        for (String fact : List.of("schemeId", "purpose", "requestedCents", "opened", "eligible",
                "approved-by-commission", "transmitted", "disagreed", "met", "accepted-by-bank", "contracted",
                "disbursed", "principalCents", "termMonths", "repaid", "guaranteedCents", "subsidyCommittedCents",
                "subsidyAccruedCents", "rebateOrderedCents", "rebateCreditedCents")) {
            assertFalse(known.path(fact).isMissingNode(), fact);
        }
    }

    /** The loan of story (k), and a slip before: nothing of it is lost, and the slip is as if it had never been. */
    @Test
    void whatDoesNotGoWellIsKnownToo() {
        String id = UUID.randomUUID().toString();
        History history = new History(id, Map.of("officeId", "udaf-poitiers", "bankId", "ce-poitou"))
                .then("bank.disbursed", "one", Map.of()).then("bank.instalment-paid", "first", Map.of())
                .then("bank.instalment-paid", "first", Map.of()).then("bank.corrected", "slip", Map.of())
                .then("bank.instalment-missed", "seventh", Map.of()).then("bank.deferred", "twoMonths", Map.of())
                .then("bank.prepaid", "lumpSum", Map.of()).then("bank.accelerated", "afterThree", Map.of())
                .then("bank.claim-filed", "afterThree", Map.of()).then("guarantee.claim-accepted", "one", Map.of())
                .then("guarantee.claim-paid", "one", Map.of()).then("bank.recovery-received", "first", Map.of())
                .then("bank.written-off", "one", Map.of());
        Topics.publish(history.shuffled(Long.getLong("seed", System.nanoTime())));
        awaitApplied(id, history, "default");
        JsonNode known = KitJson.tree(facts(id));
        assertEquals(List.of("1", "1", "0", "162329", "121747", "144006"),
                List.of("instalmentsPaid", "instalmentsMissed", "outstandingCents", "claimedCents", "calledCents",
                        "writtenOffCents").stream().map(fact -> known.path(fact).asText()).toList());
        assertEquals("1", known.path("deferrals").asText());
        assertEquals("2011-02-25", known.path("accelerated").asText());
    }

    /** A refusal whose place an approval has taken is counted nowhere any more, nor the other way round. */
    @Test
    void aDecisionThatAnotherOneHasReplacedIsNotCounted() {
        String id = UUID.randomUUID().toString();
        History history = new History(id, Map.of("officeId", "ccas-dijon"))
                .then("commission.decided", "refused", Map.of()).then("dossier.closed", "one",
                        Map.of("outcome", "refused-by-commission"))
                .then("commission.decided", "approved-after-all", Map.of()).then("dossier.reopened", "one", Map.of());
        Topics.publish(history.events());
        awaitApplied(id, history, "approved");
        JsonNode known = KitJson.tree(facts(id));
        assertEquals("2008-10-06", known.path("approved-by-commission").asText());
        assertEquals("", known.path("refused-by-commission").asText("none"));
        assertEquals("", known.path("outcome").asText("none"));
        History back = history.continued().then("commission.decided", "refused-after-all",
                Map.of("effectiveOn", "2008-10-13"));
        Topics.publish(back.events());
        awaitApplied(id, back, "refused");
        assertEquals("2008-10-13", KitJson.tree(facts(id)).path("refused-by-commission").asText());
        assertEquals("", KitJson.tree(facts(id)).path("approved-by-commission").asText("none"));
    }

    /** The office had sent it knowing of the approval alone: the approval counts, on its own day. */
    @Test
    void anApprovalThatARefusalHasCrossedWithIsCounted() {
        String id = UUID.randomUUID().toString();
        History history = new History(id, Map.of("officeId", "ccas-dijon"))
                .then("commission.decided", "approved", Map.of()).then("commission.decided", "refused-after-all",
                        Map.of())
                .then("dossier.transmitted", "dijon", Map.of()).then("commission.approval-upheld", "one", Map.of());
        Topics.publish(history.events());
        awaitApplied(id, history, "upheld");
        JsonNode known = KitJson.tree(facts(id));
        assertEquals("2008-09-22", known.path("approved-by-commission").asText());
        assertEquals("", known.path("refused-by-commission").asText("none"));
    }

    @Test
    void thePageAndItsDataAreOpenAndEverythingElseIsNot() {
        given().get("/").then().statusCode(200).contentType("text/html").body(containsString("Observatoire"))
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .header("Cache-Control", "no-cache").header("X-Content-Type-Options", "nosniff");
        given().get("/_static/echarts/6.0.0/dist/echarts.min.js").then().statusCode(200);
        indicators().body("personsMin", equalTo(11)).header("Content-Security-Policy",
                containsString("default-src 'none'"));
        given().get("/operations/backlog").then().statusCode(401);
    }

    /** Every line of a table is there for every year, since one that is missing would tell a zero. */
    private static void everyYearHasEveryLine() {
        List<String> years = indicators().extract().path("loans.period");
        assertTrue(years.containsAll(List.of("2009", "2010", "2011")), years.toString());
        for (String year : years) {
            indicators().body("funnel.findAll { it.period == '" + year + "' }.size()", equalTo(12))
                    .body("purposes.findAll { it.period == '" + year + "' }.size()", equalTo(11))
                    .body("delays.findAll { it.period == '" + year + "' }.size()", equalTo(4));
        }
    }

    private static History loan(String office, int year, String person, String purpose) {
        return new History(UUID.randomUUID().toString(), Map.of("officeId", office, "personId", person))
                .then("dossier.opened", "one", Map.of("effectiveOn", year + "-09-01"))
                .then("dossier.submitted", "washing-machine",
                        Map.of("effectiveOn", year + "-09-15", "purpose", purpose))
                .then("bank.disbursed", "one", Map.of("effectiveOn", year + "-10-10"));
    }

    private static History whole(String id) {
        return new History(id, Map.of("officeId", "office-c", "personId", "99999999-9999-4999-8999-999999999999"))
                .then("dossier.opened", "one", Map.of())
                .then("dossier.submitted", "washing-machine", Map.of())
                .then("eligibility.assessed", "eligible", Map.of())
                .then("commission.decided", "approved", Map.of())
                .then("dossier.transmitted", "dijon", Map.of())
                .then("bank.decided", "disagreed", Map.of())
                .then("commission.concertation-held", "changed", Map.of())
                .then("dossier.amended", "after-meeting", Map.of())
                .then("eligibility.assessed", "eligible", Map.of("revision", 2))
                .then("dossier.transmitted", "dijon", Map.of("revision", 2))
                .then("bank.finalised", "accepted", Map.of())
                .then("guarantee.reserved", "one", Map.of())
                .then("bank.contracted", "one", Map.of())
                .then("bank.disbursed", "one", Map.of())
                .then("guarantee.subsidy-committed", "one", Map.of())
                .then("bank.instalment-paid", "first", Map.of())
                .then("guarantee.subsidy-accrued", "first", Map.of())
                .then("bank.instalment-missed", "seventh", Map.of())
                .then("bank.instalment-paid", "first",
                        Map.of("number", 2, "outstandingCents", 0))
                .then("bank.repaid-in-full", "one", Map.of())
                .then("guarantee.rebate-ordered", "one", Map.of())
                .then("bank.rebate-credited", "one", Map.of());
    }

    /** An event that nobody can read; the dead letter it becomes. */
    private static String poison() {
        String key = UUID.randomUUID().toString();
        Topics.publishRaw(new ProducerRecord<>("microcredit.bank", key, "not json".getBytes(StandardCharsets.UTF_8)));
        Await.until(LIMIT, () -> "it is a dead letter", () -> db().number(
                "select count(*) from dead_letter where key = ?", key) == 1);
        return db().rows("select id from dead_letter where key = ?", key).get(0);
    }

    private static void skip(String letter) {
        given().auth().oauth2(OPERATOR).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/operations/dead-letters/" + letter + "/skip").then().statusCode(204);
    }

    private static void move(String to) {
        given().auth().oauth2(OPERATOR).contentType("application/json").body(Map.of("to", to))
                .post("/sandbox/business-date").then().statusCode(200);
    }

    private static ValidatableResponse indicators() {
        return given().get("/indicators").then().statusCode(200);
    }

    private static String funnel(String year, String stage) {
        return String.valueOf(indicators().extract().<Object>path(
                "funnel.find { it.period == '%s' && it.item == '%s' }?.value".formatted(year, stage)));
    }

    private static long lentIn(int year) {
        return db().number("select count(*) from dossier_fact where facts ->> 'disbursed' like ?", year + "-%");
    }

    private static String facts(String id) {
        return db().rows("select facts from dossier_fact where dossier_id = ?::uuid", id).get(0);
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
