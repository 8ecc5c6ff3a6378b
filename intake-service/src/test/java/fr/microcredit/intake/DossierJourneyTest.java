package fr.microcredit.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.response.Response;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.kit.testing.Contracts;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.Topics;

@OnTestPlatform
class DossierJourneyTest {
    private final Desk desk = Desk.ofDijon();

    @Test
    void aDossierGoesFromTheDraftToTheBankAndItsTimelineGrows() {
        String id = desk.submitted(Desk.form());
        assertEquals("submitted", desk.stage(id));
        JsonNode submitted = Topics.awaitOne("microcredit.dossier", id, "fr.microcredit.dossier.submitted").data();
        assertEquals("25-34", submitted.path("bands").path("age").asText());
        assertEquals("900-1199", submitted.path("bands").path("income").asText());
        assertEquals("lone-parent", submitted.path("bands").path("household").asText());
        JsonNode situation = Topics.awaitOne("microcredit.situation", id, "fr.microcredit.situation.declared").data();
        assertEquals(110_000, situation.path("resourcesCents").asLong());
        assertEquals(1, situation.path("personsUnder14").asInt());

        Topics.publish(history(id).then("eligibility.assessed", "eligible", Map.of())
                .then("commission.decided", "conditional", Map.of()).events());
        desk.awaitStage(id, "transmitted");
        desk.request().get("/dossiers/" + id).then().body("conditions",
                contains("payment-to-supplier", "budget-counselling"));

        JsonNode transmitted = Topics.awaitOne("microcredit.dossier", id, "fr.microcredit.dossier.transmitted").data();
        assertEquals("[\"payment-to-supplier\",\"budget-counselling\"]", transmitted.path("conditions").toString());
        assertEquals("4.40", transmitted.path("terms").path("bankRate").asText());
        TestEvent identity = Topics.awaitOne("microcredit.identity", id, "fr.microcredit.identity.disclosed");
        assertEquals("Camille", identity.data().path("applicant").path("givenNames").asText());
        assertEquals("cm-dijon", identity.attributes().get("bankId"));
        assertEquals(List.of("dossier.opened", "dossier.submitted", "eligibility.assessed", "commission.decided",
                "dossier.transmitted"), desk.timeline(id));
        desk.request().header("Accept-Language", "en").get("/dossiers/" + id + "/timeline").then()
                .body("[1].sentence", equalTo("The request is handed in.")).body("[1].by", equalTo("test-office-agent"))
                .body("[1].at", notNullValue()).body("[4].by", nullValue());
    }

    @Test
    void theLoansOwnStageIsTheDossiersAndIsFoundInTheList() {
        String id = desk.submitted(Desk.form());
        Topics.publish(lent(id).then("bank.repaid-in-full", "one", Map.of()).events());
        desk.awaitStage(id, "repaid");
        assertEquals("repaid", Topics.awaitOne("microcredit.dossier", id, "fr.microcredit.dossier.closed").data()
                .path("outcome").asText());
        desk.request().queryParam("stage", "repaid").queryParam("limit", 200).get("/dossiers").then()
                .body("items.dossierId", hasItem(id));
        assertFalse(desk.request().queryParam("stage", "transmitted").queryParam("limit", 200).get("/dossiers")
                .jsonPath().getList("items.dossierId").contains(id));
    }

    /** Missed on 2009-09-05. */
    @ParameterizedTest(name = "consent of {0}: {1}")
    @CsvSource({", false", "2008-07-01, true", "2009-09-05, true", "2009-09-06, false"})
    void aMissedInstalmentIsShownUnderConsentOnlyAndFromItsDay(String consent, boolean shown) {
        assertEquals(shown, desk.timeline(repaidAfterAMiss(consent)).contains("bank.instalment-missed"));
    }

