package fr.microcredit.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.response.Response;

import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.Topics;

/**
 * Every act of an office in every stage over HTTP: what is not possible is refused for the stage and told what is, and changes
 * nothing. That what is possible is not refused so shows {@code PossibleActsTest}.
 */
@OnTestPlatform
class ActsByStageTest {
    /** Approved after the last day of its bank. */
    private static final String BANK_GONE = "approved-and-gone";
    private static final String OTHER_DAY = "2008-12-30";
    /** By its address the example that is sent. */
    private static final Map<String, String> ACTS = new TreeMap<>(Map.ofEntries(
            Map.entry("submission", "DossierResource_submit"), Map.entry("amendments", "AmendmentResource_amend"),
            Map.entry("alternative", "AmendmentResource_alternative"),
            Map.entry("return", "AmendmentResource_giveBack"), Map.entry("receipts", "AmendmentResource_received"),
            Map.entry("applicant-correction", "AmendmentResource_correct"),
            Map.entry("transmission", "DossierResource_transmit"),
            Map.entry("withdrawal", "DossierResource_withdraw"),
            Map.entry("another-bank", "OutcomeResource_anotherBank"),
            Map.entry("proposal-agreement", "OutcomeResource_agree"),
            Map.entry("proposal-refusal", "OutcomeResource_refuse"), Map.entry("closure", "OutcomeResource_close"),
            Map.entry("conditions", "ConditionResource_fulfil"),
            Map.entry("bank-reminder", "ReminderResource_remind"),
            Map.entry("difficulty-steps", "DifficultyResource_step"),
            Map.entry("deferral-request", "LoanRequestResource_deferral"),
            Map.entry("support-request", "LoanRequestResource_support"),
            Map.entry("over-indebtedness", "LoanRequestResource_overIndebtedness"),
            Map.entry("entrustment", "DossierResource_entrust"), Map.entry("change", "DossierResource_change")));
    /** Beside the conflict of a stage: nothing is awaited, so nothing comes. */
    private static final String NOTHING_MISSING = "receipts";

    /** Its address has two parts, and it builds on the first of them. */
    private static final String STEPS = "difficulty-steps";

    /** Its bank takes it no more, whatever the stage. */
    private static final String LEFT = "bank-without-convention";

    private final Desk desk = Desk.ofDijon();

    @ParameterizedTest
    @ValueSource(strings = {"draft", "submitted", "needs-judgement", "eligible", "found-ineligible", "ineligible",
            "approved", "approved-and-gone", "refused", "transmitted", "amended", "bank-accepted", "bank-proposed",
            "bank-disagreed",
            "concerted", "bank-refused", "contracted", "disbursed", "in-default", "repaid", "written-off", "ended",
            "withdrawn", "not-lent", "abandoned"})
    void whatIsNotPossibleIsRefusedWithWhatIs(String stage) {
        String id = at(stage);
        Response before = desk.request().get("/dossiers/" + id);
        List<String> possible = before.jsonPath().getList("possible");
        assertEquals(stage.equals(BANK_GONE) || stage.equals("bank-refused"), possible.contains("another-bank"));
        int refused = 0;
        for (String act : ACTS.keySet()) {
            if (!possible.contains(act) && !(act.equals(NOTHING_MISSING) && possible.contains("return"))) {
                refused(id, act, possible);
                refused++;
            }
        }
        assertFalse(refused == 0, "in every stage something is not possible");
        assertEquals(before.asString(), desk.request().get("/dossiers/" + id).asString(), "nothing has changed");
        assertEquals(before.header("ETag"), desk.request().get("/dossiers/" + id).header("ETag"));
    }

    private void refused(String id, String act, List<String> possible) {
        String key = UUID.randomUUID().toString();
        Response first = send(id, act, key);
        assertEquals(409, first.statusCode(), () -> act + ": " + first.asString());
        assertEquals(act.equals("transmission") && desk.stage(id).equals("approved") ? LEFT : "dossier-stage",
                first.path("code"), act);
        assertEquals(possible, first.jsonPath().getList("possible"), act);
        Response again = send(id, act, key);
        assertEquals("true", again.header("Idempotent-Replayed"), act);
        assertEquals(possible, again.jsonPath().getList("possible"), act);
    }

    private Response send(String id, String act, String key) {
        Map<String, Object> body = new HashMap<>(example(ACTS.get(act)));
        body.put("effectiveOn", OTHER_DAY);
        String address = "/dossiers/" + id;
        String read = act.equals(STEPS) ? address + "/difficulty" : address;
        var request = desk.request(key).header("If-Match", desk.request().get(read).header("ETag")).body(body);
        return act.equals("change")
                ? request.put(address)
                : request.post(address + "/" + (act.equals(STEPS) ? "difficulty/steps" : act));
    }

