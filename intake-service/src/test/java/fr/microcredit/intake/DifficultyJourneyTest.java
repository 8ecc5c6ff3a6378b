package fr.microcredit.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Contracts;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.Topics;

/** A loan in difficulty at its office: under consent a task, a ladder of steps, and an end by what bank and commission tell. */
@OnTestPlatform
class DifficultyJourneyTest {
    /** An office of its own, so that no other test's loans are missed here. */
    private static final String OFFICE = "ccas-des-retards";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Desk desk = new Desk(OFFICE, "an-agent", "Alix Exemple");
    private final Desk colleague = new Desk(OFFICE, "a-colleague", "Sacha Exemple");

    @Test
    void aMissedInstalmentIsATaskUntilItIsPaid() {
        String id = desk.submitted(form(true));
        History missed = lent(id).then("bank.instalment-missed", "seventh", LoanStory.instalment(2));
        Topics.publish(missed.events());
        String task = "find { it.dossierId == '" + id + "' }.";
        Await.until(LIMIT, () -> "a task is there", () -> tasks().contains(id));
        desk.request().get("/tasks?agent=me").then().statusCode(200).body(task + "kind", equalTo("missed-instalment"))
                .body(task + "about", equalTo("call")).body(task + "since", equalTo("2008-12-05"))
                .body(task + "inTimeOn", equalTo("2008-12-07")).body(task + "overdue", equalTo(true))
                .body(task + "instalments", equalTo(List.of(2))).body(task + "bankId", equalTo("cm-dijon"))
                .body(task + "reminded", equalTo(null));
        colleague.request().get("/tasks?agent=me").then().body("dossierId", not(hasItem(id)));
        Desk.ofDijon().request().get("/tasks").then().body("dossierId", not(hasItem(id)));

        step(id, Map.of("kind", "call", "outcome", "not-reached", "effectiveOn", "2008-12-06")).then().statusCode(200)
                .body("toDo.what", equalTo("call-again")).body("toDo.inTimeOn", equalTo("2008-12-08"));
        step(id, Map.of("kind", "call", "outcome", "reached", "note", "Fiche de paie en retard", "effectiveOn",
                "2008-12-08")).then().statusCode(200).body("steps[0].note", equalTo("Fiche de paie en retard"))
                .body("steps[0].by", equalTo("an-agent")).body("steps.kind", equalTo(List.of("call", "call")));
        desk.request().get("/tasks").then().body(task + "about", equalTo("deferral-information"))
                .body(task + "inTimeOn", equalTo("2008-12-10"));
        step(id, Map.of("kind", "deferral-information", "outcome", "declined", "effectiveOn", "2008-12-09")).then()
                .statusCode(200).body("toDo.what", equalTo("follow-up"));
        assertTrue(sentences(id).contains("L'emprunteur est informé qu'une échéance peut être reportée : refus."));

        Topics.publish(missed.continued()
                .then("bank.instalment-paid", "first", with(LoanStory.instalment(2), "2008-12-15")).events());
        LoanStory.awaitState(desk, id, "running");
        assertFalse(tasks().contains(id), "paid and gone");
        desk.request().get("/dossiers/" + id + "/difficulty").then()
                .body("missed[0].closed.by", equalTo("paid")).body("missed[0].closed.on", equalTo("2008-12-15"))
                .body("steps.size()", equalTo(3)).body("nextDueOn", equalTo("2009-01-05"));
        step(id, Map.of("kind", "call", "outcome", "reached", "effectiveOn", "2008-12-16")).then().statusCode(409)
                .body("code", equalTo("dossier-stage")).body("possible", not(hasItem("difficulty-steps")))
                .body("possible", hasItem("deferral-request"));
    }

