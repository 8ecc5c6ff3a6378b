package fr.microcredit.eligibility;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Contracts;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;
import fr.microcredit.kit.time.BusinessCalendar;

@OnTestPlatform
class AssessmentJourneyTest {
    private static final String AGENT = TestTokens.office("ccas-dijon", Roles.OFFICE_AGENT);
    private static final String ASSESSED = "fr.microcredit.eligibility.assessed";
    private static final String ELIGIBILITY = "microcredit.eligibility";
    private static final String MANAGER = TestTokens.office("ccas-dijon", Roles.OFFICE_MANAGER);
    private static final int ROUNDS = 12;

    private final String id = UUID.randomUUID().toString();

    @AfterAll
    static void everyKindWasPublishedAsPromised() {
        assertEquals(List.of(), Contracts.of("eligibility-service").published());
    }

    @Test
    void everyShippedSchemeIsPublishedOnce() {
        for (String key : List.of("dijon/dijon-demonstration-1", "reims/reims-demonstration-1",
                "ploermel/ploermel-demonstration-1", "national/national-demonstration-2017",
                "national/national-demonstration-2022", "poitou-charentes/poitou-charentes-demonstration-1")) {
            Topics.awaitOne("microcredit.scheme", key, "fr.microcredit.scheme.published");
        }
        assertEquals(List.of(), Topics.read("microcredit.scheme").stream().map(each -> each.key())
                .filter(key -> key.matches("(dijon|reims|ploermel|national|poitou-charentes)/.*-20..")
                        && !key.contains("demonstration"))
                .toList(), "as the texts leave them they can not be applied");
    }

    @Test
    void anEligibleRequestCarriesItsFrozenTermsAndNoFigureOfThePerson() {
        Topics.publish(request(Map.of(), Map.of()).events());
        TestEvent assessed = Topics.awaitOne(ELIGIBILITY, id, ASSESSED);
        assertEquals("eligible", assessed.data().path("verdict").asText());
        JsonNode terms = assessed.data().path("terms");
        assertEquals("1", terms.path("borrowerRate").asText());
        assertEquals("4.40", terms.path("bankRate").asText());
        assertEquals("0.50", terms.path("guarantees").path(0).path("share").asText());
        assertEquals(300_000, terms.path("personCapCents").asLong());
        assertFalse(assessed.data().toString().contains("110000"), "the income is no one else's business");
        read().then().statusCode(200).body("outcomes.find { it.rule == 'income-ceiling' }.figures.ceilingCents",
                equalTo("161855"));
    }

    /** Ploërmel, 1 to 2 %: what the office chooses is frozen, explained and computed again. */
    @Test
    void aRateWithinTheBoundsIsTheFrozenOne() {
        Map<String, Object> asked = Map.of("schemeId", "ploermel", "effectiveOn", "2011-05-02", "borrowerRate", "1.50");
        History first = request(asked, Map.of("commune", "56165"));
        Topics.publish(first.events());
        JsonNode terms = Topics.awaitOne(ELIGIBILITY, id, ASSESSED).data().path("terms");
        assertEquals("1.50", terms.path("borrowerRate").asText());
        assertEquals("1.50", terms.path("bankRate").asText(), "nobody pays a difference there");
        read().then().body("outcomes.find { it.rule == 'borrower-rate' }.sentence",
                equalTo("Le taux choisi, 1,50 %, est compris entre 1 % et 2 %."));
        given().auth().oauth2(AGENT).get("/assessments/" + id + "/explanation").then().body(
                "data.find { it.name == 'Taux choisi, % par an' }.value", equalTo("1,50"));
        given().auth().oauth2(AGENT).get("/assessments/" + id + "/replay").then().body("identical", equalTo(true));

        Topics.publish(first.then("dossier.amended", "chosen-rate", Map.of("borrowerRate", "2.01")).events()
                .subList(3, 4));
        JsonNode second = Topics.await(ELIGIBILITY, id, 2, event -> event.type().equals(ASSESSED)).get(1).data();
        assertEquals("ineligible", second.path("verdict").asText());
        assertEquals("2", second.path("terms").path("borrowerRate").asText());
        read().then().body("outcomes.find { it.rule == 'borrower-rate' }.code", equalTo("above-maximum"));
    }

