package fr.microcredit.commission;

import static fr.microcredit.commission.Commission.as;
import static fr.microcredit.commission.Commission.db;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Contracts;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

@OnTestPlatform
class CommissionJourneyTest {
    /** Further back than even this test's bound on late acts. */
    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String TOPIC = "microcredit.commission";
    private static final String DECIDED = "fr.microcredit.commission.decided";

    private final Commission commission = new Commission();

    @Test
    void whatIsPublishedIsWhatWasPromised() {
        commission.disagreed();
        commission.meet(Map.of("heldOn", "2008-10-01")).then().statusCode(200);
        Commission waiving = new Commission();
        waiving.disagreed();
        waiving.manager().body(Map.of()).post("/concertations/" + waiving.id + "/" + Commission.BANK + "/waiver").then()
                .statusCode(200);
        Topics.await(TOPIC, commission.id, 2, event -> true);
        Topics.await(TOPIC, waiving.id, 2, event -> true);
        assertEquals(List.of(), Contracts.of("commission-service").published());
    }

    @Test
    void anEligibleRequestIsDecidedByASessionWithAnElectedChair() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene("2008-09-22");
        commission.president().get("/sessions/" + session).then().body("agenda.dossierId", contains(commission.id));
        commission.open(session);
        commission.decide(session, "approved", List.of()).then().statusCode(200).body("decision",
                equalTo("approved"));
        commission.decide(session, "approved", List.of()).then().statusCode(200);
        commission.decide(session, "refused", List.of("other")).then().statusCode(409).body("code",
                equalTo("decided-otherwise"));
        commission.president().get("/sessions/" + session).then().body("agenda", equalTo(List.of()))
                .body("decisions.dossierId", contains(commission.id));

        TestEvent decided = Topics.awaitOne(TOPIC, commission.id, DECIDED);
        assertEquals("approved", decided.data().path("decision").asText());
        assertEquals("2008-09-22", decided.attributes().get("effectiveOn"));
        assertEquals(1, Topics.await(TOPIC, commission.id, 1, event -> true).size());
        assertEquals(1, commission.audited("request-approved"), "the same decision again changed nothing");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDossierIsShownByItsNumberWhicheverIsHeardFirst(boolean numberFirst) {
        History number = new History(commission.id, Map.of("officeId", commission.office)).then("dossier.submitted",
                "washing-machine", Map.of("fileNumber", "DIJ-2008-0107"));
        if (numberFirst) {
            commission.arrive(number, "not-ready");
        }
        commission.arrive(commission.history(Map.of()), "waiting");
        if (!numberFirst) {
            Topics.publish(number.events());
        }
        Await.until(Commission.LIMIT, () -> "the number is shown", () -> List.of("DIJ-2008-0107")
                .equals(commission.president().get("/agenda").jsonPath().getList("fileNumber")));
        String session = commission.convene("2008-09-22");
        commission.open(session);
        commission.president().get("/sessions/" + session).then().body("agenda.fileNumber", contains("DIJ-2008-0107"));
        commission.decide(session, "approved", List.of()).then().body("fileNumber", equalTo("DIJ-2008-0107"));
        commission.president().get("/sessions/" + session).then().body("decisions.fileNumber",
                contains("DIJ-2008-0107"));
    }