    @Test
    void withoutConsentNothingReachesTheOffice() {
        String id = desk.submitted(form(false));
        Topics.publish(lent(id).then("bank.instalment-missed", "seventh", LoanStory.instalment(2))
                .then("bank.accelerated", "afterThree", Map.of("effectiveOn", "2009-03-01"))
                .then("bank.claim-filed", "afterThree", Map.of("effectiveOn", "2009-03-02"))
                .then("bank.payment-received", "part", Map.of("effectiveOn", "2009-03-03")).events());
        Await.until(LIMIT, () -> "the last word is there", () -> desk.timeline(id).contains("bank.payment-received"));
        assertFalse(tasks().contains(id));
        assertEquals("disbursed", desk.stage(id));
        assertEquals("running", LoanStory.state(desk, id));
        assertTrue(desk.timeline(id).stream().noneMatch(type -> type.contains("missed") || type.contains("claim")
                || type.contains("accelerated")));
        desk.request().get("/dossiers/" + id + "/difficulty").then().body("missed", equalTo(List.of()));
        desk.request().queryParam("stage", "in-default").queryParam("limit", 200).get("/dossiers").then()
                .body("items.dossierId", not(hasItem(id)));
        step(id, Map.of("kind", "call", "outcome", "reached", "effectiveOn", "2009-03-04")).then().statusCode(409);
        Topics.publish(lent(id).then("bank.instalment-missed", "seventh", Map.of())
                .then("bank.accelerated", "afterThree", Map.of()).then("bank.claim-filed", "afterThree", Map.of())
                .then("bank.payment-received", "part", Map.of()).continued()
                .then("bank.written-off", "one", Map.of("effectiveOn", "2009-06-01")).events());
        desk.awaitStage(id, "ended");
        assertEquals("written-off", closed(id));
        assertEquals("over", LoanStory.state(desk, id));
    }

    @Test
    void aDefaultIsAStageAndItsEndsAreEnds() {
        String id = desk.submitted(form(true));
        History story = lent(id).then("bank.instalment-missed", "seventh", LoanStory.instalment(2))
                .then("bank.accelerated", "afterThree", Map.of("effectiveOn", "2009-03-01"));
        Topics.publish(story.events());
        desk.awaitStage(id, "in-default");
        assertFalse(tasks().contains(id));
        assertTrue(desk.found(Map.of("stage", "in-default")).contains(id));
        desk.request().get("/dossiers/" + id).then().body("possible", hasItem("difficulty-steps"))
                .body("possible", not(hasItem("deferral-request"))).body("possible", hasItem("over-indebtedness"));
        ask(id, "deferral-request", Map.of("months", 2, "effectiveOn", "2009-03-02")).then().statusCode(409)
                .body("code", equalTo("dossier-stage"));
        step(id, Map.of("kind", "visit", "outcome", "reached", "effectiveOn", "2009-03-02")).then().statusCode(200)
                .body("state", equalTo("in-default"));
        String other = desk.submitted(form(true));
        Topics.publish(lent(other).then("bank.accelerated", "afterThree", Map.of("effectiveOn", "2009-03-01"))
                .then("bank.written-off", "one", Map.of("effectiveOn", "2009-06-01"))
                .then("bank.recovery-received", "first", Map.of("effectiveOn", "2009-07-01")).events());
        desk.awaitStage(other, "written-off");
        assertEquals("written-off", closed(other));
        Topics.publish(story.continued().then("bank.repaid-in-full", "one", Map.of("effectiveOn", "2009-09-01"))
                .events());
        desk.awaitStage(id, "repaid");
        assertEquals("repaid", closed(id));
        assertEquals("over", LoanStory.state(desk, id));
    }

