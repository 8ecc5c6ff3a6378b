package fr.microcredit.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.ExampleJourney;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;
import fr.microcredit.kit.time.BusinessCalendar;

/**
 * The commands and queries of the API in the order of {@code docs/api.md}: each succeeds where what it needs is there, and costs
 * what a command or a query may on the way to PostgreSQL, with a network between.
 */
@QuarkusTest
@QuarkusTestResource(value = TestPlatform.class, restrictToAnnotatedClass = true, initArgs = {
        @ResourceArg(name = "service", value = "intake"), @ResourceArg(name = "wire", value = "true")})
class ExamplesTest {
    private static final String AGENT = TestTokens.officeNamed(Desk.OFFICE, "test-office-agent",
            "Alix Exemple", Roles.OFFICE_AGENT);

    private final ExampleJourney examples = new ExampleJourney();
    private final Desk desk = Desk.ofDijon();

    @Test
    void everyExampleSucceedsWhereWhatItNeedsIsThere() {
        // It may be another person's under another scheme: both are looked for.
        examples.allow("AmendmentResource_amend", 9, 4)
                // The catalogue is looked at besides the bank's refusal; what the bank has said changes besides the request.
                .allow("OutcomeResource_anotherBank", 8, 4).allow("OutcomeResource_refuse", 8, 4)
                // Whether the bank's convention still runs is looked at besides what a transmission needs.
                .allow("DossierResource_transmit", 8, 4)
                // Whose name it is, and whether a bank has the request.
                .allow("AmendmentResource_correct", 8, 4)
                .play(this::everything);
    }

    private void everything() {
        Desk.publishScheme();
        Map<String, Object> dossier = submitted();
        String id = dossier.get("dossierId").toString();
        Topics.publish(new History(id, Map.of("officeId", Desk.OFFICE, "effectiveOn", "2008-07-01"))
                .then("eligibility.assessed", "eligible", Map.of("terms", withoutCommission())).events());
        desk.awaitStage(id, "eligible");
        examples.send("DossierResource_transmit", AGENT, dossier);
        desk.awaitStage(id, "transmitted");
        examples.send("ReminderResource_remind", AGENT, dossier);
        examples.look("TaskResource_list", AGENT, Map.of());
        examples.look("DossierResource_read", AGENT, dossier);
        examples.look("TimelineResource_read", AGENT, dossier);
        examples.look("SearchResource_list", AGENT, Map.of());
        examples.send("SearchResource_search", AGENT, Map.of());
        new Desk(Desk.OFFICE, "another-agent", "Sacha Exemple").open(Desk.form()).then().statusCode(201);
        Map<String, Object> absence = Map.of("absenceId",
                examples.send("AbsenceResource_name", AGENT, Map.of()).path("absenceId"));
        examples.look("AbsenceResource_read", AGENT, absence);
        examples.send("AbsenceResource_end", AGENT, absence);
        anAbsenceOfToday();
        examples.look("AbsenceResource_list", AGENT, Map.of());
        examples.look("AgentResource_list", AGENT, Map.of());
        examples.look("SchemeResource_list", AGENT, Map.of());
        Map<String, Object> changing = submitted();
        examples.send("AmendmentResource_amend", AGENT, changing);
        examples.send("AmendmentResource_alternative", AGENT, changing);
        examples.send("DossierResource_withdraw", AGENT, changing);
        examples.send("AmendmentResource_correct", AGENT, submitted());
        examples.send("AmendmentResource_giveBack", AGENT, submitted());
        examples.send("DossierResource_entrust", AGENT, submitted());
        examples.look("SearchResource_samePerson", AGENT, dossier);
        Map<String, Object> reported = submitted();
        examples.send("CommissionReportResource_write", AGENT, reported);
        examples.look("CommissionReportResource_read", AGENT, reported);
        Map<String, Object> adjourned = submitted();
        String id2 = adjourned.get("dossierId").toString();
        Topics.publish(new History(id2, Map.of("officeId", Desk.OFFICE, "effectiveOn", "2008-07-03"))
                .then("eligibility.assessed", "eligible", Map.of()).then("commission.decided", "incomplete", Map.of())
                .events());
        desk.awaitMissing(id2, 2);
        examples.send("AmendmentResource_received", AGENT, adjourned);
        examples.send("ConditionResource_fulfil", AGENT, underConditions());
        Map<String, Object> missed = inDifficulty();
        examples.send("DifficultyResource_step", AGENT, missed);
        examples.send("LoanRequestResource_deferral", AGENT, missed);
        examples.send("LoanRequestResource_support", AGENT, missed);
        examples.send("LoanRequestResource_overIndebtedness", AGENT, missed);
        examples.look("DifficultyResource_read", AGENT, missed);
        examples.look("LoanRequestResource_supportRequests", AGENT, missed);
        examples.send("OutcomeResource_anotherBank", AGENT, refusedByItsBank());
        examples.send("OutcomeResource_close", AGENT, refusedByItsBank());
        examples.send("OutcomeResource_agree", AGENT, goingOnWithLess());
        examples.send("OutcomeResource_refuse", AGENT, goingOnWithLess());
    }