    @Test
    void anIneligibleRequestWaitsForANamedAgent() {
        Topics.publish(request(
                Map.of("purpose", "holiday", "amountCents", 350_000, "termMonths", 24), Map.of("personsFrom14", 2,
                        "personsUnder14", 2, "loneParent", false, "resourcesCents", 90_000, "chargesCents", 64_000))
                .events());
        TestEvent assessed = Topics.awaitOne(ELIGIBILITY, id, ASSESSED);
        assertEquals("ineligible", assessed.data().path("verdict").asText());
        read().then().body("confirmed", equalTo(false))
                .body("outcomes.findAll { it.outcome == 'fail' }.rule", hasItems("amount", "purpose", "reste-a-vivre"));

        act("confirmation", Map.of()).then().statusCode(200).body("confirmed", equalTo(true));
        act("confirmation", Map.of()).then().statusCode(200);
        List<TestEvent> confirmed = Topics.await(ELIGIBILITY, id, 1,
                event -> event.type().endsWith("confirmed"));
        assertEquals(1, confirmed.size());
        assertEquals(List.of("\"purpose\"", "\"amount\"", "\"reste-a-vivre\""), codes(confirmed.get(0)));
        assertEquals(1, audited("ineligibility-confirmed"));
    }

    @Test
    void overIndebtednessStaysInTheOffice() {
        Topics.publish(request(Map.of(), Map.of("overIndebted", true)).events());
        TestEvent assessed = Topics.awaitOne(ELIGIBILITY, id, ASSESSED);
        assertEquals("ineligible", assessed.data().path("verdict").asText());
        read().then().body("outcomes.findAll { it.outcome == 'fail' }.rule", hasItems("over-indebtedness"));
        act("confirmation", Map.of()).then().statusCode(200);
        Topics.await(ELIGIBILITY, id, 2, event -> true)
                .forEach(event -> assertFalse(event.data().toString().contains("indebted"), event.data().toString()));
    }

    @Test
    void whoHasReadOneRevisionCanNotActOnTheNext() {
        History first = request(Map.of("purpose", "vehicle"), Map.of());
        Topics.publish(first.events());
        Topics.awaitOne(ELIGIBILITY, id, ASSESSED);
        String read = read().header("ETag");
        Topics.publish(first.then("dossier.amended", "after-meeting",
                Map.of("effectiveOn", "2008-10-01", "purpose", "vehicle")).events()
                .subList(3, 4));
        Topics.await(ELIGIBILITY, id, 2, event -> event.type().equals(ASSESSED));
        as(AGENT).header("If-Match", read)
                .body(Map.of("rule", "professional-inclusion", "judgement", "pass", "grounds", "x"))
                .post("/assessments/" + id + "/judgements").then().statusCode(412);
    }

    @Test
    void aJudgedRuleWaitsForAnAgentWhoRecordsTheGrounds() {
        Topics.publish(request(Map.of("purpose", "vehicle"), Map.of()).events());
        assertEquals("needs-human",
                Topics.awaitOne(ELIGIBILITY, id, ASSESSED).data().path("verdict").asText());

        act("judgements", Map.of("rule", "amount", "judgement", "pass", "grounds", "x")).then().statusCode(409)
                .body("code", equalTo("nothing-to-judge"));
        act("confirmation", Map.of()).then().statusCode(409).body("code", equalTo("nothing-to-confirm"));
        act("judgements", Map.of("rule", "professional-inclusion", "judgement", "pass", "grounds",
                "Horaires décalés sans transport")).then().statusCode(200).body("verdict", equalTo("eligible"));
        TestEvent judged = Topics.awaitOne(ELIGIBILITY, id, "fr.microcredit.eligibility.judged");
        assertEquals("eligible", judged.data().path("verdict").asText());
        assertFalse(judged.data().toString().contains("Horaires"), "grounds stay in the office");
        act("judgements", Map.of("rule", "professional-inclusion", "judgement", "pass", "grounds", "once more")).then()
                .statusCode(200);
        assertEquals(1, audited("rule-judged"));
        assertEquals(List.of("Horaires décalés sans transport"), grounds(), "the same judgement again judged nothing");
        act("judgements", Map.of("rule", "professional-inclusion", "judgement", "fail", "grounds", "changed my mind"))
                .then().statusCode(409);
    }

