package fr.microcredit.commission;

import static fr.microcredit.commission.Commission.db;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.Topics;

/** What is adjourned, changed, given back or ended while it waits for a session, or after one has decided it. */
@OnTestPlatform
class ChangedRequestsJourneyTest {
    private final Commission commission = new Commission();

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
    void whatIsAdjournedForSomethingMissingWaitsUntilItsOfficeHasIt() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene("2008-09-22");
        commission.open(session);
        Map<String, Object> adjourned = new HashMap<>(commission.decision("adjourned", List.of("more-information")));
        adjourned.put("missing", List.of("bank-statements", "quote"));
        commission.president().body(adjourned).post("/sessions/" + session + "/decisions").then().statusCode(200)
                .body("missing", contains("bank-statements", "quote"));
        assertEquals("[\"bank-statements\",\"quote\"]",
                Topics.awaitOne("microcredit.commission", commission.id, "fr.microcredit.commission.decided").data()
                        .path("missing").toString());
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
    void aSchemeWithoutCommissionPutsNothingOnTheAgenda() {
        Map<String, Object> terms = new HashMap<>(Map.of("schemeId", "poitou-charentes", "schemeVersion", "x",
                "amountCents", 300_000, "termMonths", 24, "borrowerRate", "4.40", "bankRate", "4.40", "commission",
                "none", "personCapCents", 300_000, "reservationDays", 90));
        terms.put("approvalDays", 90);
        terms.put("guarantees", List.of());
        commission.arrive(commission.history(Map.of("terms", terms)), "not-needed");
        commission.president().get("/agenda").then().body("dossierId", not(hasItem(commission.id)));
    }
}