    @Test
    void aDeferralIsAskedOfTheBankAndItsTableAnswers() {
        String id = open();
        ask(id, "deferral-request", Map.of("months", 4, "effectiveOn", "2008-12-08")).then().statusCode(422);
        ask(id, "deferral-request", Map.of("months", 2, "effectiveOn", "2008-12-08")).then().statusCode(200)
                .body("toDo.what", equalTo("bank-answer")).body("deferrals[0].months", equalTo(2))
                .body("steps[0].kind", equalTo("deferral-asked"));
        TestEvent asked = Topics.awaitOne("microcredit.dossier", id, "fr.microcredit.dossier.deferral-asked");
        assertEquals("{\"months\":2}", asked.data().toString());
        assertEquals("cm-dijon", asked.attributes().get("bankId"));
        ask(id, "deferral-request", Map.of("months", 1, "effectiveOn", "2008-12-09")).then().statusCode(409)
                .body("code", equalTo("deferral-pending"));
        Topics.publish(lent(id).then("bank.instalment-missed", "seventh", Map.of()).continued()
                .then("bank.deferred", "twoMonths", Map.of("effectiveOn", "2008-12-12", "table", LoanStory.table(2, 2)))
                .events());
        LoanStory.awaitState(desk, id, "running");
        assertFalse(tasks().contains(id));
        desk.request().get("/dossiers/" + id + "/difficulty").then().body("missed[0].closed.by", equalTo("taken-up"))
                .body("deferrals[0].answer.granted", equalTo(true)).body("nextDueOn", equalTo("2009-02-05"))
                .body("steps.kind", equalTo(List.of("bank-answer", "deferral-asked")));
        assertTrue(sentences(id)
                .contains("La banque reporte les échéances de 2 mois ; intérêts de ces mois : ajoutés à la fin."));
    }

    /** At most two months at once by the bank's convention, and five days in which a rejected debit may be paid yet. */
    @Test
    void whatAConventionSaysHolds() {
        String id = desk.submitted(form(true));
        ObjectNode terms = lent(id).events().get(0).data().path("terms").deepCopy();
        terms.putObject("repayment").put("imputation", "interest-first").put("representationDays", 5)
                .put("deferralInterest", "forgiven").put("deferralMonths", 2);
        Topics.publish(LoanStory.paidOut(id, OFFICE, Map.of("terms", terms))
                .then("bank.instalment-missed", "seventh", LoanStory.instalment(2))
                .then("bank.instalment-paid", "first", with(LoanStory.instalment(2), "2008-12-08"))
                .then("bank.instalment-missed", "seventh", LoanStory.instalment(3))
                .then("bank.instalment-paid", "first", with(LoanStory.instalment(3), "2009-01-20"))
                .then("bank.corrected", "slip",
                        Map.of("effectiveOn", "2009-01-22", "instalmentsPaid", 2, "missedInstalments", 1))
                .events());
        LoanStory.awaitState(desk, id, "open");
        Await.until(LIMIT, () -> "the last word is there", () -> desk.timeline(id).contains("bank.corrected"));
        desk.request().get("/tasks").then().body("find { it.dossierId == '" + id + "' }.instalments",
                equalTo(List.of(3)));
        ask(id, "deferral-request", Map.of("months", 3, "effectiveOn", "2009-01-23")).then().statusCode(422)
                .body("errors.code", hasItem("deferral-too-long"));
        ask(id, "deferral-request", Map.of("months", 2, "effectiveOn", "2009-01-23")).then().statusCode(200);
    }

    @Test
    void theSupportCommissionIsAskedAndAnswers() {
        String id = open();
        String report = "Canari" + UUID.randomUUID();
        Map<String, Object> body = Map.of("instalments", List.of(3, 2), "report", report, "effectiveOn", "2008-12-08");
        List<Integer> both = atOnce(() -> ask(desk, id, "support-request", body),
                () -> ask(colleague, id, "support-request", body));
        assertEquals(List.of(200, 422), both, "two agents ask once");
        TestEvent asked = Topics.awaitOne("microcredit.dossier", id, "fr.microcredit.dossier.support-asked");
        assertEquals("[2,3]", asked.data().path("instalments").toString());
        assertEquals(16_798, asked.data().path("amountCents").asInt(), "2 x 83.99");
        assertFalse(asked.data().toString().contains(report));
        String requestId = asked.data().path("requestId").asText();
        new Desk(OFFICE, "secretary", "Dominique Exemple", Roles.COMMISSION_SECRETARY).request()
                .get("/dossiers/" + id + "/support-requests").then().statusCode(200)
                .body("[0].requestId", equalTo(requestId)).body("[0].report", equalTo(report));
        new Desk(OFFICE, "secretary", "Dominique Exemple", Roles.COMMISSION_SECRETARY).request()
                .get("/dossiers/" + id + "/difficulty").then().statusCode(403);
        Desk.ofDijon().request().get("/dossiers/" + id + "/support-requests").then().statusCode(404);
        Topics.publish(lent(id).continued()
                .then("commission.support-granted", example("support-granted"),
                        Map.of("requestId", requestId, "effectiveOn", "2008-12-15", "instalments", List.of(2, 3)))
                .events());
        Await.until(LIMIT, () -> "the commission has answered", () -> Boolean.TRUE.equals(desk.request()
                .get("/dossiers/" + id + "/difficulty").path("supportRequests[0].answer.granted")));
        desk.request().get("/tasks").then().body("find { it.dossierId == '" + id + "' }.about", equalTo("follow-up"));
        assertNowhere(report, id);
    }