    @Test
    void aChangedRequestIsAssessedAgainByTheRulesOfItsFirstDay() {
        Topics.publish(request(Map.of("effectiveOn", "2008-09-15"), Map.of())
                .then("dossier.amended", "after-meeting",
                        Map.of("effectiveOn", "2009-08-01", "purpose",
                                "household-appliance", "officeId", "ccas-dijon"))
                .events());
        List<TestEvent> both = Topics.await(ELIGIBILITY, id, 2, event -> event.type().equals(ASSESSED));
        assertEquals(2, both.get(1).data().path("revision").asInt());
        assertEquals(180_000, both.get(1).data().path("terms").path("amountCents").asLong());
        assertEquals("eligible", both.get(1).data().path("verdict").asText());
    }

    @Test
    void anyInterleavingIsAssessedOnceWithOneResult() {
        long seed = Long.getLong("seed", System.nanoTime());
        for (int round = 0; round < ROUNDS; round++) {
            String key = UUID.randomUUID().toString();
            History history = history(key, Map.of("purpose", "vehicle"), Map.of())
                    .then("dossier.amended", "after-meeting", Map.of("officeId", "ccas-dijon"))
                    .then("guarantee.reserved", "one", Map.of())
                    .then("guarantee.effective", "one", Map.of())
                    .then("guarantee.reduced", "one", Map.of());
            Topics.publish(history.shuffled(seed + round));
            Await.until(java.time.Duration.ofSeconds(30), () -> "both versions are assessed",
                    () -> TestPlatform.running().db().number(
                            "select max(revision) from assessment where dossier_id = ?::uuid",
                            key) == 2);
            Await.until(java.time.Duration.ofSeconds(30), () -> "what is guaranteed is known",
                    () -> TestPlatform.running().db().number(
                            "select coalesce(sum(amount_cents), 0) from person_exposure where dossier_id = ?::uuid",
                            key) == 141_726);
            assertEquals(0, TestPlatform.running().db().number("select count(*) from parked_event where key = ?", key));
            List<Integer> revisions = Topics.await(ELIGIBILITY, key, 2, event -> true).stream()
                    .map(event -> event.data().path("revision").asInt()).toList();
            assertEquals(List.of(1, 2), revisions, "seed " + (seed + round));
        }
    }

    @Test
    void aManagerSetsAsideWhatTheSchemeAllowsAndNothingElse() {
        String scheme = publishWithOverride();
        Topics.publish(request(Map.of("schemeId", scheme, "termMonths", 25, "amountCents", 400_000, "effectiveOn",
                LocalDate.now(BusinessCalendar.ZONE).toString()), Map.of("commune", "30189")).events());
        Topics.awaitOne(ELIGIBILITY, id, ASSESSED);
        override(AGENT, "term").then().statusCode(403);
        override(MANAGER, "amount").then().statusCode(409).body("code", equalTo("nothing-to-override"));
        override(MANAGER, "residence").then().statusCode(409);
        override(MANAGER, "term").then().statusCode(200)
                .body("outcomes.find { it.rule == 'term' }.code", equalTo("overridden"));
        override(MANAGER, "term").then().statusCode(200);
        TestEvent event = Topics.awaitOne(ELIGIBILITY, id, "fr.microcredit.eligibility.overridden");
        assertEquals("term", event.data().path("rule").asText());
        assertFalse(event.data().toString().contains("Situation"), "the reason stays in the office");
        assertEquals(1, audited("rule-overridden"));
        assertEquals(List.of("Situation particulière"), grounds());
        given().auth().oauth2(AGENT).get("/assessments/" + id + "/replay").then().body("identical", equalTo(true));
    }

