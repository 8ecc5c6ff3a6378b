package fr.microcredit.commission;

import static fr.microcredit.commission.Commission.LIMIT;
import static fr.microcredit.commission.Commission.db;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.Topics;

/**
 * A loan of 2,400 over 24 at 4.40 % (instalment 104.65) of an office and what its support commission is asked for: the seventh
 * instalment is missed. Interest in it is 6.67 of 1,819.61, so principal 97.98 and 1,721.63 left.
 */
final class SupportDesk {
    static final long INSTALMENT = 10_465;

    final Commission office;
    final String dossier = UUID.randomUUID().toString();
    private History history;

    SupportDesk(Commission office) {
        this.office = office;
        history = new History(dossier, Map.of("officeId", office.office, "bankId", Commission.BANK));
    }

    /** Not told to anybody yet. */
    SupportDesk then(String type, String example, Map<String, Object> overrides) {
        history.then(type, example, overrides);
        return this;
    }

    SupportDesk asks(String request, List<Integer> instalments, String on) {
        return then("dossier.support-asked", "one", Map.of("requestId", request, "instalments", instalments,
                "amountCents", INSTALMENT * instalments.size(), "effectiveOn", on));
    }

    SupportDesk paid(int number, String payer, String on) {
        return then("bank.instalment-paid", "first", Map.of("number", number, "payer", payer, "amountCents", INSTALMENT,
                "principalCents", 9_798, "interestCents", 667, "outstandingCents", 172_163, "effectiveOn", on));
    }

    SupportDesk received(int line, String payer, long cents, String on) {
        return then("bank.payment-received", "part", Map.of("line", line, "payer", payer, "amountCents", cents,
                "principalCents", cents - 100, "interestCents", 100, "overpaidCents", 0, "effectiveOn", on));
    }

    List<TestEvent> events() {
        List<TestEvent> events = history.events();
        history = history.continued();
        return events;
    }

    List<TestEvent> shuffled(long seed) {
        List<TestEvent> events = history.shuffled(seed);
        history = history.continued();
        return events;
    }

    void tell() {
        Topics.publish(events());
    }

    /** The request is told of and waits. */
    String waits(List<Integer> instalments, String on) {
        String request = UUID.randomUUID().toString();
        asks(request, instalments, on).tell();
        await(request, "waiting");
        return request;
    }

    void await(String request, String status) {
        Await.until(LIMIT, () -> "the request is " + status + ", not " + status(request),
                () -> status.equals(status(request)));
    }

    String status(String request) {
        return office.president().get("/support-requests").jsonPath().getString(of(request) + ".status");
    }

    /** Path to a request in the list. */
    static String of(String request) {
        return "find { it.requestId == '" + request + "' }";
    }

    static Response set(Commission office, long yearly, long perDossier, Long perYear) {
        Map<String, Object> form = new HashMap<>(Map.of("budgetLine", "6562 Aides", "yearlyBudgetCents", yearly,
                "perDossierCents", perDossier, "effectiveOn", "2009-01-01"));
        form.put("perYearAndDossierCents", perYear);
        return office.manager().body(form).put("/support-settings");
    }

    Response grant(String request, String on) {
        return decide(request, Map.of("decision", "granted", "reasons", List.of(), "decidedOn", on));
    }

    Response decide(String request, Map<String, Object> form) {
        return office.president().body(form).post("/support-requests/" + request + "/decision");
    }

    Response withdraw(String request, String on) {
        return office.president().body(Map.of("why", "situation-changed", "withdrawnOn", on))
                .post("/support-requests/" + request + "/withdrawal");
    }

    /** Cents that a grant counts against the budget. */
    static long counts(String request) {
        return db().number("select counts_cents from support_grant where request_id = cast(? as uuid)", request);
    }

    String document() {
        return db().rows("select document::text from support where key = ?", dossier).toString();
    }

    /** As many events of a topic are applied. */
    void awaitApplied(String topic, int last) {
        Await.until(LIMIT, () -> last + " of " + topic + " are applied", () -> List.of(String.valueOf(last)).equals(
                db().rows("select last from stream_progress where topic = ? and key = ?", topic, dossier)));
    }
}
