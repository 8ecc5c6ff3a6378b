package fr.microcredit.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.Topics;

/** A bank lends where the directory says; what was asked in time runs on. */
@OnTestPlatform
class TerritoryJourneyTest {
    private static final String DAY = "2008-07-02";

    private final Desk desk = Desk.ofDijon();

    @Test
    void nobodyFilesWithABankThatDoesNotLendThere() {
        refused(handedIn(form(Desk.ELSEWHERE, "21231")), "/request/bankId");
        handedIn(form(Desk.ELSEWHERE, "21054")).then().statusCode(200);
        handedIn(form(Desk.ELSEWHERE, "51454")).then().statusCode(200);
    }

    @Test
    void anAmendmentAsksAnotherBankOrMovesToAnotherCommune() {
        String atHome = desk.submitted(form("cm-dijon", "21231"));
        refused(amended(atHome, form(Desk.ELSEWHERE, "21231")), "/request/bankId");
        amended(atHome, form("cm-dijon", "51454")).then().statusCode(200);
        String there = desk.submitted(form(Desk.ELSEWHERE, "51454"));
        refused(amended(there, form(Desk.ELSEWHERE, "21231")), "/request/bankId");
        amended(there, form(Desk.ELSEWHERE, "21054")).then().statusCode(200);
    }

    @Test
    void noOtherBankIsAskedThatDoesNotLendThere() {
        String id = desk.submitted(form("cm-dijon", "21231"));
        Topics.publish(
                new History(id, Map.of("officeId", Desk.OFFICE)).then("eligibility.assessed", "eligible", Map.of())
                        .then("commission.decided", "approved", Map.of()).then("bank.decided", "disagreed", Map.of())
                        .then("commission.concertation-waived", "one", Map.of())
                        .then("bank.finalised", "refused", Map.of("effectiveOn", "2008-10-10")).events());
        desk.awaitStage(id, "bank-refused");
        refused(desk.act(id, "another-bank", Map.of("bankId", Desk.ELSEWHERE, "consentGivenOn", "2008-10-12",
                "effectiveOn", "2008-10-12")), "/bankId");
    }

    /** Its territories are others from 2008-07-02 on: what is filed goes to it, and is amended as long as nobody moves. */
    @Test
    void whatWasFiledInTimeRunsOn() {
        String id = desk.submitted(form(Desk.SHRINKING, "21231"));
        Map<String, Object> smaller = form(Desk.SHRINKING, "21231");
        Desk.lend(Desk.SHRINKING, "2", List.of("51"));
        refused(handedIn(form(Desk.SHRINKING, "21231")), "/request/bankId");
        smaller.put("request", Desk.request("dijon", Desk.SHRINKING, 140_000, 18));
        amended(id, smaller).then().statusCode(200).body("revision", equalTo(2));
        Topics.publish(new History(id, Map.of("officeId", Desk.OFFICE, "revision", 2))
                .then("eligibility.assessed", "eligible", Map.of()).then("commission.decided", "approved", Map.of())
                .events());
        desk.awaitStage(id, "transmitted");
    }

    private static Map<String, Object> form(String bank, String commune) {
        Map<String, Object> form = Desk.form();
        Map<String, Object> household = new HashMap<>(Map.of("adults", 1, "childBirthDates", List.of("2002-03-01")));
        household.put("commune", commune);
        form.put("household", household);
        form.put("request", Desk.request("dijon", bank, 150_000, 18));
        return form;
    }

    private Response handedIn(Map<String, Object> form) {
        Desk.publishScheme();
        String id = desk.open(form).then().statusCode(201).extract().path("dossierId");
        return desk.act(id, "submission", Map.of("effectiveOn", DAY));
    }

    private Response amended(String id, Map<String, Object> form) {
        Map<String, Object> body = new HashMap<>(form);
        body.put("cause", "correction");
        body.put("effectiveOn", DAY);
        return desk.act(id, "amendments", body);
    }

    private static void refused(Response answer, String pointer) {
        answer.then().statusCode(422).body("errors.code", hasItem("bank-not-in-territory")).body("errors.pointer",
                hasItem(pointer));
    }
}
