package fr.microcredit.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.Topics;

/** What was handed in wrongly is put right and goes on from there; what is given up ends, wherever it stands. */
@OnTestPlatform
class AmendmentJourneyTest {
    private static final String AMENDED = "fr.microcredit.dossier.amended";

    private final Desk desk = Desk.ofDijon();
    private final Map<String, Object> form = Desk.form();

    @Test
    void aTypingErrorIsCorrectedAfterSubmissionAndTheDecisionOnItCountsNoMore() {
        String id = desk.submitted(form);
        amend(id, "correction", Desk.request("dijon", "cm-dijon", 120_000, 12)).then().statusCode(200)
                .body("stage", equalTo("submitted")).body("revision", equalTo(2))
                .body("request.amountCents", equalTo(120_000));
        JsonNode amended = Topics.awaitOne("microcredit.dossier", id, AMENDED).data();
        assertEquals("[\"amount\",\"term\"]", amended.path("changed").toString());
        assertEquals("correction", amended.path("cause").asText());

        History history = history(id).then("eligibility.assessed", "eligible", Map.of())
                .then("commission.decided", "approved", Map.of())
                .then("eligibility.assessed", "eligible", Map.of("revision", 2, "effectiveOn", "2008-09-23"))
                .then("commission.decided", "approved", Map.of("revision", 2, "effectiveOn", "2008-09-29"));
        Topics.publish(history.events());
        desk.awaitStage(id, "transmitted");
        assertEquals(2, Topics.awaitOne("microcredit.dossier", id, "fr.microcredit.dossier.transmitted").data()
                .path("revision").asInt(), "the first approval was of what nobody asks for any more");
        assertEquals(1, TestPlatform.running().db().number(
                "select count(*) from audit_entry where subject = ? and act = 'dossier-amended'"
                        + " and detail like '%\"correction\"%'",
                id));
    }

    /** domain.md 1.9, 15: chosen per loan; whether it is within the scheme's bounds says the assessment. */
    @Test
    void theRateTheOfficeHasChosenIsToldAndKept() {
        form.put("request", chosen("1.5"));
        String id = desk.submitted(form);
        assertEquals("1.50", Topics.awaitOne("microcredit.dossier", id, "fr.microcredit.dossier.submitted").data()
                .path("borrowerRate").asText());
        form.put("request", chosen("1.500"));
        amend(id, "correction", form).then().statusCode(200).body("revision", equalTo(1))
                .body("request.borrowerRate", equalTo("1.50"));
        form.put("request", chosen("1.25"));
        amend(id, "correction", form).then().statusCode(200).body("revision", equalTo(2));
        JsonNode amended = Topics.awaitOne("microcredit.dossier", id, AMENDED).data();
        assertEquals("[\"rate\"]", amended.path("changed").toString());
        assertEquals("1.25", amended.path("borrowerRate").asText());
        desk.act(id, "alternative", Map.of("amountCents", 90_000, "termMonths", 18, "effectiveOn", "2008-10-07")).then()
                .statusCode(200).body("request.borrowerRate", equalTo("1.25"));
    }

    private static Map<String, Object> chosen(String rate) {
        Map<String, Object> request = new HashMap<>(Desk.request("dijon", "cm-dijon", 150_000, 18));
        request.put("borrowerRate", rate);
        return request;
    }

    @Test
    void anotherMonthIsDeclaredAgainAndNamedNowhereElse() {
        String id = desk.submitted(form);
        Map<String, Object> poorer = new HashMap<>(form);
        poorer.put("budget", Map.of("resources", List.of(Map.of("kind", "wages", "monthlyCents", 91_234)), "charges",
                List.of(), "loans", List.of(), "overIndebted", false));
        amend(id, "new-situation", poorer).then().statusCode(200);
        List<TestEvent> declared = Topics.await("microcredit.situation", id, 2, event -> true);
        assertEquals(91_234, declared.get(1).data().path("resourcesCents").asLong());
        JsonNode amended = Topics.awaitOne("microcredit.dossier", id, AMENDED).data();
        assertEquals(2, amended.path("situationRevision").asInt());
        assertFalse(amended.toString().contains("91234"), "figures are eligibility's only");
        assertEquals("900-1199", amended.path("bands").path("income").asText());
    }