    /** Its totals speak of every day since the pay-out, on 2008-10-10. */
    @ParameterizedTest(name = "consent of {0}: {1}")
    @CsvSource({", false", "2008-10-10, true", "2008-10-11, false"})
    void theEndOfTheLoanTellsOfIncidentsUnderConsentOnly(String consent, boolean shown) {
        Map<String, Object> told = desk.request().get("/dossiers/" + repaidAfterAMiss(consent) + "/timeline")
                .jsonPath().getMap("find { it.type == 'bank.repaid-in-full' }.data");
        assertEquals(18, told.get("instalmentsPaid"));
        for (String incident : List.of("missedInstalments", "unpaidInstalments", "longestDelayDays")) {
            assertEquals(shown, told.containsKey(incident), incident);
        }
    }

    private String repaidAfterAMiss(String consent) {
        Map<String, Object> form = Desk.form();
        if (consent != null) {
            form.put("consents", Map.of("transmission", "2008-07-01", "incidentReports", consent));
        }
        String id = desk.submitted(form);
        Topics.publish(lent(id).then("bank.instalment-missed", "seventh", Map.of())
                .then("bank.repaid-in-full", "one", Map.of()).events());
        desk.awaitStage(id, "repaid");
        return id;
    }

    @Test
    void nothingOfAPersonStandsOnAnyTopicButTheIdentity() {
        String marker = "Canari" + UUID.randomUUID().toString().replace("-", "");
        Map<String, Object> form = Desk.form();
        form.put("applicant", Map.of("familyName", marker, "givenNames", marker, "birthDate", "1979-04-03", "street",
                marker, "postalCode", "21000", "city", marker, "phone", marker.substring(0, 20)));
        Map<String, Object> request = new HashMap<>(Desk.request("dijon", "cm-dijon", 150_000, 18));
        request.put("project", marker);
        form.put("request", request);
        String id = desk.submitted(form);
        Topics.publish(history(id).then("eligibility.assessed", "eligible", Map.of())
                .then("commission.decided", "approved", Map.of()).events());
        Topics.awaitOne("microcredit.identity", id, "fr.microcredit.identity.disclosed");

        for (String topic : List.of("microcredit.dossier", "microcredit.situation")) {
            Topics.read(topic).stream().filter(message -> id.equals(message.key())).forEach(message -> {
                String text = new String(message.value(), StandardCharsets.UTF_8);
                assertFalse(text.contains("Canari") || text.contains("1979-04-03"), topic + ": " + text);
            });
        }
        assertEquals(0, TestPlatform.running().db().number(
                "select count(*) from outbox where restricted and key = ?", id));
        assertEquals(0, TestPlatform.running().db().number(
                "select count(*) from request where document::text like '%' || ? || '%' and key <> ?", marker, id));
        assertEquals(0, TestPlatform.running().db().number(
                "select count(*) from idempotency i where i::text like '%' || ? || '%'", marker));
    }

    @Test
    void aMeetingThatChangesTheRequestHasItAssessedAgainAndSentAgain() {
        String id = desk.submitted(Desk.form());
        Topics.publish(disagreement(id).events());
        desk.awaitStage(id, "transmitted");

        List<Integer> revisions = Topics
                .await("microcredit.dossier", id, 2, event -> event.type().endsWith("dossier.transmitted")).stream()
                .map(event -> event.data().path("revision").asInt()).toList();
        assertEquals(List.of(1, 2), revisions);
        JsonNode amended = Topics.awaitOne("microcredit.dossier", id, "fr.microcredit.dossier.amended").data();
        assertEquals(180_000, amended.path("amountCents").asLong());
        assertEquals(24, amended.path("termMonths").asInt());
    }

    @Test
    void withoutConsentTheFileStaysUntilAnAgentHasIt() {
        Map<String, Object> form = Desk.form();
        form.put("consents", Map.of());
        Response opened = desk.open(form).then().statusCode(201).extract().response();
        Desk.publishScheme();
        desk.act(opened.path("dossierId"), "submission", Map.of()).then().statusCode(422)
                .body("code", equalTo("invalid-request")).body("errors.pointer", hasItems("/consents/transmission"));
    }

    @Test
    void anIncompleteDossierIsToldEverythingThatIsMissing() {
        Map<String, Object> form = Desk.form();
        form.keySet().retainAll(List.of("applicant", "effectiveOn"));
        String id = desk.open(form).then().statusCode(201).extract().path("dossierId");
        desk.act(id, "submission", Map.of()).then().statusCode(422).body("errors.pointer",
                hasItems("/household", "/budget", "/request", "/consents/transmission"));
        assertEquals("draft", desk.stage(id));
    }

