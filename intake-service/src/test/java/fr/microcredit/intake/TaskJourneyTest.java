package fr.microcredit.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.task.NoteTasks;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.Topics;

/** A bank that does not answer in the days of its convention is something to see to, and nothing else. */
@OnTestPlatform
class TaskJourneyTest {
    /** An office of its own, so that no other test's dossiers are late here. */
    private static final String OFFICE = "ccas-des-taches";
    private static final String SENT_ON = "2008-09-20";

    private final Desk desk = new Desk(OFFICE, "an-agent", "Alix Exemple");

    @Inject
    NoteTasks note;
    @Inject
    Transactions transactions;

    @Test
    void aSilentBankIsSomethingToSeeToUntilItAnswers() throws Throwable {
        String id = sent(21);
        assertEquals(Optional.of(LocalDate.parse("2008-10-11")), nextDue("2008-10-01", "2008-10-31"));
        dayEnd("2008-10-10");
        assertTrue(sentences(id).stream().noneMatch(each -> each.contains("convention")), "in time still");
        dayEnd("2008-10-11");
        dayEnd("2008-10-12");
        assertEquals(1, sentences(id).stream().filter(each -> each.equals(
                "La banque, saisie le 20 septembre 2008, n'a pas répondu dans le délai de sa convention.")).count());
        assertEquals(Optional.empty(), nextDue("2008-10-12", "2008-10-31"),
                "what is said once is no work of later days");
        assertEquals("transmitted", desk.stage(id), "its silence decides nothing");

        String task = "find { it.dossierId == '" + id + "' }.";
        desk.request().get("/tasks?agent=me").then().statusCode(200).body(task + "kind", equalTo("bank-silent"))
                .body(task + "about", equalTo("decision")).body(task + "since", equalTo(SENT_ON))
                .body(task + "inTimeOn", equalTo("2008-10-11")).body(task + "bankId", equalTo("cm-dijon"))
                .body(task + "agent", equalTo("an-agent")).body(task + "reminded", equalTo(null));
        desk.act(id, "bank-reminder", Map.of("way", "telephone", "effectiveOn", "2008-10-13")).then().statusCode(200)
                .body("possible", hasItem("bank-reminder"));
        desk.request().get("/tasks").then().body(task + "reminded.on", equalTo("2008-10-13"))
                .body(task + "reminded.times", equalTo(1));
        assertTrue(sentences(id).contains("La banque est relancée par téléphone."));
        desk.request().get("/tasks?agent=somebody-else").then().body("", equalTo(List.of()));
        Desk.ofDijon().request().get("/tasks").then().body("dossierId", not(hasItem(id)));

        Topics.publish(History.event("bank.decided", "accepted", id, 1,
                Map.of("officeId", OFFICE, "effectiveOn", "2008-10-14")));
        desk.awaitStage(id, "bank-accepted");
        desk.request().get("/tasks").then().body("dossierId", not(hasItem(id)));
        desk.act(id, "bank-reminder", Map.of("way", "telephone", "effectiveOn", "2008-10-15")).then().statusCode(409)
                .body("code", equalTo("dossier-stage")).body("possible", not(hasItem("bank-reminder")));
    }

    @Test
    void whatIsGivenUpWaitsForTheBankToo() {
        String id = sent(5);
        desk.act(id, "withdrawal", Map.of("reason", "other-aid", "effectiveOn", "2008-10-20")).then().statusCode(200);
        String task = "find { it.dossierId == '" + id + "' }.";
        desk.request().get("/tasks").then().body(task + "about", equalTo("withdrawal"))
                .body(task + "since", equalTo("2008-10-20")).body(task + "inTimeOn", equalTo("2008-10-25"));
        Topics.publish(History.event("bank.withdrawn", "before-the-pay-out", id, 1,
                Map.of("officeId", OFFICE, "effectiveOn", "2008-10-27")));
        desk.awaitStage(id, "withdrawn");
        desk.request().get("/tasks").then().body("dossierId", not(hasItem(id)));
    }

    @Test
    void nobodyCountsDaysThatWereNotAgreedOn() throws Throwable {
        String id = sent(0);
        dayEnd("2009-09-20");
        desk.request().get("/tasks").then().body("dossierId", not(hasItem(id)));
        assertTrue(sentences(id).stream().noneMatch(each -> each.contains("convention")));
    }

    /** With its bank since 2008-09-20, under terms that name its days, or none. */
    private String sent(int days) {
        String id = desk.submitted(Desk.form());
        Map<String, Object> terms = new HashMap<>(Map.of("schemeId", "dijon", "schemeVersion", "dijon-2008-07-01",
                "amountCents", 150_000, "termMonths", 18, "borrowerRate", "1", "bankRate", "4.40", "commission",
                "required", "personCapCents", 300_000, "reservationDays", 90));
        terms.putAll(Map.of("approvalDays", 90, "guarantees", List.of()));
        if (days > 0) {
            terms.put("bankAnswerDays", days);
        }
        Topics.publish(new History(id, Map.of("officeId", OFFICE, "effectiveOn", SENT_ON))
                .then("eligibility.assessed", "eligible", Map.of("terms", terms))
                .then("commission.decided", "approved", Map.of()).events());
        desk.awaitStage(id, "transmitted");
        return id;
    }

    private List<String> sentences(String id) {
        return desk.request().header("Accept-Language", "fr").get("/dossiers/" + id + "/timeline").jsonPath()
                .getList("sentence", String.class);
    }

    private void dayEnd(String day) throws Throwable {
        atNight(() -> note.run(LocalDate.parse(day)));
    }

    private Optional<LocalDate> nextDue(String from, String to) throws Throwable {
        return atNight(() -> note.nextDue(LocalDate.parse(from), LocalDate.parse(to)));
    }

    private <T> T atNight(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> transactions.inScope(DataScope.system(), work));
    }
}