    @Test
    void anAlternativeIsTakenInOneCall() {
        String id = desk.submitted(form);
        Topics.publish(history(id).then("eligibility.assessed", "ineligible", Map.of()).events());
        desk.awaitStage(id, "found-ineligible");
        Map<String, Object> smaller = Map.of("amountCents", 90_000, "termMonths", 18, "effectiveOn", "2008-10-07");
        desk.act(id, "alternative", smaller).then().statusCode(200).body("request.amountCents", equalTo(90_000))
                .body("stage", equalTo("submitted"));
        assertEquals("alternative", Topics.awaitOne("microcredit.dossier", id, AMENDED).data().path("cause").asText());
    }

    @Test
    void whatIsWrongInAnAmendmentIsNamedAndNothingIsLost() {
        String id = desk.submitted(form);
        amend(id, "correction", Desk.request("dijon", "other-bank", 120_000, 12)).then().statusCode(422)
                .body("errors.code", hasItem("bank-without-convention"));
        amend(id, "correction", Desk.request("nowhere", "cm-dijon", 120_000, 12)).then().statusCode(422)
                .body("errors.code", hasItem("unknown-scheme"));
        desk.act(id, "amendments", amendment("because", form)).then().statusCode(400);
        Map<String, Object> early = amendment("correction", form);
        early.put("effectiveOn", "2008-06-30");
        desk.act(id, "amendments", early).then().statusCode(422).body("errors.code",
                hasItem("date-before-previous-step"));
        desk.request().body(amendment("correction", form)).post("/dossiers/" + id + "/amendments").then()
                .statusCode(428);
        new Desk("ccas-reims").request().header("If-Match", "\"1\"").body(amendment("correction", form))
                .post("/dossiers/" + id + "/amendments").then().statusCode(404);
        assertEquals("submitted", desk.stage(id));
        desk.request().get("/dossiers/" + id).then().body("revision", equalTo(1))
                .body("request.amountCents", equalTo(150_000));
    }

    @Test
    void whatTheCommissionMissesIsTickedOffAndTheRequestComesBack() {
        String id = desk.submitted(form);
        Topics.publish(history(id).then("eligibility.assessed", "eligible", Map.of())
                .then("commission.decided", "incomplete", Map.of()).events());
        desk.awaitMissing(id, 2);
        desk.act(id, "receipts", received("proof-of-address")).then().statusCode(422).body("errors.code",
                hasItem("not-missing"));
        desk.act(id, "receipts", received("quote")).then().statusCode(200)
                .body("missing", equalTo(List.of("bank-statements")));
        desk.act(id, "receipts", received("bank-statements")).then().statusCode(200).body("missing",
                equalTo(List.of()));
        assertEquals(1, Topics.awaitOne("microcredit.dossier", id, "fr.microcredit.dossier.completed").data()
                .path("revision").asInt());
    }

    @Test
    void theOfficeGivesItBackToTheApplicantAndItGoesOn() {
        String id = desk.submitted(form);
        desk.act(id, "return", Map.of("items", List.of("quote", "bank-statements"), "effectiveOn", "2008-07-04"))
                .then().statusCode(200).body("missing", equalTo(List.of("bank-statements", "quote")))
                .body("possible", hasItem("receipts")).body("stage", equalTo("submitted"));
        desk.act(id, "return", Map.of("items", List.of("quote"), "effectiveOn", "2008-07-05")).then().statusCode(200);
        assertEquals("[\"bank-statements\",\"quote\"]",
                Topics.awaitOne("microcredit.dossier", id, "fr.microcredit.dossier.returned").data().path("missing")
                        .toString());
        Topics.publish(history(id).then("eligibility.assessed", "eligible", Map.of()).events());
        desk.awaitStage(id, "eligible");
        desk.act(id, "receipts", received("quote")).then().statusCode(200);
        desk.act(id, "receipts", received("bank-statements")).then().statusCode(200);
        Topics.awaitOne("microcredit.dossier", id, "fr.microcredit.dossier.completed");
        desk.request().header("Accept-Language", "fr").get("/dossiers/" + id + "/timeline").then().body("sentence",
                hasItem("Le dossier est rendu au demandeur ; il manque : relevés bancaires, devis."));
    }