    /** Code de la consommation, L721-3 and L722-5. */
    @Test
    void aFilingLeavesNoTraceUntilItIsAdmissible() {
        String id = open();
        int before = dossierEvents(id);
        String filed = "Canari" + UUID.randomUUID();
        step(id, Map.of("kind", "note", "note", filed, "effectiveOn", "2008-12-06")).then().statusCode(200);
        ask(id, "over-indebtedness", Map.of("step", "inadmissible", "on", "2008-12-07", "effectiveOn", "2008-12-08"))
                .then().statusCode(409).body("code", equalTo("procedure-step"));
        ask(id, "over-indebtedness", Map.of("step", "filed", "on", "2008-12-07", "effectiveOn", "2008-12-08")).then()
                .statusCode(200).body("overIndebtedness[0].stage", equalTo("filed"))
                .body("toDo.what", equalTo("admissibility"));
        assertEquals(2, sentences(id).stream().filter("Une note est écrite sur le prêt."::equals).count(),
                "the note and the filing look alike");
        assertTrue(desk.timeline(id).stream().noneMatch(type -> type.contains("indebtedness")));
        assertEquals(0, TestPlatform.running().db().number("select count(*) from audit_entry a where a.subject = ?"
                + " and (a.act like '%indebted%' or a.detail like '%filed%')", id));
        ask(id, "deferral-request", Map.of("months", 1, "effectiveOn", "2008-12-09")).then().statusCode(200);
        assertEquals(before + 1, dossierEvents(id), "of the filing nobody was told");
        assertNowhere(filed, id);
        ask(id, "over-indebtedness", Map.of("step", "admissible", "on", "2009-01-20", "effectiveOn", "2009-01-21"))
                .then().statusCode(200).body("toDo", equalTo(null));
        TestEvent told = Topics.awaitOne("microcredit.dossier", id,
                "fr.microcredit.dossier.over-indebtedness-admitted");
        assertEquals("{\"admittedOn\":\"2009-01-20\"}", told.data().toString());
        assertFalse(tasks().contains(id), "payments stop");
        ask(id, "support-request", Map.of("instalments", List.of(2), "report", "x", "effectiveOn", "2009-01-22")).then()
                .statusCode(409).body("code", equalTo("dossier-stage"))
                .body("possible", not(hasItem("support-request")));
    }

    @Test
    void twoAgentsWhoHaveReadTheSameDoNotBothWrite() {
        String id = open();
        String etag = desk.request().get("/dossiers/" + id + "/difficulty").header("ETag");
        Map<String, Object> call = Map.of("kind", "call", "outcome", "reached", "effectiveOn", "2008-12-06");
        List<Integer> both = atOnce(() -> step(desk, id, etag, call), () -> step(colleague, id, etag, call));
        assertEquals(List.of(200, 412), both);
        desk.request().get("/dossiers/" + id + "/difficulty").then().body("steps.size()", equalTo(1));
    }

