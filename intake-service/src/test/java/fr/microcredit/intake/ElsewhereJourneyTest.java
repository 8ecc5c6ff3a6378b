package fr.microcredit.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.Topics;

/** When an office hands in a request it is told that another one has an open one of the same person, and since which month. */
@OnTestPlatform
class ElsewhereJourneyTest {
    private final String name = "Exemple-" + UUID.randomUUID();
    private final String reims = "cias-" + UUID.randomUUID();
    private final Desk here = Desk.ofDijon();
    private final Desk there = new Desk(reims);

    @BeforeEach
    void aSchemeIsThere() {
        Desk.publishScheme();
    }

    @Test
    void anOpenRequestElsewhereIsSeenWhenTheRequestIsHandedInAndNotBefore() {
        there.submitted(form("2008-06-15"));
        Response opened = here.open(form("2008-07-01"));
        String id = opened.path("dossierId");
        opened.then().body("openElsewhereSince", nullValue());
        Response submitted = here.act(id, "submission", Map.of("effectiveOn", "2008-07-01"));
        submitted.then().statusCode(200).body("stage", equalTo("submitted")).body("openElsewhereSince",
                equalTo("2008-07"));
        assertFalse(submitted.asString().contains(reims));
        here.request().get("/dossiers/" + id).then().body("openElsewhereSince", equalTo("2008-07"));
        here.request().header("Accept-Language", "fr").get("/dossiers/" + id + "/timeline").then().body("sentence",
                hasItem("La demande est déposée. Une autre demande de la même personne est ouverte dans un autre "
                        + "organisme depuis juillet 2008."));
        assertEquals(1, TestPlatform.running().db().number("select count(*) from audit_entry where subject = ?"
                + " and detail::json ->> 'openElsewhereSince' = '2008-07' and detail not like '%cias%'", id));
        assertFalse(Topics.awaitOne("microcredit.dossier", id, "fr.microcredit.dossier.submitted").data()
                .has("openElsewhereSince"));
    }

    @Test
    void aDraftAndWhatIsOverAreNoOpenRequest() {
        there.open(form("2008-07-01")).then().statusCode(201);
        String given = there.submitted(form("2008-07-01"));
        there.act(given, "withdrawal", Map.of("reason", "applicant", "effectiveOn", "2008-07-01")).then()
                .statusCode(200);
        assertNull(submittedHere());
    }

    @Test
    void aLoanThatIsPaidOutIsNoOpenRequestAndOneAtItsBankIs() {
        String id = there.submitted(form("2008-07-01"));
        History history = new History(id, Map.of("officeId", reims, "effectiveOn", "2008-07-01"))
                .then("eligibility.assessed", "eligible", Map.of()).then("commission.decided", "approved", Map.of())
                .then("bank.decided", "accepted", Map.of());
        Topics.publish(history.events());
        there.awaitStage(id, "bank-accepted");
        assertEquals("2008-07", submittedHere());
        Topics.publish(history.continued().then("bank.contracted", "one", Map.of())
                .then("bank.disbursed", "one", Map.of()).events());
        there.awaitStage(id, "disbursed");
        assertNull(submittedHere());
    }

    @Test
    void theOwnOfficesRequestIsNotElsewhere() {
        here.submitted(form("2008-07-01"));
        assertNull(submittedHere());
    }

    /** Whoever wants to know has to hand a request in: a changed draft, an amendment and a read tell nothing. */
    @Test
    void nothingElseLooksForAPersonAtOtherOffices() {
        String id = here.submitted(Desk.form());
        there.submitted(form("2008-07-01"));
        Map<String, Object> amended = form("2008-07-01");
        amended.put("cause", "correction");
        here.act(id, "amendments", amended).then().statusCode(200).body("openElsewhereSince", nullValue());
        here.request().get("/dossiers/" + id).then().body("openElsewhereSince", nullValue());
        String draft = here.open(Desk.form()).path("dossierId");
        here.request().header("If-Match", "\"0\"").body(form("2008-07-01")).put("/dossiers/" + draft).then()
                .statusCode(200).body("openElsewhereSince", nullValue());
        Map<String, Object> incomplete = form("2008-07-01");
        incomplete.remove("budget");
        String refused = here.open(incomplete).path("dossierId");
        assertFalse(here.act(refused, "submission", Map.of("effectiveOn", "2008-07-01")).then().statusCode(422)
                .extract().asString().contains("lsewhere"));
    }

    @Test
    void whoIsAmendedToSomebodyElseBearsNothingOfTheFirst() {
        there.submitted(form("2008-07-01"));
        String id = here.submitted(form("2008-07-01"));
        assertTrue(here.request().get("/dossiers/" + id).asString().contains("openElsewhereSince"));
        Map<String, Object> amended = Desk.form();
        amended.put("cause", "correction");
        here.act(id, "amendments", amended).then().statusCode(200).body("openElsewhereSince", nullValue());
    }

    /** The service's role sees no more of another office after the look than before. */
    @Test
    void theLookLeavesTheOthersRowsHidden() {
        String other = there.submitted(form("2008-07-01"));
        String own = here.submitted(form("2008-07-01"));
        TestPlatform.running().db().script("begin; set local role intake_app;"
                + " select set_config('app.tenant', 'ccas-dijon', true), set_config('app.scope', 'tenant', true);"
                + " do $$ begin"
                + "   if open_elsewhere('" + own + "') is distinct from '2008-07' then raise 'not seen'; end if;"
                + "   if exists (select from request where key = '" + other + "') then raise 'all is seen'; end if;"
                + "   if not exists (select from request where key = '" + own + "') then raise 'not own'; end if;"
                + " end $$; rollback");
    }

    private String submittedHere() {
        String id = here.submitted(form("2008-07-01"));
        return here.request().get("/dossiers/" + id).path("openElsewhereSince");
    }

    private Map<String, Object> form(String openedOn) {
        Map<String, Object> form = Desk.form();
        form.put("applicant", Desk.applicant(name));
        form.put("effectiveOn", openedOn);
        return form;
    }
}
