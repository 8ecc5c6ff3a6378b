package fr.microcredit.commission;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/** An office of its own for each test, with its commission, and one dossier. */
final class Commission {
    /** Of the golden examples. */
    static final String BANK = "cm-dijon";
    static final Duration LIMIT = Duration.ofSeconds(30);

    final String id = UUID.randomUUID().toString();
    final String office = "ccas-" + UUID.randomUUID().toString().substring(0, 8);

    static RequestSpecification as(String token) {
        return as(token, UUID.randomUUID().toString());
    }

    static RequestSpecification as(String token, String key) {
        return given().auth().oauth2(token).contentType("application/json").header("Idempotency-Key", key);
    }

    RequestSpecification secretary() {
        return as(TestTokens.office(office, Roles.COMMISSION_SECRETARY));
    }

    RequestSpecification president() {
        return as(TestTokens.office(office, Roles.COMMISSION_PRESIDENT));
    }

    RequestSpecification manager() {
        return as(TestTokens.office(office, Roles.OFFICE_MANAGER));
    }

    String convene(String heldOn) {
        return secretary().body(Map.of("heldOn", heldOn)).post("/sessions").then().statusCode(201).extract()
                .path("sessionId");
    }

    /** An act on a session, with the version it has now. */
    Response act(String session, String act, Map<String, Object> body) {
        RequestSpecification request = president().header("If-Match",
                president().get("/sessions/" + session).header("ETag"));
        return (body == null ? request : request.body(body)).post("/sessions/" + session + act);
    }

    void open(String session) {
        act(session, "/opening", Map.of("capacity", "elected-representative")).then().statusCode(200);
    }

    Response decide(String session, String decision, List<String> reasons) {
        return decide(session, 1, decision, reasons);
    }

    Response decide(String session, int revision, String decision, List<String> reasons) {
        return president().body(decision(revision, decision, reasons)).post("/sessions/" + session + "/decisions");
    }

    Map<String, Object> decision(String decision, List<String> reasons) {
        return decision(1, decision, reasons);
    }

    private Map<String, Object> decision(int revision, String decision, List<String> reasons) {
        return Map.of("dossierId", id, "revision", revision, "decision", decision, "reasons", reasons);
    }

    Response meet(Map<String, Object> form) {
        return manager().body(form).post("/concertations/" + id + "/" + BANK + "/meetings");
    }

    History history(Map<String, Object> overrides) {
        return new History(id, Map.of("officeId", office)).then("eligibility.assessed", "eligible", overrides);
    }

    void arrive(History history, String status) {
        Topics.publish(history.events());
        awaitStatus(status);
    }

    void awaitStatus(String status) {
        Await.until(LIMIT, () -> "the request is " + status, () -> List.of(status)
                .equals(db().rows("select status from request where key = ?", id)));
    }

    void awaitSent() {
        Await.until(LIMIT, () -> "the transmission is known", () -> List.of("true")
                .equals(db().rows("select document ->> 'sent' from request where key = ?", id)));
    }

    /** Approved on 2008-09-22. */
    void approved() {
        arrive(history(Map.of()), "waiting");
        String session = convene("2008-09-22");
        open(session);
        decide(session, "approved", List.of()).then().statusCode(200);
    }

    TestEvent disagreement(String on) {
        return new History(id, Map.of("officeId", office)).then("bank.decided", "disagreed",
                Map.of("effectiveOn", on)).events().get(0);
    }

    /** Approved, and the bank has disagreed on 2008-09-25. */
    void disagreed() {
        approved();
        Topics.publish(disagreement("2008-09-25"));
        awaitDisagreement("open");
    }

    void awaitDisagreement(String status) {
        Await.until(LIMIT, () -> "the disagreement is " + status, () -> List.of(status)
                .equals(db().rows("select status from disagreement where key = ?", id + "/" + BANK)));
    }

    /** A further assessment of the request, as the second event of its history. */
    void reassessed(int revision, String verdict, String on) {
        Topics.publish(history(Map.of()).then("eligibility.assessed", "eligible",
                Map.of("revision", revision, "verdict", verdict, "effectiveOn", on)).events().get(1));
        Await.until(LIMIT, () -> "revision " + revision + " is known", () -> db().number(
                "select (document #>> '{assessed,revision}')::int from request where key = ?", id) == revision);
    }

    long audited(String act) {
        return db().number("select count(*) from audit_entry where subject like ? and act = ?", id + "%", act);
    }

    static Database db() {
        return TestPlatform.running().db();
    }
}
