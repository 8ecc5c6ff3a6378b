package fr.microcredit.commission;

import static fr.microcredit.commission.Commission.as;
import static fr.microcredit.commission.Commission.db;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/** What an office has before its commission is its own. */
@OnTestPlatform
class TenancyTest {
    private final Commission commission = new Commission();

    @Test
    void anotherOfficeSeesAndDecidesNothing() {
        commission.arrive(commission.history(Map.of()), "waiting");
        String session = commission.convene("2008-09-22");
        commission.open(session);
        String stranger = TestTokens.office("ccas-stranger", Roles.COMMISSION_PRESIDENT);
        as(stranger).get("/sessions/" + session).then().statusCode(404);
        as(stranger).get("/agenda").then().body("dossierId", not(hasItem(commission.id)));
        as(stranger).body(commission.decision("approved", List.of())).post("/sessions/" + session + "/decisions")
                .then().statusCode(404);
        as(TestTokens.office("ccas-stranger", Roles.OFFICE_MANAGER)).body(Map.of())
                .post("/concertations/" + commission.id + "/" + Commission.BANK + "/meetings").then().statusCode(404);
        as(TestTokens.bank("cm-dijon", Roles.BANK_AGENT)).get("/agenda").then().statusCode(403);
    }

    /** Tenancy is held twice: what row-level security would hide the use cases do not give away either. */
    @Test
    void anotherOfficeSeesNothingEvenWithoutRowLevelSecurity() {
        commission.approved();
        String session = db().rows("select key from session where tenant = ?", commission.office).get(0);
        commission.manager().body(Map.of("quorum", 1, "way", "consensus")).put("/committee/rule").then()
                .statusCode(200);
        Topics.publish(commission.disagreement("2008-09-25"));
        commission.awaitDisagreement("open");
        String support = supportOf();
        withoutRowLevelSecurity(() -> {
            Commission stranger = new Commission();
            assertEquals(404, stranger.president().get("/support-settings").statusCode());
            stranger.president().get("/support-requests").then().body("", equalTo(List.of()));
            stranger.president().get("/support-requests/unmatched-payments").then().body("", equalTo(List.of()));
            stranger.president().body(Map.of("decision", "refused", "reasons", List.of("other")))
                    .post("/support-requests/" + support + "/decision").then().statusCode(404);
            stranger.president().body(Map.of("why", "other")).post("/support-requests/" + support + "/withdrawal")
                    .then().statusCode(404);
            assertEquals(404, stranger.president().get("/sessions/" + session).statusCode());
            assertEquals(404, stranger.president().get("/sessions/" + session + "/minutes").statusCode());
            assertEquals(404, stranger.president().get("/committee").statusCode());
            stranger.president().get("/sessions").then().body("items", equalTo(List.of()));
            stranger.president().get("/agenda").then().body("", equalTo(List.of()));
            stranger.manager().get("/concertations").then().body("", equalTo(List.of()));
            stranger.manager().body(Map.of())
                    .post("/concertations/" + commission.id + "/" + Commission.BANK + "/meetings").then()
                    .statusCode(404);
            commission.decide(session, "approved", List.of()).then().statusCode(200);
            stranger.president().body(commission.decision("approved", List.of()))
                    .post("/sessions/" + session + "/decisions").then().statusCode(404);
        });
    }

    /** A grant, and a payment that no grant is for. */
    private String supportOf() {
        SupportDesk desk = new SupportDesk(commission);
        SupportDesk.set(commission, 30_000, 30_000, null).then().statusCode(200);
        String request = desk.waits(List.of(7), "2009-05-09");
        desk.grant(request, "2009-05-14").then().statusCode(200);
        desk.paid(5, "support-commission", "2009-05-15").tell();
        desk.awaitApplied("microcredit.bank", 1);
        return request;
    }

    @Test
    void anAgendaHoldsRequestsOfItsOfficeOnlyEvenWithoutRowLevelSecurity() {
        commission.arrive(commission.history(Map.of()), "waiting");
        Commission stranger = new Commission();
        withoutRowLevelSecurity(() -> {
            String session = stranger.convene("2008-09-22");
            db().execute("update request set session_id = ?::uuid where key = ?", session, commission.id);
            stranger.president().get("/sessions/" + session).then().body("agenda", equalTo(List.of()));
        });
    }

    private static void withoutRowLevelSecurity(Runnable work) {
        List<String> tables = List.of("session", "request", "disagreement", "committee", "minutes", "support",
                "support_settings", "support_grant");
        tables.forEach(table -> db().execute("alter table " + table + " disable row level security"));
        try {
            work.run();
        } finally {
            tables.forEach(table -> db().execute("alter table " + table + " enable row level security"));
        }
    }
}
