package fr.microcredit.bank;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestTokens;

/** A bank at work, for tests. */
final class Counter {
    static final String BANK = "cm-dijon";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String token;

    Counter(String bank) {
        this.token = TestTokens.bank(bank, Roles.BANK_CLIENT);
    }

    RequestSpecification request() {
        return given().auth().oauth2(token).contentType("application/json").header("Idempotency-Key",
                UUID.randomUUID().toString());
    }

    Response file(String id) {
        return request().get("/files/" + id);
    }

    Response act(String id, String act, Map<String, Object> body) {
        return request().header("If-Match", file(id).header("ETag")).body(body).post("/files/" + id + "/" + act);
    }

    Response decide(String id, String decision, String on) {
        return act(id, "decision", form(decision, on));
    }

    Response finalise(String id, String decision, String on) {
        return act(id, "final-decision", form(decision, on));
    }

    private static Map<String, Object> form(String decision, String on) {
        Map<String, Object> form = new HashMap<>();
        form.put("decision", decision);
        form.put("reasons", decision.equals("accepted") ? List.of() : List.of("amount-too-high"));
        form.put("decidedOn", on);
        return form;
    }

    Response contract(String id) {
        return act(id, "contract", Map.of("signedOn", "2008-10-01", "firstDueOn", "2008-11-05"));
    }

    Response disburse(String id) {
        return act(id, "disbursement", Map.of("disbursedOn", "2008-10-10"));
    }

    Response pay(String id, int number, String on) {
        int cents = request().get("/loans/" + id).path("schedule[" + (number - 1) + "].paymentCents");
        return request().body(Map.of("amountCents", cents, "payer", "borrower", "paidOn", on))
                .post("/loans/" + id + "/instalments/" + number + "/payment");
    }

    /** Something about a loan. */
    Response report(String id, String act, Map<String, Object> body) {
        return request().body(body).post("/loans/" + id + "/" + act);
    }

    void awaitStep(String id, String step) {
        Await.until(LIMIT, () -> "next step " + step + ", found " + file(id).asString(),
                () -> step.equals(file(id).path("nextStep")));
    }
}
