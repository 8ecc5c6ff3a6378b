package fr.microcredit.commission;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Contracts;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

@OnTestPlatform
class CommissionJourneyTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int ROUNDS = 15;
    private static final String DECIDED = "fr.microcredit.commission.decided";

    private final String id = UUID.randomUUID().toString();
    private String office;

    @BeforeEach
    void anOfficeOfItsOwn() {
        office = "ccas-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void anEligibleRequestIsDecidedByASessionWithAnElectedChair() {
        arrive(history().events(), "WAITING");
        String session = convene("2008-09-22");
        open(session);
        decide(session, "approved", List.of()).then().statusCode(200);
        decide(session, "approved", List.of()).then().statusCode(200);
        decide(session, "refused", List.of("other")).then().statusCode(409).body("code", equalTo("decided-otherwise"));

        TestEvent decided = Topics.awaitOne("microcredit.commission", id, DECIDED);
        assertEquals("approved", decided.data().path("decision").asText());
        assertEquals("2008-09-22", decided.data().path("effectiveOn").asText());
        assertEquals(1, Topics.await("microcredit.commission", id, 1, event -> true).size());
        assertEquals(1, audited("request-approved"));
        assertEquals(List.of(), Contracts.of("commission-service").published().violations());
    }

    @Test
    void aRefusalNeedsAReasonAndOnlyTheChairDecides() {
        arrive(history().events(), "WAITING");
        String session = convene("2008-09-22");
        decide(session, "approved", List.of()).then().statusCode(409).body("code", equalTo("not-in-the-chair"));
        open(session);
        decide(session, "refused", List.of()).then().statusCode(422).body("code", equalTo("reason-required"));
        given().auth().oauth2(TestTokens.office(office, Roles.COMMISSION_SECRETARY)).contentType("application/json")
                .body(decision("approved", List.of())).post("/sessions/" + session + "/decisions").then()
                .statusCode(403);
        decide(session, "refused", List.of("repayment-not-sustainable")).then().statusCode(200);
        assertEquals("refused",
                Topics.awaitOne("microcredit.commission", id, DECIDED).data().path("decision").asText());
    }

    @Test
    void whatIsAdjournedOrLeftOverWaitsForTheNextSession() {
        arrive(history().events(), "WAITING");
        String first = convene("2008-09-22");
        open(first);
        decide(first, "adjourned", List.of("more-information")).then().statusCode(200);
        String second = convene("2008-09-29");
        open(second);
        act(president(), "/sessions/" + second, "/closure", null).then().statusCode(200).body("status",
                equalTo("closed"));
        president().get("/agenda").then().body("dossierId", hasItem(id));
        String third = convene("2008-10-06");
        open(third);
        decide(third, "approved", List.of()).then().statusCode(200);
        president().get("/agenda").then().body("dossierId", not(hasItem(id)));
    }

    @Test
    void aSchemeWithoutCommissionPutsNothingOnTheAgenda() {
        Map<String, Object> terms = Map.of("schemeId", "poitou-charentes", "schemeVersion", "x", "amountCents", 300_000,
                "termMonths", 24, "borrowerRate", "4.40", "bankRate", "4.40", "commission", "none", "personCapCents",
                300_000, "reservationDays", 90);
        Map<String, Object> withGuarantee = new java.util.HashMap<>(terms);
        withGuarantee.put("guarantees", List.of());
        arrive(history(Map.of("terms", withGuarantee)).events(), "NOT_NEEDED");
        president().get("/agenda").then().body("dossierId", not(hasItem(id)));
    }

    @Test
    void afterADisagreementTheMeetingIsRecordedWithWhatItChanges() {
        approved();
        meet(Map.of()).then().statusCode(404);
        Topics.publish(disagreement(1, 1));
        awaitDisagreement("OPEN");
        manager().get("/concertations").then().body("dossierId", hasItem(id));

        meet(Map.of("amountCents", 180_000, "heldOn", "2008-10-01")).then().statusCode(200)
                .body("changed", equalTo(true))
                .body("termMonths", equalTo(18));
        meet(Map.of("amountCents", 170_000)).then().statusCode(409).body("code", equalTo("no-meeting-due"));
        TestEvent held = Topics.awaitOne("microcredit.commission", id, "fr.microcredit.commission.concertation-held");
        assertEquals(180_000, held.data().path("amountCents").asLong());
        assertEquals(1, held.data().path("revision").asInt());

        Topics.publish(assessed(2, "ineligible"));
        Await.until(LIMIT, () -> "the second assessment is known",
                () -> db().number("select revision from agenda_item where dossier_id = ?::uuid", id) == 2);
        meet(Map.of()).then().statusCode(422).body("code", equalTo("change-required"));
        meet(Map.of("amountCents", 140_000)).then().statusCode(200);
        assertEquals(2,
                Topics.await("microcredit.commission", id, 2, event -> event.type().endsWith("held")).get(1).data()
                        .path("revision").asInt());
    }

    @Test
    void whatIsStillToBeJudgedNeedsNoFurtherMeeting() {
        approved();
        Topics.publish(disagreement(1, 1));
        awaitDisagreement("OPEN");
        meet(Map.of("amountCents", 180_000)).then().statusCode(200);
        Topics.publish(assessed(2, "needs-human"));
        Await.until(LIMIT, () -> "the second assessment is known",
                () -> db().number("select revision from agenda_item where dossier_id = ?::uuid", id) == 2);
        meet(Map.of("amountCents", 170_000)).then().statusCode(409).body("code", equalTo("no-meeting-due"));
    }

    @Test
    void aConfirmedIneligibilityEndsTheTalks() {
        approved();
        Topics.publish(disagreement(1, 1));
        awaitDisagreement("OPEN");
        meet(Map.of("amountCents", 180_000)).then().statusCode(200);
        History history = history().then("eligibility-service", "eligibility.assessed", "eligible",
                Map.of("revision", 2, "verdict", "ineligible"))
                .then("eligibility-service", "eligibility.confirmed", "one", Map.of("revision", 2));
        Topics.publish(history.events().subList(1, 3));
        awaitDisagreement("SETTLED");
        meet(Map.of("amountCents", 140_000)).then().statusCode(409).body("code", equalTo("no-meeting-due"));
    }

    @Test
    void theOfficeMayDoWithoutTheMeeting() {
        approved();
        Topics.publish(disagreement(1, 1));
        awaitDisagreement("OPEN");
        manager().contentType("application/json").body(Map.of()).post("/concertations/" + id + "/waiver").then()
                .statusCode(200).body("status", equalTo("waived"));
        Topics.awaitOne("microcredit.commission", id, "fr.microcredit.commission.concertation-waived");
        meet(Map.of()).then().statusCode(409);
        assertEquals(1, audited("concertation-waived"));
    }

    @Test
    void anotherOfficeSeesAndDecidesNothing() {
        arrive(history().events(), "WAITING");
        String session = convene("2008-09-22");
        open(session);
        String stranger = TestTokens.office("ccas-stranger", Roles.COMMISSION_PRESIDENT);
        given().auth().oauth2(stranger).get("/sessions/" + session).then().statusCode(404);
        given().auth().oauth2(stranger).get("/agenda").then().body("dossierId", not(hasItem(id)));
        given().auth().oauth2(stranger).contentType("application/json").body(decision("approved", List.of()))
                .post("/sessions/" + session + "/decisions").then().statusCode(404);
        given().auth().oauth2(TestTokens.office("ccas-stranger", Roles.OFFICE_MANAGER)).contentType("application/json")
                .body(Map.of()).post("/concertations/" + id + "/meetings").then().statusCode(404);
        given().auth().oauth2(TestTokens.bank("cm-dijon", Roles.BANK_AGENT)).get("/agenda").then().statusCode(403);
    }

    @Test
    void badInputIsNamed() {
        secretary().contentType("application/json").body(Map.of("heldOn", "2008-02-30")).post("/sessions").then()
                .statusCode(400).body("errors[0].pointer", equalTo("/heldOn"));
        String session = convene("2008-09-22");
        president().contentType("application/json").body(Map.of("capacity", "mayor"))
                .post("/sessions/" + session + "/opening")
                .then().statusCode(422);
        president().contentType("application/json").body(Map.of("capacity", "elected-substitute"))
                .post("/sessions/" + session + "/opening").then().statusCode(428);
        act(president(), "/sessions/" + convene("2031-01-01"), "/opening", Map.of("capacity", "elected-substitute"))
                .then()
                .statusCode(422).body("errors[0].code", equalTo("date-in-the-future"));
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
        History history = new History(key, Map.of("officeId", office))
                .then("intake-service", "dossier.opened", "one", Map.of())
                .then("eligibility-service", "eligibility.assessed", "eligible", Map.of("verdict", "needs-human"))
                .then("eligibility-service", "eligibility.judged", "vehicle", Map.of())
                .then("bank-gateway-service", "bank.decided", "disagreed", Map.of())
                .then("eligibility-service", "eligibility.assessed", "eligible", Map.of("revision", 2))
                .then("bank-gateway-service", "bank.finalised", "refused", Map.of())
                .then("intake-service", "dossier.withdrawn", "one", Map.of());
        Topics.publish(shuffled ? history.shuffled(seed) : history.events());
        String[] ids = history.events().stream().map(TestEvent::id).toArray(String[]::new);
        Await.until(LIMIT, () -> "all events are received, seed " + seed,
                () -> db().number("select count(*) from inbox where event_id = any(?)", (Object) ids) == ids.length
                        && db().number("select count(*) from parked_event where key = ?", key) == 0);
        return db().rows(
                "select to_jsonb(i) - 'dossier_id' - 'arrived_at' from agenda_item i where dossier_id = ?::uuid", key)
                + " "
                + db().rows("select to_jsonb(d) - 'dossier_id' from disagreement d where dossier_id = ?::uuid", key);
    }

    private void approved() {
        arrive(history().events(), "WAITING");
        String session = convene("2008-09-22");
        open(session);
        decide(session, "approved", List.of()).then().statusCode(200);
    }

    private void arrive(List<TestEvent> events, String status) {
        Topics.publish(events);
        Await.until(LIMIT, () -> "the request is " + status, () -> List.of(status)
                .equals(db().rows("select status from agenda_item where dossier_id = ?::uuid", id)));
    }

    private void awaitDisagreement(String status) {
        Await.until(LIMIT, () -> "the disagreement is " + status, () -> List.of(status)
                .equals(db().rows("select status from disagreement where dossier_id = ?::uuid", id)));
    }

    private History history() {
        return history(Map.of());
    }

    private History history(Map<String, Object> overrides) {
        return new History(id, Map.of("officeId", office)).then("eligibility-service", "eligibility.assessed",
                "eligible",
                overrides);
    }

    private TestEvent assessed(int revision, String verdict) {
        History both = history().then("eligibility-service", "eligibility.assessed", "eligible",
                Map.of("revision", revision, "verdict", verdict));
        return both.events().get(1);
    }

    private TestEvent disagreement(int revision, int round) {
        return new History(id, Map.of("officeId", office)).then("bank-gateway-service", "bank.decided", "disagreed",
                Map.of("revision", revision, "round", round)).events().get(0);
    }

    private io.restassured.specification.RequestSpecification secretary() {
        return given().auth().oauth2(TestTokens.office(office, Roles.COMMISSION_SECRETARY));
    }

    private io.restassured.specification.RequestSpecification president() {
        return given().auth().oauth2(TestTokens.office(office, Roles.COMMISSION_PRESIDENT));
    }

    private io.restassured.specification.RequestSpecification manager() {
        return given().auth().oauth2(TestTokens.office(office, Roles.OFFICE_MANAGER));
    }

    private String convene(String heldOn) {
        return secretary().contentType("application/json").body(Map.of("heldOn", heldOn)).post("/sessions").then()
                .statusCode(201).extract().path("sessionId");
    }

    private void open(String session) {
        act(president(), "/sessions/" + session, "/opening", Map.of("capacity", "elected-representative")).then()
                .statusCode(200).body("status", equalTo("open"));
    }

    private Response act(io.restassured.specification.RequestSpecification who, String path, String act,
            Map<String, Object> body) {
        String etag = president().get(path).header("ETag");
        who.header("If-Match", etag).contentType("application/json");
        return body == null ? who.post(path + act) : who.body(body).post(path + act);
    }

    private Response decide(String session, String decision, List<String> reasons) {
        return president().contentType("application/json").body(decision(decision, reasons))
                .post("/sessions/" + session + "/decisions");
    }

    private Map<String, Object> decision(String decision, List<String> reasons) {
        return Map.of("dossierId", id, "decision", decision, "reasons", reasons);
    }

    private Response meet(Map<String, Object> form) {
        return manager().contentType("application/json").body(form).post("/concertations/" + id + "/meetings");
    }

    private long audited(String act) {
        return db().number("select count(*) from audit_entry where subject = ? and act = ?", id, act);
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