    @Test
    void anUnknownSchemeOrABankWithoutConventionIsRefused() {
        Desk.publishScheme();
        for (Map<String, Object> request : List.of(Desk.request("nowhere", "cm-dijon", 100_000, 12),
                Desk.request("dijon", "other-bank", 100_000, 12))) {
            Map<String, Object> form = Desk.form();
            form.put("request", request);
            String id = desk.open(form).then().statusCode(201).extract().path("dossierId");
            desk.act(id, "submission", Map.of()).then().statusCode(422).body("code", equalTo("invalid-request"));
        }
    }

    @Test
    void onlyADraftIsRewrittenAndOnlyByWhoReadItsVersion() {
        String id = desk.open(Desk.form()).then().statusCode(201).extract().path("dossierId");
        Map<String, Object> changed = Desk.form();
        changed.put("request", Desk.request("dijon", "cm-dijon", 120_000, 12));
        desk.request().header("If-Match", "\"0\"").body(changed).put("/dossiers/" + id).then().statusCode(200)
                .body("request.amountCents", equalTo(120_000));
        desk.request().header("If-Match", "\"0\"").body(changed).put("/dossiers/" + id).then().statusCode(412);
        desk.act(id, "withdrawal", Map.of("reason", "other-aid")).then().statusCode(200).body("stage",
                equalTo("withdrawn"));
        changed.remove("effectiveOn");
        desk.request().header("If-Match", desk.request().get("/dossiers/" + id).header("ETag")).body(changed)
                .put("/dossiers/" + id).then().statusCode(409).body("code", equalTo("dossier-stage"));
        Topics.awaitOne("microcredit.dossier", id, "fr.microcredit.dossier.withdrawn");
    }

    @Test
    void stepsFollowOneAnother() {
        Map<String, Object> form = Desk.form();
        form.put("effectiveOn", "2008-07-01");
        String id = desk.open(form).then().statusCode(201).extract().path("dossierId");
        desk.act(id, "submission", Map.of("effectiveOn", "2008-06-30")).then().statusCode(422)
                .body("errors[0].pointer", equalTo("/effectiveOn"))
                .body("errors[0].code", equalTo("date-before-previous-step"));
        desk.act(id, "submission", Map.of("effectiveOn", "2008-07-01")).then().statusCode(200);
    }

    @Test
    void aConsentOfALaterDayIsNoneYet() {
        Map<String, Object> form = Desk.form();
        form.put("consents", Map.of("transmission", "2029-01-01"));
        String id = desk.open(form).then().statusCode(201).extract().path("dossierId");
        desk.act(id, "submission", Map.of()).then().statusCode(422).body("errors.pointer",
                hasItem("/consents/transmission"));
    }

    @Test
    void thePersonIsFoundAgainAcrossOfficesAndSpellings() {
        String name = "Lefèvre-" + UUID.randomUUID();
        Map<String, Object> here = Desk.form();
        here.put("applicant", Desk.applicant(name));
        Map<String, Object> there = Desk.form();
        there.put("applicant", Desk.applicant(name.toUpperCase().replace("È", "E").replace("-", " ")));
        String first = desk.open(here).path("personId");
        String second = new Desk("ccas-reims").open(there).path("personId");
        assertEquals(first, second);
        assertNotEquals(first, desk.open(Desk.form()).path("personId"));
    }

    @Test
    void anotherOfficesDossierIsNotFoundAndNotListed() {
        String id = desk.open(Desk.form()).path("dossierId");
        Desk other = new Desk("ccas-reims");
        other.request().get("/dossiers/" + id).then().statusCode(404);
        other.request().get("/dossiers/" + id + "/timeline").then().statusCode(404);
        other.request().header("If-Match", "\"0\"").body(Desk.form()).put("/dossiers/" + id).then().statusCode(404);
        other.request().header("If-Match", "\"0\"").body(Map.of()).post("/dossiers/" + id + "/submission").then()
                .statusCode(404);
        assertFalse(other.request().get("/dossiers").jsonPath().getList("items.dossierId").contains(id));
    }

