package fr.microcredit.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.vertx.VertxContextSupport;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.intake.accompaniment.EndDossier;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.Topics;

/** What becomes of a dossier whose bank has refused it for good, or whose applicant nobody hears of. */
@OnTestPlatform
class OutcomeJourneyTest {
    private static final String TOPIC = "microcredit.dossier";

    private final Desk desk = Desk.ofDijon();

    @Inject
    EndDossier end;
    @Inject
    Transactions transactions;

    @Test
    void aSecondBankGetsAFileOfItsOwnUnderANewConsent() {
        String id = refused();
        desk.act(id, "another-bank", another("ce-bourgogne", "2008-10-12")).then().statusCode(200)
                .body("stage", equalTo("amended")).body("revision", equalTo(2))
                .body("request.bankId", equalTo("ce-bourgogne"))
                .body("consents.transmission", equalTo("2008-10-12"));
        JsonNode amended = Topics.awaitOne(TOPIC, id, "fr.microcredit.dossier.amended").data();
        assertEquals("another-bank", amended.path("cause").asText());

        Topics.publish(continuing(id).then("eligibility.assessed", "eligible",
                Map.of("revision", 2, "effectiveOn", "2008-10-13")).events());
        desk.awaitStage(id, "transmitted");
        List<TestEvent> sent = Topics.await(TOPIC, id, 2, event -> event.type().endsWith(".transmitted"));
        assertEquals(List.of("cm-dijon", "ce-bourgogne"),
                sent.stream().map(event -> event.attributes().get("bankId")).toList());
        List<TestEvent> disclosed = Topics.await("microcredit.identity", id, 2, event -> true);
        assertEquals("2008-10-12", disclosed.get(1).data().path("consentGivenOn").asText());

        Topics.publish(History.event("bank.decided", "accepted", id, 3, Map.of("officeId", Desk.OFFICE, "bankId",
                "ce-bourgogne", "revision", 2, "effectiveOn", "2008-10-15")));
        desk.awaitStage(id, "bank-accepted");
        desk.request().header("Accept-Language", "fr").get("/dossiers/" + id + "/timeline").then().body("sentence",
                hasItems("Une autre banque est proposée au demandeur, qui a donné son accord le 12 octobre 2008 :"
                        + " ce-bourgogne."));
    }

    @Test
    void whatSpeaksAgainstASecondBankIsNamedAndNothingIsLost() {
        String id = refused();
        desk.act(id, "another-bank", another("cm-dijon", "2008-10-12")).then().statusCode(422).body("errors.code",
                hasItem("bank-has-refused"));
        desk.act(id, "another-bank", another("bank-that-left", "2008-10-12")).then().statusCode(422)
                .body("errors.code", hasItem("bank-without-convention"));
        desk.act(id, "another-bank", another("ce-bourgogne", "2008-10-09")).then().statusCode(422)
                .body("errors.code", hasItem("before-the-refusal"));
        Map<String, Object> withoutConsent = another("ce-bourgogne", "2008-10-12");
        withoutConsent.remove("consentGivenOn");
        desk.act(id, "another-bank", withoutConsent).then().statusCode(422);
        Map<String, Object> late = another("ce-bourgogne", "2008-10-12");
        late.put("effectiveOn", "2009-01-09");
        desk.act(id, "another-bank", late).then().statusCode(409).body("code", equalTo("approval-expired"));
        assertEquals("bank-refused", desk.stage(id));
        assertEquals(0, Topics.await(TOPIC, id, 0, event -> event.type().endsWith(".amended")).size());
    }

