package fr.microcredit.commission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.time.BusinessCalendar;

/** What a secretary and a president do when a session does not go as it was convened. */
@OnTestPlatform
class AgendaJourneyTest {
    private static final LocalDate TODAY = LocalDate.now(BusinessCalendar.ZONE);

    private final Commission commission = new Commission();

    @Test
    void aSessionIsHeldOnAnotherDayWithTheAgendaItHad() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene(TODAY.plusDays(3).toString());
        postpone(session, TODAY.plusDays(10)).then().statusCode(200).body("heldOn",
                equalTo(TODAY.plusDays(10).toString())).body("agenda.dossierId", contains(commission.id));
        postpone(session, TODAY.minusDays(1)).then().statusCode(422).body("errors[0].code",
                equalTo("date-in-the-past"));
        postpone(session, TODAY.plusMonths(12).plusDays(1)).then().statusCode(422).body("errors[0].code",
                equalTo("session-too-far-ahead"));
        postpone(session, TODAY).then().statusCode(200);
        commission.open(session);
        postpone(session, TODAY.plusDays(1)).then().statusCode(409).body("code", equalTo("session-state"));
    }

    @Test
    void theSecretarySaysWhatComesBeforeASession() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene("2008-09-22");
        String next = commission.convene("2008-09-29");
        add(next).then().statusCode(409).body("code", equalTo("request-not-waiting"));
        remove(next).then().statusCode(409).body("code", equalTo("not-on-the-agenda"));
        remove(session).then().statusCode(200).body("agenda", empty());
        remove(session).then().statusCode(200);
        commission.president().get("/agenda").then().body("dossierId", contains(commission.id));
        add(next).then().statusCode(200).body("agenda.dossierId", contains(commission.id));
        add(next).then().statusCode(200);
        commission.open(next);
        commission.decide(next, "approved", List.of()).then().statusCode(200);
        add(session).then().statusCode(409).body("code", equalTo("request-not-waiting"));
        remove(next).then().statusCode(409).body("code", equalTo("not-on-the-agenda"));
    }

    @Test
    void nothingIsPutBeforeASessionThatIsOverNorOfAnotherOffice() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene("2008-09-22");
        commission.open(session);
        commission.act(session, "/closure", null).then().statusCode(200);
        add(session).then().statusCode(409).body("code", equalTo("session-state"));
        Commission other = new Commission();
        String theirs = other.convene("2008-09-22");
        add(theirs).then().statusCode(404);
        other.secretary().body(Map.of("dossierId", commission.id)).post("/sessions/" + theirs + "/items").then()
                .statusCode(404);
        commission.president().body(Map.of("dossierId", commission.id)).post("/sessions/" + session + "/items").then()
                .statusCode(403);
    }

    /** The account of who chaired has ended: what was decided stays, the rest is decided by who has taken the chair. */
    @Test
    void anotherElectedPersonGoesOnWithASession() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene("2008-09-22");
        takeChair(session).then().statusCode(409).body("code", equalTo("session-state"));
        commission.open(session);
        takeChair(session).then().statusCode(200).body("capacity", equalTo("elected-substitute"));
        takeChair(session).then().statusCode(200);
        commission.decide(session, "approved", List.of()).then().statusCode(409).body("code",
                equalTo("not-in-the-chair"));
        substitute().body(commission.decision("approved", List.of())).post("/sessions/" + session + "/decisions")
                .then().statusCode(200);
        commission.act(session, "/opening-revocation", null).then().statusCode(409).body("code",
                equalTo("not-in-the-chair"));
        withVersion(substitute(), session).post("/sessions/" + session + "/opening-revocation").then()
                .statusCode(409).body("code", equalTo("session-has-decided"));
        withVersion(substitute(), session).post("/sessions/" + session + "/closure").then().statusCode(200);
        takeChair(session).then().statusCode(409).body("code", equalTo("session-state"));
    }

    @Test
    void anOpeningByMistakeIsTakenBackAsLongAsNothingIsDecided() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene("2008-09-22");
        commission.open(session);
        commission.act(session, "/opening-revocation", null).then().statusCode(200).body("status",
                equalTo("convened")).body("agenda.dossierId", contains(commission.id));
        commission.act(session, "/opening-revocation", null).then().statusCode(200);
        withVersion(commission.secretary(), session).post("/sessions/" + session + "/cancellation").then()
                .statusCode(200);
        commission.awaitStatus("waiting");
    }

    private Response postpone(String session, LocalDate to) {
        return withVersion(commission.secretary(), session).body(Map.of("heldOn", to.toString()))
                .post("/sessions/" + session + "/postponement");
    }

    private Response add(String session) {
        return commission.secretary().body(Map.of("dossierId", commission.id))
                .post("/sessions/" + session + "/items");
    }

    private Response remove(String session) {
        return commission.secretary().post("/sessions/" + session + "/items/" + commission.id + "/removal");
    }

    private Response takeChair(String session) {
        return withVersion(substitute(), session).body(Map.of("capacity", "elected-substitute"))
                .post("/sessions/" + session + "/chair");
    }

    private RequestSpecification substitute() {
        return Commission.as(TestTokens.officePerson(commission.office, "substitute", Roles.COMMISSION_PRESIDENT));
    }

    private RequestSpecification withVersion(RequestSpecification request, String session) {
        return request.header("If-Match", commission.president().get("/sessions/" + session).header("ETag"));
    }
}
