package fr.microcredit.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.Topics;
import fr.microcredit.kit.time.BusinessCalendar;

/** Who takes care of a dossier, and who has done what on it. */
@OnTestPlatform
class AgentJourneyTest {
    private final String office = "ccas-" + UUID.randomUUID();
    private final String alix = UUID.randomUUID().toString();
    private final String sacha = UUID.randomUUID().toString();
    private final Desk first = new Desk(office, alix, "Alix Exemple");
    private final Desk second = new Desk(office, sacha, "Sacha Exemple");

    @Test
    void theTimelineNamesWhoHasDoneWhatAndWhen() {
        String id = first.submitted(Desk.form());
        second.act(id, "withdrawal", Map.of("reason", "other-aid", "effectiveOn", "2008-07-02")).then().statusCode(200);
        second.request().header("Accept-Language", "en").get("/dossiers/" + id + "/timeline").then()
                .body("type", contains("dossier.opened", "dossier.submitted", "dossier.withdrawn"))
                .body("byName", contains("Alix Exemple", "Alix Exemple", "Sacha Exemple"))
                .body("by", contains(alix, alix, sacha))
                .body("sentence[2]", equalTo("The request is given up: another aid was found."));
        Topics.awaitOne("microcredit.dossier", id, "fr.microcredit.dossier.withdrawn");
        Topics.read("microcredit.dossier").stream().filter(message -> id.equals(message.key()))
                .forEach(message -> assertTrue(!new String(message.value()).contains("Exemple")));
        assertEquals(0, TestPlatform.running().db().number(
                "select count(*) from audit_entry where tenant = ? and audit_entry::text like '%Exemple%'", office));
    }

    @Test
    void whoOpensADossierHasItUntilItIsEntrustedToSomebodyElse() {
        String id = first.open(Desk.form()).then().statusCode(201).body("agent", equalTo(alix)).extract()
                .path("dossierId");
        assertEquals(List.of(id), first.found(Map.of("agent", "me")));
        first.act(id, "entrustment", Map.of("agent", sacha, "effectiveOn", "2008-07-01")).then().statusCode(409)
                .body("code", equalTo("unknown-agent"));
        String own = second.open(Desk.form()).path("dossierId");
        first.act(id, "entrustment", Map.of("agent", sacha, "effectiveOn", "2008-07-01")).then().statusCode(200)
                .body("agent", equalTo(sacha));
        first.request().queryParam("agent", "me").get("/dossiers").then().body("items", equalTo(List.of()));
        second.request().queryParam("agent", "me").get("/dossiers").then().body("items.dossierId", hasItem(id))
                .body("items.dossierId", hasItem(own));
        first.request().queryParam("agent", sacha).get("/dossiers").then().body("items.size()", equalTo(2));
        first.request().header("Accept-Language", "fr").get("/dossiers/" + id + "/timeline").then()
                .body("sentence", hasItem("Le dossier est confié à Sacha Exemple."));
        first.request().get("/agents").then().body("name", contains("Alix Exemple", "Sacha Exemple")).body("agent",
                contains(alix, sacha));
        new Desk("ccas-" + UUID.randomUUID()).request().get("/agents").then().body("agent", equalTo(List.of()));
    }

    @Test
    void whoeverIsCalledOtherwiseIsFoundUnderTheNewName() {
        String id = first.open(Desk.form()).path("dossierId");
        new Desk(office, alix, "Alix Exemple-Martin").act(id, "withdrawal",
                Map.of("reason", "applicant", "effectiveOn", "2008-07-01")).then().statusCode(200);
        first.request().get("/dossiers/" + id + "/timeline").then().body("byName[0]", equalTo("Alix Exemple-Martin"));
        Desk unnamed = new Desk(office);
        String other = unnamed.open(Desk.form()).path("dossierId");
        unnamed.request().get("/dossiers/" + other + "/timeline").then().body("byName[0]", nullValue()).body("by[0]",
                equalTo("test-office-agent"));
    }

    /** Business dates lie in 2008, and whose list it is depends on the day it is read. */
    @Test
    void aSubstituteHasTheDossiersMeanwhileAndActsInTheAgentsPlace() {
        LocalDate today = LocalDate.now(BusinessCalendar.ZONE);
        String id = first.submitted(Desk.form());
        second.open(Desk.form()).then().statusCode(201);
        assertFalse(second.found(Map.of("agent", "me")).contains(id));
        String earlier = absent(first, Map.of("substitute", sacha, "from", "2008-07-01", "to", "2008-07-10",
                "effectiveOn", "2008-07-01"));
        assertFalse(second.found(Map.of("agent", "me")).contains(id), "that is long over");
        second.act(id, "withdrawal", Map.of("reason", "other-aid", "effectiveOn", "2008-07-10")).then().statusCode(200);
        first.request().header("Accept-Language", "fr").get("/dossiers/" + id + "/timeline").then()
                .body("sentence[2]",
                        equalTo("La demande est abandonnée : une autre aide a été trouvée. (pour Alix Exemple)"))
                .body("byName[2]", equalTo("Sacha Exemple")).body("insteadOf[2]", equalTo(alix))
                .body("insteadOf[0]", nullValue()).body("insteadOf[1]", nullValue());

        String now = absent(first, Map.of("substitute", sacha, "from", today.toString(), "to", today.toString()));
        assertTrue(second.found(Map.of("agent", "me")).contains(id));
        assertFalse(second.found(Map.of("agent", sacha)).contains(id), "entrusted it is to nobody else");
        assertTrue(first.found(Map.of("agent", "me")).contains(id));
        first.request().get("/absences").then().body("absenceId", equalTo(List.of(now)));
        end(first, now, today.minusDays(1)).then().statusCode(200).body("to", equalTo(today.minusDays(1).toString()));
        assertFalse(second.found(Map.of("agent", "me")).contains(id));
        first.request().get("/absences").then().body("", equalTo(List.of()));
        assertEquals(2, TestPlatform.running().db().number("select count(*) from audit_entry where subject = ?"
                + " and act in ('substitute-named', 'absence-ended')", now));
        first.request().get("/absences/" + earlier).then().statusCode(200);
        new Desk("ccas-" + UUID.randomUUID()).request().get("/absences/" + earlier).then().statusCode(404);
    }

    @Test
    void onlyAManagerNamesASubstituteForSomebodyElse() {
        first.open(Desk.form()).then().statusCode(201);
        second.open(Desk.form()).then().statusCode(201);
        Map<String, Object> form = Map.of("agent", alix, "substitute", sacha, "from", "2008-07-01", "to", "2008-07-10",
                "effectiveOn", "2008-07-01");
        second.request().body(form).post("/absences").then().statusCode(422).body("errors[0].code",
                equalTo("own-absence-only"));
        Desk manager = new Desk(office, "a-manager", "Maxime Exemple", Roles.OFFICE_MANAGER);
        String id = absent(manager, form);
        end(second, id, LocalDate.of(2008, 7, 5)).then().statusCode(422);
        end(first, id, LocalDate.of(2008, 7, 5)).then().statusCode(200);
        first.request().body(Map.of("substitute", "nobody", "from", "2008-07-01", "to", "2008-07-10", "effectiveOn",
                "2008-07-01")).post("/absences").then().statusCode(409).body("code", equalTo("unknown-agent"));
    }

    private static String absent(Desk desk, Map<String, Object> form) {
        return desk.request().body(form).post("/absences").then().statusCode(201).extract().path("absenceId");
    }

    private static Response end(Desk desk, String id, LocalDate last) {
        return desk.request().body(Map.of("to", last.toString())).post("/absences/" + id + "/end");
    }
}