    @Test
    void itEndsWhereNoOtherBankIsAsked() {
        String id = refused();
        desk.act(id, "closure", Map.of("outcome", "refused-by-bank", "effectiveOn", "2008-10-09")).then()
                .statusCode(422).body("errors.code", hasItem("date-before-previous-step"));
        desk.act(id, "closure", Map.of("outcome", "refused-by-bank", "effectiveOn", "2008-10-20")).then()
                .statusCode(200).body("stage", equalTo("not-lent"));
        assertEquals("refused-by-bank",
                Topics.awaitOne(TOPIC, id, "fr.microcredit.dossier.closed").data().path("outcome").asText());
        Map<String, Object> afterwards = another("ce-bourgogne", "2008-10-21");
        afterwards.put("effectiveOn", "2008-10-21");
        desk.act(id, "another-bank", afterwards).then().statusCode(409).body("code",
                equalTo("dossier-stage"));
    }

    /** 2008-10-10 and ninety days. */
    @Test
    void theLastDayOfTheApprovalEndsIt() throws Throwable {
        String id = refused();
        String elsewhere = refused();
        desk.act(elsewhere, "another-bank", another("ce-bourgogne", "2008-10-12")).then().statusCode(200);
        dayEnd("2009-01-07");
        assertEquals("bank-refused", desk.stage(id));
        assertEquals(Optional.of(LocalDate.parse("2009-01-08")), nextDue("2009-01-01", "2009-01-31"));
        dayEnd("2009-01-08");
        assertEquals("not-lent", desk.stage(id));
        assertEquals("amended", desk.stage(elsewhere));
        assertEquals("2009-01-08",
                Topics.awaitOne(TOPIC, id, "fr.microcredit.dossier.closed").attributes().get("effectiveOn"));
    }

    private void dayEnd(String day) throws Throwable {
        VertxContextSupport.subscribeAndAwait(
                () -> transactions.inScope(DataScope.system(), () -> end.run(LocalDate.parse(day))));
    }

