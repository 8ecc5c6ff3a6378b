package fr.microcredit.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.Topics;

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
        first.act(id, "entrustment", Map.of("agent", sacha, "effectiveOn", "2008-07-01")).then().statusCode(422)
                .body("errors[0].code", equalTo("unknown-agent"));
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
}