    private static Map<String, Object> example(String name) {
        try (InputStream file = ActsByStageTest.class.getResourceAsStream("/openapi/examples/" + name + ".json")) {
            return TestEvent.JSON.readValue(file, TestEvent.JSON.getTypeFactory().constructMapType(HashMap.class,
                    String.class, Object.class));
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** A dossier there; what the office itself has done last was on 2008-10-20. */
    private String at(String stage) {
        Map<String, Object> form = Desk.form();
        if (stage.equals("draft")) {
            Desk.publishScheme();
            return desk.open(form).path("dossierId");
        }
        if (stage.equals("approved")) {
            form.put("consents", Map.of("transmission", "2008-07-01"));
        }
        if (stage.equals("in-default") || stage.equals("written-off")) {
            form.put("consents", Map.of("transmission", "2008-07-01", "incidentReports", "2008-07-01"));
        }
        if (stage.equals(BANK_GONE)) {
            form.put("request", Desk.request("dijon", Desk.GONE, 150_000, 18));
        }
        String id = desk.submitted(form);
        List<UnaryOperator<History>> way = way(stage);
        if (!way.isEmpty()) {
            History history = new History(id, Map.of("officeId", Desk.OFFICE, "effectiveOn", "2008-10-01"));
            for (UnaryOperator<History> step : way) {
                history = step.apply(history);
            }
            Topics.publish(history.events());
        }
        desk.awaitStage(id, reached(stage));
        officeEnds(id, stage);
        assertEquals(stage.equals(BANK_GONE) ? "approved" : stage, desk.stage(id));
        return id;
    }

    private static String reached(String stage) {
        return switch (stage) {
            case "withdrawn", "abandoned" -> "submitted";
            case "not-lent", "amended" -> "bank-refused";
            case BANK_GONE -> "approved";
            default -> stage;
        };
    }

    private void officeEnds(String id, String stage) {
        String day = "2008-10-20";
        switch (stage) {
            case "withdrawn" -> done(id, "withdrawal", Map.of("reason", "other-aid", "effectiveOn", day));
            case "abandoned" -> done(id, "closure", Map.of("outcome", "abandoned", "effectiveOn", day));
            case "not-lent" -> done(id, "closure", Map.of("outcome", "refused-by-bank", "effectiveOn", day));
            case "amended" -> done(id, "another-bank",
                    Map.of("bankId", "ce-bourgogne", "consentGivenOn", day, "effectiveOn", day));
            default -> {
            }
        }
    }

    private void done(String id, String act, Map<String, Object> body) {
        desk.act(id, act, body).then().statusCode(200);
    }

    private static List<UnaryOperator<History>> way(String stage) {
        List<UnaryOperator<History>> way = new ArrayList<>();
        switch (stage) {
            case "needs-judgement" -> way.add(each -> each.then("eligibility.assessed", "eligible",
                    Map.of("verdict", "needs-human")));
            case "found-ineligible" -> way.add(each -> each.then("eligibility.assessed", "ineligible", Map.of()));
            case "ineligible" -> {
                way.add(each -> each.then("eligibility.assessed", "ineligible", Map.of()));
                way.add(each -> each.then("eligibility.confirmed", "one", Map.of()));
            }
            case "eligible" -> way.add(eligible());
            case "approved" -> {
                way.add(eligible());
                way.add(each -> each.then("commission.decided", "approved", Map.of("effectiveOn", "2008-06-30")));
            }
            case "refused" -> {
                way.add(eligible());
                way.add(each -> each.then("commission.decided", "refused", Map.of()));
            }
            case "submitted", "withdrawn", "abandoned" -> {
            }
            default -> {
                way.add(eligible());
                way.add(each -> each.then("commission.decided", "approved", Map.of()));
                way.addAll(withTheBank(stage));
            }
        }
        return way;
    }

    private static UnaryOperator<History> eligible() {
        return each -> each.then("eligibility.assessed", "eligible", Map.of());
    }

    private static List<UnaryOperator<History>> withTheBank(String stage) {
        UnaryOperator<History> accepted = each -> each.then("bank.decided", "accepted", Map.of());
        UnaryOperator<History> disagreed = each -> each.then("bank.decided", "disagreed", Map.of());
        UnaryOperator<History> met = each -> each.then("commission.concertation-held", "unchanged", Map.of());
        UnaryOperator<History> contracted = each -> each.then("bank.contracted", "one", Map.of());
        UnaryOperator<History> disbursed = each -> each.then("bank.disbursed", "one", Map.of());
        return switch (stage) {
            case "bank-accepted" -> List.of(accepted);
            case "bank-proposed" -> List.of(accepted, each -> each.then("bank.proposed", "alone", Map.of()));
            case "bank-disagreed" -> List.of(disagreed);
            case "concerted" -> List.of(disagreed, met);
            case "bank-refused", "not-lent", "amended" -> List.of(disagreed, met,
                    each -> each.then("bank.finalised", "refused", Map.of()));
            case "contracted" -> List.of(accepted, contracted);
            case "disbursed" -> List.of(accepted, contracted, disbursed);
            case "in-default" -> List.of(accepted, contracted, disbursed,
                    each -> each.then("bank.accelerated", "afterThree", Map.of()));
            case "written-off", "ended" -> List.of(accepted, contracted, disbursed,
                    each -> each.then("bank.written-off", "one", Map.of()));
            case "repaid" -> List.of(accepted, contracted, disbursed,
                    each -> each.then("bank.repaid-in-full", "one", Map.of()));
            default -> List.of();
        };
    }
}