    private String publishWithOverride() {
        String scheme = "derogation-" + id.substring(0, 8);
        SchemeFile.of(scheme, "30189").stated("decision/override", "{\"rules\": [\"term\"]}").publish();
        return scheme;
    }

    private Response override(String token, String rule) {
        return as(token).header("If-Match", read().header("ETag"))
                .body(Map.of("rule", rule, "reason", "Situation particulière"))
                .post("/assessments/" + id + "/overrides");
    }

    @Test
    void anotherOfficeSeesNothing() {
        Topics.publish(request(Map.of(), Map.of()).events());
        Topics.awaitOne(ELIGIBILITY, id, ASSESSED);
        String other = TestTokens.office("ccas-reims", Roles.OFFICE_AGENT);
        given().auth().oauth2(other).get("/assessments/" + id).then().statusCode(404);
        as(other).header("If-Match", "\"0\"").body(Map.of())
                .post("/assessments/" + id + "/confirmation").then().statusCode(404);
        given().get("/assessments/" + id).then().statusCode(401);
        given().auth().oauth2(TestTokens.bank("cm-dijon", Roles.BANK_AGENT)).get("/assessments/" + id).then()
                .statusCode(403);
    }

    @Test
    void badInputIsNamed() {
        Topics.publish(request(Map.of("purpose", "vehicle"), Map.of()).events());
        Topics.awaitOne(ELIGIBILITY, id, ASSESSED);
        act("judgements", Map.of("rule", "professional-inclusion", "judgement", "maybe", "grounds", "g")).then()
                .statusCode(400).body("errors.pointer", hasItems("/judgement"));
        act("judgements", Map.of("rule", "professional-inclusion", "judgement", "pass", "grounds", " ")).then()
                .statusCode(422).body("errors.pointer", hasItems("/grounds"));
        as(AGENT)
                .body(Map.of("rule", "professional-inclusion", "judgement", "pass", "grounds", "g"))
                .post("/assessments/" + id + "/judgements").then().statusCode(428);
        as(AGENT).header("If-Match", "\"7\"")
                .body(Map.of("rule", "professional-inclusion", "judgement", "pass", "grounds", "g"))
                .post("/assessments/" + id + "/judgements").then().statusCode(412);
    }

    @Test
    void theRulesCanBeRead() {
        given().auth().oauth2(AGENT).get("/schemes").then().statusCode(200).body("schemeId",
                hasItems("dijon", "poitou-charentes"));
        given().auth().oauth2(AGENT).get("/schemes/dijon/versions/none").then().statusCode(404);
    }

    private History request(Map<String, Object> asked, Map<String, Object> figures) {
        return history(id, asked, figures);
    }

    private static History history(String key, Map<String, Object> asked, Map<String, Object> figures) {
        return new History(key, Map.of("officeId", "ccas-dijon", "personId", UUID.randomUUID().toString()))
                .then("dossier.opened", "one", Map.of())
                .then("dossier.submitted", "washing-machine", asked)
                .then("situation.declared", "lone-parent", figures);
    }

    private Response read() {
        return given().auth().oauth2(AGENT).get("/assessments/" + id);
    }

    private Response act(String act, Map<String, Object> body) {
        return as(AGENT).header("If-Match", read().header("ETag")).body(body).post("/assessments/" + id + "/" + act);
    }

    private static List<String> codes(TestEvent event) {
        List<String> codes = new java.util.ArrayList<>();
        event.data().path("codes").forEach(code -> codes.add(code.toString()));
        return codes;
    }

    private List<String> grounds() {
        return TestPlatform.running().db().rows("select j.grounds from judgement j"
                + " join assessment a on a.document ->> 'id' = j.assessment_id::text where a.dossier_id = ?::uuid", id);
    }

    private long audited(String act) {
        return TestPlatform.running().db().number("select count(*) from audit_entry where subject = ? and act = ?", id,
                act);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json").header("Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