    private static Map<String, Object> received(String item) {
        return Map.of("items", List.of(item), "effectiveOn", "2008-09-25");
    }

    @Test
    void whatABankHasIsNotAmended() {
        String id = desk.submitted(form);
        Topics.publish(history(id).then("eligibility.assessed", "eligible", Map.of())
                .then("commission.decided", "approved", Map.of()).events());
        desk.awaitStage(id, "transmitted");
        Map<String, Object> late = amendment("correction", form);
        late.put("effectiveOn", "2008-10-01");
        desk.act(id, "amendments", late).then().statusCode(409).body("code", equalTo("dossier-stage"));
    }

    @Test
    void whatABankHasIsWithdrawnOnceTheBankHasWrittenItDown() {
        String id = desk.submitted(form);
        History history = history(id).then("eligibility.assessed", "eligible", Map.of())
                .then("commission.decided", "approved", Map.of());
        Topics.publish(history.events());
        desk.awaitStage(id, "transmitted");
        Map<String, Object> given = Map.of("reason", "took-other-credit", "effectiveOn", "2008-10-03");
        desk.act(id, "withdrawal", given).then().statusCode(200).body("stage", equalTo("transmitted"))
                .body("withdrawal.reason", equalTo("took-other-credit"));
        desk.act(id, "withdrawal", given).then().statusCode(200);
        assertEquals("cm-dijon", Topics.awaitOne("microcredit.dossier", id,
                "fr.microcredit.dossier.withdrawal-asked").attribute("bankId"));

        Topics.publish(history.continued().then("bank.decided", "accepted", Map.of("effectiveOn", "2008-10-02"))
                .then("bank.withdrawn", "before-the-pay-out", Map.of()).events());
        desk.awaitStage(id, "withdrawn");
        assertEquals("took-other-credit", Topics.awaitOne("microcredit.dossier", id,
                "fr.microcredit.dossier.withdrawn").data().path("reason").asText());
    }

    @Test
    void whereItIsTooLateToWithdrawTheLoanGoesOn() {
        String id = desk.submitted(form);
        History history = history(id).then("eligibility.assessed", "eligible", Map.of())
                .then("commission.decided", "approved", Map.of()).then("bank.decided", "accepted", Map.of())
                .then("bank.contracted", "one", Map.of()).then("bank.disbursed", "one", Map.of());
        Topics.publish(history.events());
        desk.awaitStage(id, "disbursed");
        desk.act(id, "withdrawal", Map.of("reason", "applicant", "effectiveOn", "2008-10-20")).then().statusCode(200);
        Topics.publish(history.continued().then("bank.withdrawal-declined", "one", Map.of()).events());
        Await.until(Duration.ofSeconds(30), () -> "the bank's answer is here",
                () -> desk.request().get("/dossiers/" + id).path("withdrawal") == null);
        assertEquals("disbursed", desk.stage(id));
    }

    private Response amend(String id, String cause, Map<String, Object> changed) {
        Map<String, Object> whole = changed.containsKey("applicant") ? changed : new HashMap<>(form);
        if (whole != changed) {
            whole.put("request", changed);
        }
        return desk.act(id, "amendments", amendment(cause, whole));
    }

    private static Map<String, Object> amendment(String cause, Map<String, Object> whole) {
        Map<String, Object> amendment = new HashMap<>(whole);
        amendment.put("cause", cause);
        return amendment;
    }

    private static History history(String id) {
        return new History(id, Map.of("officeId", Desk.OFFICE));
    }
}
