package fr.microcredit.commission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.response.Response;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestTokens;

/**
 * Both acts on a request to the support commission wherever it stands, over HTTP: what is not possible is refused and told what
 * is, and changes nothing. That what is possible is accepted shows {@code SupportJourneyTest}.
 */
@OnTestPlatform
class SupportActsByStageTest {
    private static final Map<String, Map<String, Object>> ACTS = Map.of("decision",
            Map.of("decision", "refused", "reasons", List.of("other"), "decidedOn", "2009-06-20"), "withdrawal",
            Map.of("why", "other", "withdrawnOn", "2009-06-20"));

    private final SupportDesk desk = new SupportDesk(new Commission());

    @ParameterizedTest
    @CsvSource({"waiting, decision, withdrawal support-not-granted", "granted, withdrawal, decision support-decided",
            "begun, -, decision support-decided withdrawal support-paid",
            "paid, -, decision support-decided withdrawal support-paid",
            "withdrawn, -, decision support-decided withdrawal support-not-granted",
            "lapsed, -, decision support-lapsed withdrawal support-not-granted",
            "grant-lapsed, -, decision support-decided withdrawal support-not-granted",
            "refused, -, decision support-decided withdrawal support-not-granted"})
    void whatIsNotPossibleIsRefusedWithWhatIs(String stage, String possible, String refused) {
        String request = reach(stage);
        String before = desk.document();
        String[] words = refused.split(" ");
        for (int at = 0; at < words.length; at += 2) {
            refused(request, words[at], words[at + 1], possible.equals("-") ? List.of() : List.of(possible));
        }
        assertEquals(before, desk.document(), "nothing has changed");
    }

    private void refused(String request, String act, String code, List<String> possible) {
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            Response answer = Commission.as(TestTokens.office(desk.office.office, Roles.COMMISSION_PRESIDENT), key)
                    .body(ACTS.get(act)).post("/support-requests/" + request + "/" + act);
            assertEquals(409, answer.statusCode(), () -> act + ": " + answer.asString());
            assertEquals(code, answer.path("code"), act);
            assertEquals(possible, answer.jsonPath().getList("possible"), act);
            assertEquals(time == 0 ? null : "true", answer.header("Idempotent-Replayed"), act);
        }
    }

    private String reach(String stage) {
        SupportDesk.set(desk.office, 100_000, 100_000, null).then().statusCode(200);
        String request = desk.waits(List.of(1, 2), "2009-06-09");
        switch (stage) {
            case "waiting" -> {
            }
            case "lapsed" -> {
                desk.then("bank.accelerated", "afterThree", Map.of("effectiveOn", "2009-06-10")).tell();
                desk.await(request, "lapsed");
            }
            case "refused" -> desk.decide(request, Map.of("decision", "refused", "reasons",
                    List.of("repayment-not-sustainable"), "decidedOn", "2009-06-11")).then().statusCode(200);
            default -> afterItsGrant(request, stage);
        }
        return request;
    }

    private void afterItsGrant(String request, String stage) {
        desk.grant(request, "2009-06-11").then().statusCode(200);
        switch (stage) {
            case "begun" -> {
                desk.paid(1, "support-commission", "2009-06-12").tell();
                desk.awaitApplied("microcredit.bank", 1);
            }
            case "paid" -> {
                desk.paid(1, "support-commission", "2009-06-12").paid(2, "support-commission", "2009-07-05").tell();
                desk.await(request, "paid");
            }
            case "withdrawn" -> desk.withdraw(request, "2009-06-12").then().statusCode(200);
            case "grant-lapsed" -> {
                desk.paid(2, "borrower", "2009-06-12").tell();
                desk.await(request, "lapsed");
            }
            default -> {
            }
        }
    }
}