    private Optional<LocalDate> nextDue(String from, String to) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> transactions.inScope(DataScope.system(),
                () -> end.nextDue(LocalDate.parse(from), LocalDate.parse(to))));
    }

    @Test
    void anAgentAbandonsWhatNobodyAsksForAnyMore() {
        String id = desk.submitted(Desk.form());
        desk.act(id, "closure", Map.of("outcome", "abandoned", "effectiveOn", "2008-09-28")).then().statusCode(422)
                .body("errors.code", hasItem("still-to-be-awaited"));
        desk.act(id, "closure", Map.of("outcome", "abandoned", "effectiveOn", "2008-09-29")).then().statusCode(200)
                .body("stage", equalTo("abandoned"));
        desk.request().header("Accept-Language", "fr").get("/dossiers/" + id + "/timeline").then().body("sentence",
                hasItem("Le dossier est clos : le demandeur ne donne plus de nouvelles."));
        desk.request().body(Map.of("stage", "abandoned", "familyName", "Exemple")).post("/dossiers/search").then().body(
                "items.dossierId",
                hasItem(id));
        assertEquals("abandoned",
                Topics.awaitOne(TOPIC, id, "fr.microcredit.dossier.closed").data().path("outcome").asText());
    }

    @Test
    void theOfficeAgreesToGoOnWithoutGuaranteeAndTheBorrowerPaysTheBanksRate() {
        String id = proposed();
        desk.request().get("/dossiers/" + id).then().body("proposal.guarantees", equalTo(List.of()))
                .body("proposal.lost[0].of", equalTo("guarantee"))
                .body("proposal.lost[0].amountCents", equalTo(150_000))
                .body("proposal.lost[0].reason", equalTo("capacity-exceeded"));
        desk.act(id, "proposal-agreement", Map.of("subsidyPaidBy", "borrower", "effectiveOn", "2008-09-27")).then()
                .statusCode(200).body("stage", equalTo("amended")).body("revision", equalTo(2));
        JsonNode amended = Topics.awaitOne(TOPIC, id, "fr.microcredit.dossier.amended").data();
        assertEquals("{\"guarantees\":[],\"subsidyPaidBy\":\"borrower\"}", amended.path("funding").toString());
        Topics.publish(History.event("eligibility.assessed", "ineligible", id, 2,
                Map.of("officeId", Desk.OFFICE, "revision", 2, "effectiveOn", "2008-09-28")));
        desk.awaitStage(id, "found-ineligible");
        desk.request().get("/dossiers/" + id).then().body("possible", hasItem("proposal-agreement"))
                .body("proposal.round", equalTo(1));
        desk.act(id, "proposal-agreement", Map.of("subsidyPaidBy", "office", "effectiveOn", "2008-09-29")).then()
                .statusCode(200).body("revision", equalTo(3));
        Topics.publish(History.event("eligibility.assessed", "eligible", id, 3,
                Map.of("officeId", Desk.OFFICE, "revision", 3, "effectiveOn", "2008-09-29")));
        desk.awaitStage(id, "transmitted");
        assertEquals(3, Topics.await(TOPIC, id, 2, event -> event.type().endsWith(".transmitted")).get(1).data()
                .path("revision").asInt());
        desk.request().header("Accept-Language", "fr").get("/dossiers/" + id + "/timeline").then().body("sentence",
                hasItems(
                        "L'organisme est d'accord avec la suite que la banque propose ; l'emprunteur paiera le taux de la"
                                + " banque."));
    }

    @Test
    void aNewAddressReachesTheBank() {
        String id = proposed();
        Map<String, Object> moved = new HashMap<>(Desk.applicant("Exemple-corrigé"));
        moved.put("street", "12 rue Neuve");
        desk.act(id, "applicant-correction", Map.of("applicant", moved, "effectiveOn", "2008-09-27")).then()
                .statusCode(200).body("applicant.street", equalTo("12 rue Neuve"))
                .body("stage", equalTo("bank-proposed")).body("revision", equalTo(1));
        List<TestEvent> disclosed = Topics.await("microcredit.identity", id, 2, event -> true);
        assertEquals("12 rue Neuve", disclosed.get(1).data().path("applicant").path("street").asText());
        assertEquals("cm-dijon", disclosed.get(1).attributes().get("bankId"));
        assertFalse(TestPlatform.running().db().rows("select detail from audit_entry where subject = ?", id).toString()
                .contains("Neuve"), "nothing personal in the audit chain");
    }

    @Test
    void theOfficeDoesNotAgreeAndTheBankIsTold() {
        String id = proposed();
        desk.act(id, "proposal-refusal", Map.of("effectiveOn", "2008-09-27")).then().statusCode(200).body("stage",
                equalTo("bank-accepted"));
        assertEquals(1, Topics.awaitOne(TOPIC, id, "fr.microcredit.dossier.proposal-declined").data().path("round")
                .asInt());
        desk.act(id, "proposal-refusal", Map.of("effectiveOn", "2008-09-27")).then().statusCode(409);
    }

    /** The bank would go on without a guarantee, since 2008-09-26. */
    private String proposed() {
        String id = desk.submitted(Desk.form());
        Topics.publish(
                new History(id, Map.of("officeId", Desk.OFFICE)).then("eligibility.assessed", "eligible", Map.of())
                        .then("commission.decided", "approved", Map.of()).then("bank.decided", "accepted", Map.of())
                        .then("bank.proposed", "alone", Map.of()).events());
        desk.awaitStage(id, "bank-proposed");
        return id;
    }

    /** The bank has refused it for good on 2008-10-10. */
    private String refused() {
        String id = desk.submitted(Desk.form());
        Topics.publish(history(id).events());
        desk.awaitStage(id, "bank-refused");
        return id;
    }

    private static History history(String id) {
        return new History(id, Map.of("officeId", Desk.OFFICE)).then("eligibility.assessed", "eligible", Map.of())
                .then("commission.decided", "approved", Map.of()).then("bank.decided", "disagreed", Map.of())
                .then("commission.concertation-waived", "one", Map.of())
                .then("bank.finalised", "refused", Map.of("effectiveOn", "2008-10-10"));
    }

    private static History continuing(String id) {
        return history(id).continued();
    }

    private static Map<String, Object> another(String bank, String consent) {
        return new HashMap<>(Map.of("bankId", bank, "consentGivenOn", consent, "effectiveOn", "2008-10-12"));
    }
}
