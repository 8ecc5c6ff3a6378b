package fr.microcredit.commission;

import java.time.LocalDate;
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
        @ResourceArg(name = "service", value = "commission"), @ResourceArg(name = "wire", value = "true")})
class ExamplesTest {
    private static final Map<String, Object> EARLY = Map.of("effectiveOn", "2008-07-01");

    private final ExampleJourney examples = new ExampleJourney();

    @Test
    void everyExampleSucceedsWhereWhatItNeedsIsThere() {
        // A whole agenda is locked, looked at and written.
        examples.allow("SessionResource_cancel", 9, 4);
        // The same; the committee is looked at, and the minutes are kept.
        examples.allow("ChairResource_close", 10, 4);
        // The committee is looked at beside the session.
        examples.allow("DecisionResource_decide", 8, 4);
        // The request's dossier is looked for, the office's year is locked, its limits and what counts are looked at.
        examples.allow("SupportResource_decide", 11, 5);
        // The request's dossier is looked for, and what counts is written.
        examples.allow("SupportResource_withdraw", 8, 4);
        examples.play(this::everything);
    }

    private void everything() {
        Commission refusing = new Commission();
        refusing.arrive(new History(refusing.id, Map.of("officeId", refusing.office)).then("dossier.submitted",
                "washing-machine", EARLY), "not-ready");
        refusing.arrive(refusing.history(EARLY), "waiting");
        String president = TestTokens.office(refusing.office, Roles.COMMISSION_PRESIDENT);
        examples.look("SessionResource_waiting", president, Map.of());
        String session = examples.send("SessionResource_convene",
                TestTokens.office(refusing.office, Roles.COMMISSION_SECRETARY), Map.of()).path("sessionId");
        examples.send("ChairResource_open", president, Map.of("id", session));
        examples.send("DecisionResource_decide", president, Map.of("id", session), Map.of("dossierId", refusing.id));
        Map<String, String> names = Map.of(refusing.office, "ccas-dijon");
        examples.look("SessionResource_read", president, Map.of("id", session), names);
        examples.look("SessionResource_list", president, Map.of(), names);
        examples.send("ChairResource_close", president, Map.of("id", session));

        aCommitteeSits();
        aSessionIsArranged();
        aSupportCommissionDecides();
        talks("ConcertationResource_meet");
        talks("ConcertationResource_waive");
    }

    /** The manager sets it up; its president opens a session and says who is there. */
    private void aCommitteeSits() {
        Commission sitting = new Commission();
        String manager = TestTokens.office(sitting.office, Roles.OFFICE_MANAGER);
        String president = TestTokens.office(sitting.office, Roles.COMMISSION_PRESIDENT);
        examples.send("CommitteeResource_rule", manager, Map.of());
        String mandate = examples.send("CommitteeResource_appoint", manager, Map.of(),
                Map.of("subject", "test-commission-president")).path("members[0].mandateId");
        examples.look("CommitteeResource_read", president, Map.of(),
                Map.of("test-commission-president", "5f0d9c6e-7c1a-4f57-9a43-2b8f6f0d3c11"));
        Map<String, Object> session = Map.of("id", sitting.convene("2008-07-01"));
        sitting.open(session.get("id").toString());
        examples.send("ChairResource_attend", president, session,
                Map.of("present", List.of("test-commission-president")));
        examples.send("CommitteeResource_end", manager, Map.of("id", mandate));
    }

    /** It grants the seventh instalment and takes that back; another office's bank is paid without a grant. */
    private void aSupportCommissionDecides() {
        SupportDesk desk = new SupportDesk(new Commission());
        String manager = TestTokens.office(desk.office.office, Roles.OFFICE_MANAGER);
        String president = TestTokens.office(desk.office.office, Roles.COMMISSION_PRESIDENT);
        String request = desk.waits(List.of(7), "2009-05-09");
        examples.send("SupportSettingsResource_set", manager, Map.of());
        examples.look("SupportSettingsResource_read", manager, Map.of());
        examples.send("SupportResource_decide", president, Map.of("requestId", request));
        examples.look("SupportResource_list", president, Map.of());
        examples.send("SupportResource_withdraw", president, Map.of("requestId", request));
        desk.paid(7, "support-commission", "2009-05-20").tell();
        desk.awaitApplied("microcredit.bank", 1);
        examples.look("SupportResource_unmatched", president, Map.of());
    }

    /** Its agenda and day change, and who chairs it. */
    private void aSessionIsArranged() {
        Commission arranging = new Commission();
        arranging.arrive(arranging.history(EARLY), "waiting");
        String secretary = TestTokens.office(arranging.office, Roles.COMMISSION_SECRETARY);
        LocalDate today = LocalDate.now(BusinessCalendar.ZONE);
        Map<String, Object> session = Map.of("id", arranging.convene(today.toString()));
        examples.send("AgendaResource_remove", secretary,
                Map.of("id", session.get("id"), "dossierId", arranging.id));
        examples.send("AgendaResource_add", secretary, session, Map.of("dossierId", arranging.id));
        examples.send("AgendaResource_order", secretary, session, Map.of("dossierIds", List.of(arranging.id)));
        String next = arranging.convene(today.toString());
        examples.send("AgendaResource_move", secretary,
                Map.of("id", session.get("id"), "dossierId", arranging.id), Map.of("sessionId", next));
        examples.send("AgendaResource_postpone", secretary, session, Map.of("heldOn", today.toString()));
        arranging.open(session.get("id").toString());
        String president = TestTokens.office(arranging.office, Roles.COMMISSION_PRESIDENT);
        examples.send("ChairResource_takeChair", president, session);
        examples.send("ChairResource_revokeOpening", president, session);
        examples.send("SessionResource_cancel", secretary, session);
    }

    /** A bank has disagreed on the day of the examples. */
    private void talks(String operationId) {
        Commission commission = new Commission();
        commission.arrive(commission.history(EARLY), "waiting");
        String session = commission.convene("2008-07-01");
        commission.open(session);
        commission.decide(session, "approved", List.of()).then().statusCode(200);
        Topics.publish(commission.disagreement("2008-07-01"));
        commission.awaitDisagreement("open");
        String manager = TestTokens.office(commission.office, Roles.OFFICE_MANAGER);
        examples.look("ConcertationResource_unsettled", manager, Map.of(), Map.of(commission.office, "ccas-dijon"));
        Map<String, Object> with = Map.of("dossierId", commission.id, "bankId", Commission.BANK);
        examples.send("AppointmentResource_arrange", manager, with,
                Map.of("day", LocalDate.now(BusinessCalendar.ZONE).plusDays(7).toString()));
        examples.send("AppointmentResource_cancel", manager, with);
        examples.send(operationId, manager, with);
    }
}