    @Test
    void aRefusalNeedsAReasonAndOnlyTheChairDecides() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene("2008-09-22");
        commission.decide(session, "approved", List.of()).then().statusCode(409).body("code",
                equalTo("not-in-the-chair"));
        commission.open(session);
        commission.decide(session, "refused", List.of()).then().statusCode(422).body("errors[0].code",
                equalTo("reason-required"));
        commission.secretary().body(commission.decision("approved", List.of()))
                .post("/sessions/" + session + "/decisions").then().statusCode(403);
        commission.decide(session, "refused", List.of("repayment-not-sustainable")).then().statusCode(200);
        assertEquals("refused",
                Topics.awaitOne(TOPIC, commission.id, DECIDED).data().path("decision").asText());
    }

    @Test
    void whatIsAdjournedOrLeftOverWaitsForTheNextSession() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String first = commission.convene("2008-09-22");
        commission.open(first);
        commission.decide(first, "adjourned", List.of("more-information")).then().statusCode(200);
        String second = commission.convene("2008-09-29");
        commission.open(second);
        commission.act(second, "/closure", null).then().statusCode(200).body("status", equalTo("closed"));
        commission.president().get("/agenda").then().body("dossierId", hasItem(commission.id));
        String third = commission.convene("2008-10-06");
        commission.open(third);
        commission.decide(third, "approved", List.of()).then().statusCode(200);
        commission.president().get("/agenda").then().body("dossierId", not(hasItem(commission.id)));
        commission.president().get("/sessions?status=closed").then().body("items.sessionId", contains(second));
    }

    /** The office puts it right while it stands on the agenda: it stays there and is decided on as it is then. */
    @Test
    void whatIsAmendedKeepsItsPlaceAndIsDecidedOnOnceAssessed() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene("2008-09-22");
        commission.open(session);
        History history = commission.history(Map.of()).then("dossier.amended", "correction", Map.of())
                .then("eligibility.assessed", "eligible", Map.of("revision", 2, "effectiveOn", "2008-09-17"));
        Topics.publish(history.events().get(1));
        Await.until(Commission.LIMIT, () -> "the amendment is known", () -> Boolean.TRUE.equals(commission.president()
                .get("/sessions/" + session).path("agenda[0].beingAssessed")));
        commission.decide(session, "approved", List.of()).then().statusCode(409).body("code",
                equalTo("assessment-pending"));
        Topics.publish(history.events().get(2));
        Await.until(Commission.LIMIT, () -> "it is assessed", () -> Boolean.FALSE.equals(commission.president()
                .get("/sessions/" + session).path("agenda[0].beingAssessed")));
        commission.decide(session, 1, "approved", List.of()).then().statusCode(409).body("code",
                equalTo("request-changed"));
        commission.decide(session, 2, "approved", List.of()).then().statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void theCommissionSaysUnderWhatItApproves() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene("2008-09-22");
        commission.open(session);
        Map<String, Object> approved = new HashMap<>(commission.decision("approved", List.of()));
        approved.put("conditions", List.of("payment-to-supplier", "budget-counselling"));
        commission.president().body(approved).post("/sessions/" + session + "/decisions").then().statusCode(200)
                .body("conditions", contains("payment-to-supplier", "budget-counselling"));
        assertEquals("[\"payment-to-supplier\",\"budget-counselling\"]",
                Topics.awaitOne(TOPIC, commission.id, DECIDED).data().path("conditions").toString());
        commission.decide(session, "approved", List.of()).then().statusCode(409).body("code",
                equalTo("decided-otherwise"));
    }

    @Test
    void whatIsAdjournedForSomethingMissingWaitsUntilItsOfficeHasIt() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene("2008-09-22");
        commission.open(session);
        Map<String, Object> adjourned = new HashMap<>(commission.decision("adjourned", List.of("more-information")));
        adjourned.put("missing", List.of("bank-statements", "quote"));
        commission.president().body(adjourned).post("/sessions/" + session + "/decisions").then().statusCode(200)
                .body("missing", contains("bank-statements", "quote"));
        assertEquals("[\"bank-statements\",\"quote\"]",
                Topics.awaitOne(TOPIC, commission.id, DECIDED).data().path("missing").toString());
        commission.president().get("/agenda").then().body("dossierId", not(hasItem(commission.id)));
        Topics.publish(new History(commission.id, Map.of("officeId", commission.office))
                .then("dossier.completed", "one", Map.of("effectiveOn", "2008-09-24")).events());
        commission.awaitStatus("waiting");
        commission.president().get("/agenda").then().body("dossierId", hasItem(commission.id));
    }

    @Test
    void whatItsOfficeGivesBackToTheApplicantLeavesTheAgendaUntilAllIsThere() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene("2008-09-22");
        commission.awaitStatus("on-agenda");
        History office = new History(commission.id, Map.of("officeId", commission.office));
        Topics.publish(office.then("dossier.returned", "one", Map.of("effectiveOn", "2008-09-20")).events());
        commission.awaitStatus("incomplete");
        commission.open(session);
        commission.decide(session, "approved", List.of()).then().statusCode(409);
        Topics.publish(
                office.continued().then("dossier.completed", "one", Map.of("effectiveOn", "2008-09-24")).events());
        commission.awaitStatus("waiting");
        commission.president().get("/agenda").then().body("dossierId", hasItem(commission.id));
    }

    /** The commission has spoken; what changes afterwards with a bank is no matter of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"another-bank", "funding", "after-meeting"})
    void anApprovalStandsForAnotherBankAndForWhatIsAgreedWithOne(String why) {
        commission.approved();
        Topics.publish(new History(commission.id, Map.of("officeId", commission.office))
                .then("dossier.amended", why, Map.of("effectiveOn", "2008-09-24")).events());
        commission.reassessed(2, "eligible", "2008-09-25");
        assertEquals(List.of("approved"), db()
                .rows("select status from request where key = ?", commission.id));
        commission.president().get("/agenda").then().body("dossierId", not(hasItem(commission.id)));
    }

    @ParameterizedTest
    @CsvSource({"abandoned, gone", "refused-by-bank, gone", "repaid, waiting"})
    void whatItsOfficeHasEndedIsNotDecidedOn(String example, String status) {
        commission.arrive(commission.history(Map.of()), "waiting");
        Topics.publish(new History(commission.id, Map.of("officeId", commission.office))
                .then("dossier.closed", example, Map.of()).events());
        Await.until(Commission.LIMIT, () -> "it is heard", () -> db().number(
                "select count(*) from stream_progress where key = ? and topic = 'microcredit.dossier'",
                commission.id) == 1);
        commission.awaitStatus(status);
    }

    @Test
    void whatIsAmendedAfterTheDecisionComesBeforeTheNextSession() {
        commission.approved();
        Topics.publish(new History(commission.id, Map.of("officeId", commission.office))
                .then("dossier.amended", "correction", Map.of("effectiveOn", "2008-09-22")).events());
        commission.awaitStatus("not-ready");
        Topics.publish(commission.history(Map.of()).then("eligibility.assessed", "eligible",
                Map.of("revision", 2, "effectiveOn", "2008-09-23")).events().get(1));
        commission.awaitStatus("waiting");
        String next = commission.convene("2008-09-29");
        commission.open(next);
        commission.decide(next, 2, "refused", List.of("other")).then().statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void aSessionOfAWrongDayIsCancelledAndGivesItsRequestsBack() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String wrong = commission.convene(LocalDate.now(PARIS).plusMonths(11).toString());
        commission.president().get("/sessions/" + wrong).then().body("agenda.dossierId", hasItem(commission.id));
        RequestSpecification secretary = commission.secretary().header("If-Match",
                commission.president().get("/sessions/" + wrong).header("ETag"));
        secretary.post("/sessions/" + wrong + "/cancellation").then().statusCode(200)
                .body("status", equalTo("cancelled")).body("agenda", equalTo(List.of()));
        commission.president().get("/agenda").then().body("dossierId", hasItem(commission.id));
        String next = commission.convene("2008-09-22");
        commission.open(next);
        commission.decide(next, "approved", List.of()).then().statusCode(200);
        assertEquals(1, Commission.db().number("select count(*) from audit_entry where subject = ? and act = ?", wrong,
                "session-cancelled"));
    }

    @Test
    void aSessionBeforeTheAssessmentDoesNotDecideIt() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String early = commission.convene("2008-09-14");
        commission.president().get("/sessions/" + early).then().body("agenda", equalTo(List.of()));
        commission.president().get("/agenda").then().body("dossierId", hasItem(commission.id));
    }

    @Test
    void aSchemeWithoutCommissionPutsNothingOnTheAgenda() {
        Map<String, Object> terms = new HashMap<>(Map.of("schemeId", "poitou-charentes", "schemeVersion", "x",
                "amountCents", 300_000, "termMonths", 24, "borrowerRate", "4.40", "bankRate", "4.40", "commission",
                "none", "personCapCents", 300_000, "reservationDays", 90));
        terms.put("approvalDays", 90);
        terms.put("guarantees", List.of());
        commission.arrive(commission.history(Map.of("terms", terms)), "not-needed");
        commission.president().get("/agenda").then().body("dossierId", not(hasItem(commission.id)));
    }

    @Test
    void anotherOfficeSeesAndDecidesNothing() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene("2008-09-22");
        commission.open(session);
        String stranger = TestTokens.office("ccas-stranger", Roles.COMMISSION_PRESIDENT);
        as(stranger).get("/sessions/" + session).then().statusCode(404);
        as(stranger).get("/agenda").then().body("dossierId", not(hasItem(commission.id)));
        as(stranger).body(commission.decision("approved", List.of())).post("/sessions/" + session + "/decisions")
                .then().statusCode(404);
        as(TestTokens.office("ccas-stranger", Roles.OFFICE_MANAGER)).body(Map.of())
                .post("/concertations/" + commission.id + "/" + Commission.BANK + "/meetings").then().statusCode(404);
        as(TestTokens.bank("cm-dijon", Roles.BANK_AGENT)).get("/agenda").then().statusCode(403);
    }

    /** A session nobody has closed in time: its acts would be too late, its requests must not stay with it. */
    @Test
    void aForgottenSessionIsClosedToday() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String forgotten = commission.convene("2008-09-22");
        commission.open(forgotten);
        db().execute("update session set document = jsonb_set(document, '{heldOn}', to_jsonb(?::text)) where key = ?",
                LONG_AGO.toString(), forgotten);
        commission.decide(forgotten, "approved", List.of()).then().statusCode(422).body("errors[0].code",
                equalTo("date-too-long-ago"));
        commission.act(forgotten, "/closure", null).then().statusCode(200).body("status", equalTo("closed"));
        commission.president().get("/agenda").then().body("dossierId", hasItem(commission.id));
        assertEquals(LocalDate.now(PARIS).toString(),
                db().rows("select detail::jsonb ->> 'effectiveOn' from audit_entry"
                        + " where subject = ? and act = 'session-closed'", forgotten).get(0));
    }

    /** Tenancy is held twice: what row-level security would hide the use cases do not give away either. */
    @Test
    void anotherOfficeSeesNothingEvenWithoutRowLevelSecurity() {
        commission.approved();
        String session = db().rows("select key from session where tenant = ?", commission.office).get(0);
        commission.manager().body(Map.of("quorum", 1, "way", "consensus")).put("/committee/rule").then()
                .statusCode(200);
        Topics.publish(commission.disagreement("2008-09-25"));
        commission.awaitDisagreement("open");
        withoutRowLevelSecurity(() -> {
            Commission stranger = new Commission();
            assertEquals(404, stranger.president().get("/sessions/" + session).statusCode());
            assertEquals(404, stranger.president().get("/sessions/" + session + "/minutes").statusCode());
            assertEquals(404, stranger.president().get("/committee").statusCode());
            stranger.president().get("/sessions").then().body("items", equalTo(List.of()));
            stranger.president().get("/agenda").then().body("", equalTo(List.of()));
            stranger.manager().get("/concertations").then().body("", equalTo(List.of()));
            stranger.manager().body(Map.of())
                    .post("/concertations/" + commission.id + "/" + Commission.BANK + "/meetings").then()
                    .statusCode(404);
            commission.decide(session, "approved", List.of()).then().statusCode(200);
            stranger.president().body(commission.decision("approved", List.of()))
                    .post("/sessions/" + session + "/decisions").then().statusCode(404);
        });
    }

    @Test
    void anAgendaHoldsRequestsOfItsOfficeOnlyEvenWithoutRowLevelSecurity() {
        commission.arrive(commission.history(Map.of()), "waiting");
        Commission stranger = new Commission();
        withoutRowLevelSecurity(() -> {
            String session = stranger.convene("2008-09-22");
            db().execute("update request set session_id = ?::uuid where key = ?", session, commission.id);
            stranger.president().get("/sessions/" + session).then().body("agenda", equalTo(List.of()));
        });
    }

    private static void withoutRowLevelSecurity(Runnable work) {
        List<String> tables = List.of("session", "request", "disagreement", "committee", "minutes");
        tables.forEach(table -> db().execute("alter table " + table + " disable row level security"));
        try {
            work.run();
        } finally {
            tables.forEach(table -> db().execute("alter table " + table + " enable row level security"));
        }
    }

    @Test
    void whatIsAnsweredIsWhatIsDescribed() {
        commission.arrive(commission.history(Map.of()), "waiting");
        Response convened = commission.secretary().body(Map.of("heldOn", "2008-09-22")).post("/sessions");
        String session = convened.path("sessionId");
        fits(convened, "/sessions", "post", 201);
        fits(commission.president().get("/sessions/" + session), "/sessions/{id}", "get", 200);
        fits(commission.act(session, "/opening", Map.of("capacity", "elected-representative")),
                "/sessions/{id}/opening", "post", 200);
        fits(commission.decide(session, "approved", List.of()), "/sessions/{id}/decisions", "post", 200);
        fits(commission.act(session, "/closure", null), "/sessions/{id}/closure", "post", 200);
        Topics.publish(commission.disagreement("2008-09-25"));
        commission.awaitDisagreement("open");
        fits(commission.meet(Map.of("heldOn", "2008-10-01")), "/concertations/{dossierId}/{bankId}/meetings", "post",
                200);
    }

    /** Every field of the answer stands in the view that the operation's description names. */
    private static void fits(Response answer, String path, String method, int status) {
        assertEquals(status, answer.statusCode());
        JsonPath api = given().auth().oauth2(TestTokens.region(Roles.OPERATOR)).queryParam("format", "json")
                .get("/q/openapi").jsonPath();
        String view = api.getString("paths.'" + path + "'." + method + ".responses.'" + status
                + "'.content.'application/json'.schema.$ref");
        Map<String, Object> described = api
                .getMap("components.schemas." + view.substring(view.lastIndexOf('/') + 1) + ".properties");
        Map<String, Object> told = answer.jsonPath().getMap("");
        assertTrue(described.keySet().containsAll(told.keySet()), path + ": " + told.keySet() + " is no " + view);
    }

    @Test
    void badInputIsNamed() {
        commission.secretary().body(Map.of("heldOn", "2008-02-30")).post("/sessions").then().statusCode(400)
                .body("errors[0].pointer", equalTo("/heldOn"));
        commission.secretary().body(Map.of("heldOn", "9999-12-31")).post("/sessions").then().statusCode(400)
                .body("errors[0].pointer", equalTo("/heldOn"));
        commission.secretary().body(Map.of("heldOn", "2099-12-31")).post("/sessions").then().statusCode(422)
                .body("errors[0].code", equalTo("session-too-far-ahead"));
        String session = commission.convene("2008-09-22");
        commission.president().body(Map.of("capacity", "mayor")).post("/sessions/" + session + "/opening").then()
                .statusCode(400).body("errors[0].pointer", equalTo("/capacity"));
        commission.president().body(Map.of("capacity", "elected-substitute"))
                .post("/sessions/" + session + "/opening").then().statusCode(428);
        String ahead = commission.convene(java.time.LocalDate.now().plusMonths(3).toString());
        commission.act(ahead, "/opening", Map.of("capacity", "elected-substitute")).then().statusCode(422)
                .body("errors[0].code", equalTo("date-in-the-future"));
    }
}
