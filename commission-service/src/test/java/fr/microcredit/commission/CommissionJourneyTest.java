package fr.microcredit.commission;

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

    private static Commission withABudget() {
        Commission office = new Commission();
        SupportDesk.set(office, 300_000, 40_000, null).then().statusCode(200);
        return office;
    }

    @Test
    void whatIsPublishedIsWhatWasPromised() {
        commission.disagreed();
        commission.meet(Map.of("heldOn", "2008-10-01")).then().statusCode(200);
        Commission waiving = new Commission();
        waiving.disagreed();
        waiving.manager().body(Map.of()).post("/concertations/" + waiving.id + "/" + Commission.BANK + "/waiver").then()
                .statusCode(200);
        Commission crossing = new Commission();
        RedecisionJourneyTest.crossed(crossing);
        SupportDesk supporting = new SupportDesk(withABudget());
        String request = supporting.waits(List.of(7), "2009-05-09");
        supporting.grant(request, "2009-05-14").then().statusCode(200);
        supporting.withdraw(request, "2009-05-15").then().statusCode(200);
        Topics.await(TOPIC, supporting.dossier, 2, event -> true);
        Topics.await(TOPIC, crossing.id, 3, event -> true);
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