    @Test
    void listsPageByCursorWithoutGapOrRepetition() {
        Desk office = new Desk("ccas-pages");
        for (int count = 0; count < 5; count++) {
            office.open(Desk.form()).then().statusCode(201);
        }
        Response first = office.request().queryParam("limit", 3).get("/dossiers");
        Response second = office.request().queryParam("limit", 3).queryParam("cursor", first.<String>path("next"))
                .get("/dossiers");
        List<String> ids = new java.util.ArrayList<>(first.jsonPath().getList("items.dossierId", String.class));
        ids.addAll(second.jsonPath().getList("items.dossierId", String.class));
        assertEquals(5, ids.stream().distinct().count());
        assertTrue(ids.size() == 5 && second.path("next") == null);
        office.request().queryParam("cursor", "nonsense").get("/dossiers").then().statusCode(400);
        office.request().queryParam("stage", "nonsense").get("/dossiers").then().statusCode(400);
        office.request().queryParam("limit", 0).get("/dossiers").then().statusCode(400);
        office.request().queryParam("stage", "draft").get("/dossiers").then().body("items.size()", equalTo(5));
        office.request().queryParam("stage", "repaid").get("/dossiers").then().body("items.size()", equalTo(0));
    }

    private static History lent(String id) {
        return history(id).then("eligibility.assessed", "eligible", Map.of())
                .then("commission.decided", "approved", Map.of()).then("bank.decided", "accepted", Map.of())
                .then("bank.contracted", "one", Map.of()).then("bank.disbursed", "one", Map.of());
    }

    private static History history(String id) {
        return new History(id, Map.of("officeId", Desk.OFFICE));
    }

    @Test
    void whatIsPublishedIsWhatWasPromised() {
        String amended = desk.submitted(Desk.form());
        Topics.publish(disagreement(amended).events());
        String refused = desk.submitted(Desk.form());
        History decidedTwice = history(refused).then("eligibility.assessed", "eligible", Map.of())
                .then("commission.decided", "refused", Map.of())
                .then("commission.decided", "approved-after-all", Map.of());
        Topics.publish(decidedTwice.events().subList(0, 2));
        String withdrawn = desk.submitted(Desk.form());
        desk.act(withdrawn, "withdrawal", Map.of("reason", "no-contact")).then().statusCode(200);
        desk.awaitStage(amended, "transmitted");
        desk.awaitStage(refused, "refused");
        Topics.publish(decidedTwice.events().get(2));
        desk.awaitStage(refused, "transmitted");
        desk.act(refused, "conditions", Map.of("conditions", List.of("budget-counselling"))).then().statusCode(200);
        String proposed = desk.submitted(Desk.form());
        Topics.publish(history(proposed).then("eligibility.assessed", "eligible", Map.of())
                .then("commission.decided", "approved", Map.of()).then("bank.decided", "accepted", Map.of())
                .then("bank.proposed", "alone", Map.of()).events());
        desk.awaitStage(proposed, "bank-proposed");
        desk.act(proposed, "proposal-refusal", Map.of("effectiveOn", "2008-09-27")).then().statusCode(200);
        Topics.awaitOne("microcredit.dossier", proposed, "fr.microcredit.dossier.proposal-declined");
        Topics.await("microcredit.identity", amended, 2, event -> true);
        Topics.awaitOne("microcredit.dossier", refused, "fr.microcredit.dossier.closed");
        Topics.awaitOne("microcredit.dossier", refused, "fr.microcredit.dossier.conditions-fulfilled");
        Topics.awaitOne("microcredit.dossier", withdrawn, "fr.microcredit.dossier.withdrawn");
        assertEquals(List.of(), Contracts.of("intake-service").published());
    }

    private static History disagreement(String id) {
        return history(id).then("eligibility.assessed", "eligible", Map.of())
                .then("commission.decided", "approved", Map.of())
                .then("bank.decided", "disagreed", Map.of())
                .then("commission.concertation-held", "changed", Map.of())
                .then("eligibility.assessed", "eligible", Map.of("revision", 2));
    }
}
