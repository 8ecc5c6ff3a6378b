package fr.microcredit.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.Topics;

/** A bank leaves on 2008-10-31: it takes no new file from the day after, and keeps what it has. */
@OnTestPlatform
class ConventionJourneyTest {
    private static final String BANK = "bank-that-leaves";
    private static final String GONE_ON = "2008-09-21";
    private static final String DAY_AFTER = "2008-11-01";

    private final Desk desk = Desk.ofDijon();

    @Test
    void aBankThatLeavesTakesNoNewFileAndKeepsWhatItHas() {
        String there = submitted();
        String late = submitted();
        approve(there, "2008-10-31");
        desk.awaitStage(there, "transmitted");
        Desk.agree("dijon--" + BANK + "/2", BANK, Map.of("to", "2008-10-31"));

        approve(late, DAY_AFTER);
        desk.awaitStage(late, "approved");
        desk.act(late, "transmission", Map.of("effectiveOn", DAY_AFTER)).then().statusCode(409).body("code",
                equalTo("bank-without-convention"));
        assertEquals("approved", desk.stage(late));
        opened(DAY_AFTER, 422).then().body("errors.code", hasItem("bank-without-convention"));
        opened("2008-10-31", 200);

        Topics.publish(new History(there, Map.of("officeId", Desk.OFFICE, "bankId", BANK))
                .then("bank.decided", "accepted", Map.of("effectiveOn", "2008-11-15")).events());
        desk.awaitStage(there, "bank-accepted");
    }

    /** The convention ended yesterday: approved all the same, and on to another bank under a new consent. */
    @Test
    void whatIsApprovedAfterItsBankHasLeftGoesToAnotherBank() {
        Map<String, Object> form = Desk.form();
        form.put("request", Desk.request("dijon", Desk.GONE, 150_000, 18));
        String id = desk.submitted(form);
        approve(id, "2008-09-21");
        desk.awaitStage(id, "approved");
        desk.request().get("/dossiers/" + id).then().body("possible", hasItem("another-bank"));
        assertEquals(List.of(id), desk.request().body(Map.of("stage", "approved", "familyName", familyName(form)))
                .post("/dossiers/search").jsonPath()
                .getList("items.findAll { it.possible.contains('another-bank') }.dossierId"));
        desk.act(id, "another-bank", another("ce-bourgogne", "2008-09-20")).then().statusCode(422)
                .body("errors.code", hasItem("before-the-bank-left"));
        desk.act(id, "another-bank", another(Desk.GONE, "2008-09-21")).then().statusCode(422)
                .body("errors.code", hasItem("bank-without-convention"));
        desk.act(id, "another-bank", another("ce-bourgogne", "2008-09-21")).then().statusCode(200)
                .body("stage", equalTo("amended")).body("possible", not(hasItem("another-bank")))
                .body("consents.transmission", equalTo("2008-09-21"));

        Topics.publish(history(id, "2008-09-21").continued().then("eligibility.assessed", "eligible",
                Map.of("revision", 2, "effectiveOn", "2008-09-22")).events());
        desk.awaitStage(id, "transmitted");
        TestEvent sent = Topics.awaitOne("microcredit.dossier", id, "fr.microcredit.dossier.transmitted");
        assertEquals("ce-bourgogne", sent.attributes().get("bankId"));
        assertEquals(1, Topics.await("microcredit.identity", id, 1, event -> true).size(), "no other bank has it");
    }

    /** A bank that is there is not changed for another one. */
    @Test
    void whatIsApprovedForABankThatTakesItStaysThere() {
        Map<String, Object> form = Desk.form();
        String id = desk.submitted(form);
        approve(id, "2008-06-30");
        desk.awaitStage(id, "approved");
        desk.request().get("/dossiers/" + id).then().body("possible", not(hasItem("another-bank")));
        desk.act(id, "another-bank", another("ce-bourgogne", "2008-09-21")).then().statusCode(409)
                .body("code", equalTo("dossier-stage"));
    }

    private static Map<String, Object> another(String bank, String consent) {
        return Map.of("bankId", bank, "consentGivenOn", consent, "effectiveOn", GONE_ON);
    }

    private static String familyName(Map<String, Object> form) {
        return ((Map<?, ?>) form.get("applicant")).get("familyName").toString();
    }

    private String submitted() {
        Map<String, Object> form = Desk.form();
        form.put("request", Desk.request("dijon", BANK, 150_000, 18));
        return desk.submitted(form);
    }

    private static void approve(String id, String on) {
        Topics.publish(history(id, on).events());
    }

    private static History history(String id, String on) {
        return new History(id, Map.of("officeId", Desk.OFFICE)).then("eligibility.assessed", "eligible", Map.of())
                .then("commission.decided", "approved", Map.of("effectiveOn", on));
    }

    /** Handed in on that day. */
    private Response opened(String on, int status) {
        Map<String, Object> form = Desk.form();
        form.put("request", Desk.request("dijon", BANK, 150_000, 18));
        String id = desk.open(form).then().statusCode(201).extract().path("dossierId");
        Response answer = desk.act(id, "submission", Map.of("effectiveOn", on));
        answer.then().statusCode(status);
        return answer;
    }
}
