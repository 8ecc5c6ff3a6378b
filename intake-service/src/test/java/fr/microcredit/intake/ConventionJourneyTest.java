package fr.microcredit.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.Topics;

/** A bank leaves on 2008-10-31: it takes no new file from the day after, and keeps what it has. */
@OnTestPlatform
class ConventionJourneyTest {
    private static final String BANK = "bank-that-leaves";
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

    private String submitted() {
        Map<String, Object> form = Desk.form();
        form.put("request", Desk.request("dijon", BANK, 150_000, 18));
        return desk.submitted(form);
    }

    private static void approve(String id, String on) {
        Topics.publish(
                new History(id, Map.of("officeId", Desk.OFFICE)).then("eligibility.assessed", "eligible", Map.of())
                        .then("commission.decided", "approved", Map.of("effectiveOn", on)).events());
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