    /** Those that are over are not listed. */
    private static void anAbsenceOfToday() {
        String today = LocalDate.now(BusinessCalendar.ZONE).toString();
        new Desk(Desk.OFFICE, "test-office-agent", "Alix Exemple").request()
                .body(Map.of("substitute", "another-agent", "from", today, "to", today)).post("/absences").then()
                .statusCode(201);
    }

    /** The bank has accepted, the subsidy was declined, and the bank asks the office how to go on. */
    private Map<String, Object> goingOnWithLess() {
        Map<String, Object> dossier = submitted();
        String id = dossier.get("dossierId").toString();
        Topics.publish(new History(id, Map.of("officeId", Desk.OFFICE, "effectiveOn", "2008-07-01"))
                .then("eligibility.assessed", "eligible", Map.of()).then("commission.decided", "approved", Map.of())
                .then("bank.decided", "accepted", Map.of()).then("bank.proposed", "alone", Map.of()).events());
        desk.awaitStage(id, "bank-proposed");
        return dossier;
    }

    /** Paid out on 2008-10-10, and the second instalment, of 2008-12-05, is missed. */
    private Map<String, Object> inDifficulty() {
        Map<String, Object> dossier = submitted();
        String id = dossier.get("dossierId").toString();
        Topics.publish(LoanStory.paidOut(id, Desk.OFFICE)
                .then("bank.instalment-missed", "seventh", LoanStory.instalment(2)).events());
        LoanStory.awaitState(desk, id, "open");
        return dossier;
    }

    private Map<String, Object> underConditions() {
        Map<String, Object> dossier = submitted();
        String id = dossier.get("dossierId").toString();
        Topics.publish(new History(id, Map.of("officeId", Desk.OFFICE, "effectiveOn", "2008-07-01"))
                .then("eligibility.assessed", "eligible", Map.of()).then("commission.decided", "conditional", Map.of())
                .events());
        desk.awaitStage(id, "transmitted");
        return dossier;
    }

    private Map<String, Object> refusedByItsBank() {
        Map<String, Object> dossier = submitted();
        String id = dossier.get("dossierId").toString();
        Topics.publish(new History(id, Map.of("officeId", Desk.OFFICE, "effectiveOn", "2008-07-01"))
                .then("eligibility.assessed", "eligible", Map.of()).then("commission.decided", "approved", Map.of())
                .then("bank.decided", "disagreed", Map.of()).then("commission.concertation-waived", "one", Map.of())
                .then("bank.finalised", "refused", Map.of()).events());
        desk.awaitStage(id, "bank-refused");
        return dossier;
    }

    private Map<String, Object> submitted() {
        String id = examples.send("DossierResource_open", AGENT, Map.of()).path("dossierId");
        Map<String, Object> dossier = Map.of("dossierId", id);
        examples.send("DossierResource_change", AGENT, dossier);
        examples.send("DossierResource_submit", AGENT, dossier);
        return dossier;
    }

    private static Map<String, Object> withoutCommission() {
        Map<String, Object> terms = new HashMap<>(Map.of("schemeId", "dijon", "schemeVersion", "dijon-2008-07-01",
                "amountCents", 150_000, "termMonths", 24, "borrowerRate", "1", "bankRate", "4.40", "commission", "none",
                "personCapCents", 300_000));
        terms.putAll(Map.of("reservationDays", 90, "approvalDays", 90, "bankAnswerDays", 21, "guarantees",
                List.of(Map.of("guarantor", "fcs", "share", "0.50"))));
        return terms;
    }
}
