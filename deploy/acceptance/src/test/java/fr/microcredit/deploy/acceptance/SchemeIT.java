package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.client.SandboxClock;
import fr.microcredit.deploy.local.platform.Service;

/** A new territory goes live on the running platform by a file and two persons; no release, no restart. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SchemeIT {
    private static final String EDITOR = "redactrice.region";
    private static final String SECOND = "relectrice.region";
    private static final String AGENT = "agent.ccas-limoges";
    private static final String MANAGER = "responsable.ccas-limoges";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @Order(1)
    void anOpenRuleBlocksTheFileUntilItIsClosed() throws Exception {
        ObjectNode open = file();
        ((ObjectNode) open.path("loan")).set("bankRate", JSON.readTree("{\"state\":\"open\",\"source\":\"?\"}"));
        Answer draft = api().post(editing(EDITOR, ""), open);
        assertEquals(201, draft.status(), draft.toString());
        assertEquals("[\"loan/bankRate\"]", draft.body().path("blockingRules").toString());
        Answer refused = publish(SECOND, draft.text("sha256"));
        assertEquals(422, refused.status());
        assertEquals("rule-open", refused.body().path("errors").path(0).path("code").asText());
        assertFalse(simulate().body().path("schemes").toString().contains("limoges"),
                "only the national frame is open to this commune yet");
    }

    @Test
    @Order(2)
    void twoPersonsPublishItAndTheOfficeWorksWithItAtOnce() throws Exception {
        Answer draft = api().post(editing(EDITOR, ""), file());
        assertEquals(201, draft.status(), draft.toString());
        assertEquals(409, publish(EDITOR, draft.text("sha256")).status());
        assertEquals(200, publish(SECOND, draft.text("sha256")).status());
        assertEquals("limoges", simulate().body().path("schemes").path(0).path("schemeId").asText());
        api().await(new Target(AGENT, Service.INTAKE, "/schemes"), "intake knows the new scheme",
                answer -> answer.body().toString().contains("limoges-1"));
        theBankHasAConvention();

        String dossier = submit(40);
        Target assessment = new Target(AGENT, Service.ELIGIBILITY, "/assessments/" + dossier);
        Answer assessed = api().await(assessment, "assessed", Answer::isOk);
        assertEquals("ineligible", assessed.text("verdict"), assessed.toString());
        assertEquals("limoges-1", assessed.text("schemeVersion"));
        Answer overridden = api().postOn(new Target(MANAGER, Service.ELIGIBILITY, "/assessments/" + dossier),
                new Target(MANAGER, Service.ELIGIBILITY, "/assessments/" + dossier + "/overrides"),
                Map.of("rule", "term", "reason", "Mensualité trop lourde sur 36 mois"));
        assertEquals("eligible", overridden.text("verdict"), overridden.toString());

        Target inIntake = new Target(AGENT, Service.INTAKE, "/dossiers/" + dossier);
        api().await(inIntake, "stage eligible", answer -> answer.text("stage").equals("eligible"));
        assertTrue(api().postOn(inIntake, new Target(AGENT, Service.INTAKE, "/dossiers/" + dossier + "/transmission"),
                Map.of()).isOk());
        api().await(new Target("bank-cm-dijon", Service.BANK, "/files/" + dossier), "the bank has the file",
                answer -> answer.text("nextStep").equals("decide"));
        assertTrue(api().get(new Target(AGENT, Service.ELIGIBILITY, "/assessments/" + dossier + "/replay")).body()
                .path("identical").asBoolean());
    }

    /** Listed by the scheme is not agreed: the directory has to know from when on the bank takes files. */
    private static void theBankHasAConvention() throws Exception {
        Answer draft = api().post(new Target(EDITOR, Service.ELIGIBILITY, "/directory-drafts"),
                example("limoges-convention.json"));
        assertEquals(201, draft.status(), draft.toString());
        assertTrue(api().post(new Target(SECOND, Service.ELIGIBILITY,
                "/directory-drafts/limoges--cm-dijon/1/publication"), Map.of("sha256", draft.text("sha256"))).isOk());
        api().await(new Target(AGENT, Service.INTAKE, "/schemes"), "intake knows the convention",
                answer -> answer.body().toString().contains("limoges--cm-dijon"));
    }

    /** Anybody may be refused a purpose; what the page says of it is looked at in {@link ExplanationPageIT}. */
    private String submit(int months) throws Exception {
        String on = new SandboxClock(api(), "exploitant.region").today().toString();
        Map<String, Object> applicant = Map.of("familyName", "Exempleneuf", "givenNames", "Alex", "birthDate",
                "1980-03-15", "street", "1 rue des Exemples", "postalCode", "87000", "city", "Limoges");
        Answer opened = api().post(new Target(AGENT, Service.INTAKE, "/dossiers"), Map.of("applicant", applicant));
        assertEquals(201, opened.status(), opened.toString());
        String id = opened.text("dossierId");
        Map<String, Object> form = new HashMap<>();
        form.put("applicant", applicant);
        form.put("household",
                Map.of("commune", "87085", "adults", 1, "childBirthDates", List.of(), "residentSince", "2009-01-01"));
        form.put("budget", Map.of("resources", List.of(line("wages-and-benefits", 105_000)), "charges",
                List.of(line("housing-and-energy", 50_000)), "loans", List.of(), "overIndebted", false));
        form.put("request", Map.of("schemeId", "limoges", "bankId", "cm-dijon", "purpose", "vehicle", "project",
                "véhicule", "ground", "not-asked", "amountCents", 200_000, "termMonths", months));
        form.put("consents", Map.of("transmission", on, "incidentReports", on));
        Target dossier = new Target(AGENT, Service.INTAKE, "/dossiers/" + id);
        assertTrue(api().putOn(dossier, form).isOk());
        Answer submitted = api().postOn(dossier, new Target(AGENT, Service.INTAKE, "/dossiers/" + id + "/submission"),
                Map.of());
        assertTrue(submitted.isOk(), submitted.toString());
        return id;
    }

    private static Map<String, Object> line(String kind, long cents) {
        return Map.of("kind", kind, "monthlyCents", cents);
    }

    private static Answer simulate() throws Exception {
        String on = new SandboxClock(api(), "exploitant.region").today().toString();
        return api().post(new Target(AGENT, Service.ELIGIBILITY, "/simulations"),
                Map.ofEntries(Map.entry("commune", "87085"), Map.entry("on", on), Map.entry("personsFrom14", 1),
                        Map.entry("personsUnder14", 0), Map.entry("loneParent", false),
                        Map.entry("resourcesCents", 105_000), Map.entry("chargesCents", 50_000),
                        Map.entry("purpose", "vehicle"), Map.entry("ground", "not-asked"),
                        Map.entry("amountCents", 200_000), Map.entry("termMonths", 24)));
    }

    private static Answer publish(String who, String sha256) throws Exception {
        return api().post(editing(who, "/limoges/limoges-1/publication"), Map.of("sha256", sha256));
    }

    private static Target editing(String who, String path) {
        return new Target(who, Service.ELIGIBILITY, "/scheme-drafts" + path);
    }

    /** The example of the README's tour. */
    private static ObjectNode file() throws Exception {
        return (ObjectNode) example("limoges.json");
    }

    private static JsonNode example(String name) throws Exception {
        return JSON.readTree(Path.of(System.getProperty("workspace.root"), "docs/examples", name).toFile());
    }

    private static Api api() throws Exception {
        return RunningPlatform.played().api();
    }
}