    @Test
    void aStepIsNotDatedBeforeWhatItFollows() {
        String id = open();
        step(id, Map.of("kind", "call", "outcome", "reached", "effectiveOn", "2008-12-04")).then().statusCode(422)
                .body("errors.code", hasItem("date-before-previous-step"));
        step(id, Map.of("kind", "call", "outcome", "reached", "effectiveOn", "2008-12-08")).then().statusCode(200);
        ask(id, "deferral-request", Map.of("months", 1, "effectiveOn", "2008-12-07")).then().statusCode(422)
                .body("errors.code", hasItem("date-before-previous-step"));
        step(id, Map.of("kind", "call", "outcome", "awaited", "effectiveOn", "2008-12-08")).then().statusCode(422)
                .body("errors.code", hasItem("outcome-does-not-fit"));
        Desk.ofDijon().request().get("/dossiers/" + id + "/difficulty").then().statusCode(404);
        Desk.ofDijon().request().body(Map.of("months", 1)).post("/dossiers/" + id + "/deferral-request").then()
                .statusCode(404);
    }

    /** The second instalment is missed. */
    private String open() {
        String id = desk.submitted(form(true));
        Topics.publish(lent(id).then("bank.instalment-missed", "seventh", LoanStory.instalment(2)).events());
        LoanStory.awaitState(desk, id, "open");
        return id;
    }

    private static History lent(String id) {
        return LoanStory.paidOut(id, OFFICE);
    }

    private static Map<String, Object> form(boolean consent) {
        Map<String, Object> form = Desk.form();
        if (consent) {
            form.put("consents", Map.of("transmission", "2008-07-01", "incidentReports", "2008-07-01"));
        }
        return form;
    }

    private static Map<String, Object> with(Map<String, Object> report, String day) {
        Map<String, Object> later = new HashMap<>(report);
        later.put("effectiveOn", day);
        return later;
    }

    private Response step(String id, Map<String, Object> body) {
        return step(desk, id, desk.request().get("/dossiers/" + id + "/difficulty").header("ETag"), body);
    }

    private static Response step(Desk who, String id, String etag, Map<String, Object> body) {
        return who.request().header("If-Match", etag).body(body).post("/dossiers/" + id + "/difficulty/steps");
    }

    private Response ask(String id, String act, Map<String, Object> body) {
        return ask(desk, id, act, body);
    }

    private static Response ask(Desk who, String id, String act, Map<String, Object> body) {
        return who.request().body(body).post("/dossiers/" + id + "/" + act);
    }

    private static List<Integer> atOnce(Supplier<Response> one, Supplier<Response> other) {
        return Stream.of(CompletableFuture.supplyAsync(one), CompletableFuture.supplyAsync(other)).toList().stream()
                .map(CompletableFuture::join).map(Response::statusCode).sorted().toList();
    }

    private List<String> tasks() {
        return desk.request().get("/tasks?agent=me").jsonPath().getList("dossierId", String.class);
    }

    private List<String> sentences(String id) {
        return desk.request().header("Accept-Language", "fr").get("/dossiers/" + id + "/timeline").jsonPath()
                .getList("sentence", String.class);
    }

    private static String closed(String id) {
        return Topics.awaitOne("microcredit.dossier", id, "fr.microcredit.dossier.closed").data().path("outcome")
                .asText();
    }

    private static String example(String name) {
        return Contracts.publishing("fr.microcredit.commission." + name)
                .examples("fr.microcredit.commission." + name, 1).keySet().iterator().next();
    }

    private static int dossierEvents(String id) {
        return (int) TestPlatform.running().db().number("select coalesce(max(last), 0) from outbox_sequence"
                + " where topic = 'microcredit.dossier' and key = ?", id);
    }

    /** What an agent has written stands in the office's own row and nowhere else. */
    private static void assertNowhere(String text, String id) {
        for (String topic : List.of("microcredit.dossier", "microcredit.situation", "microcredit.identity")) {
            assertTrue(Topics.read(topic).stream().filter(message -> id.equals(message.key()))
                    .noneMatch(message -> new String(message.value(), StandardCharsets.UTF_8).contains(text)), topic);
        }
        for (String table : List.of("outbox", "audit_entry", "idempotency", "timeline_entry")) {
            assertEquals(0, TestPlatform.running().db().number(
                    "select count(*) from " + table + " t where t::text like '%' || ? || '%'", text), table);
        }
    }
}
