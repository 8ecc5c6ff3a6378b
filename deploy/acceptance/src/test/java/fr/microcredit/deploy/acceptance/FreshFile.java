package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.client.SandboxClock;
import fr.microcredit.deploy.local.platform.Service;

/** A request of Dijon that its bank has and has not decided yet: half of it is to be guaranteed, its interest subsidised. */
final class FreshFile {
    private static final String OFFICE = "ccas-dijon";
    private static final long ENVELOPE_CENTS = 100_000;

    private final Api api;
    private final String id;

    private FreshFile(Api api, String id) {
        this.api = api;
        this.id = id;
    }

    String id() {
        return id;
    }

    static FreshFile atTheBank(RunningPlatform platform) {
        return submitted(platform, 150_000).approved();
    }

    /** Handed in, for the office's envelope of the year. */
    static FreshFile submitted(RunningPlatform platform, long amountCents) {
        Api api = platform.api();
        LocalDate today = new SandboxClock(api, "exploitant.region").today();
        made(api.post(new Target("responsable." + OFFICE, Service.GUARANTEE, "/envelopes"),
                Map.of("year", today.getYear(), "amountCents", ENVELOPE_CENTS)));
        FreshFile file = new FreshFile(api,
                made(api.post(agent("/dossiers"), form(today, amountCents))).text("dossierId"));
        file.act("/submission", Map.of());
        return file;
    }

    /** Eligible, and the commission has met: the bank has it. */
    FreshFile approved() {
        awaitStage("eligible");
        approve(new SandboxClock(api, "exploitant.region").today());
        api.await(bank(""), "the bank has it", answer -> answer.text("nextStep").equals("decide"));
        return this;
    }

    void awaitStage(String stage) {
        api.await(agent("/dossiers/" + id), stage, answer -> answer.text("stage").equals(stage));
    }

    /** An act of the office. */
    void act(String act, Map<String, Object> body) {
        done(api.postOn(agent("/dossiers/" + id), agent("/dossiers/" + id + act), body));
    }

    private static Map<String, Object> form(LocalDate today, long amountCents) {
        Map<String, Object> form = new HashMap<>();
        form.put("applicant",
                Map.of("familyName", "Exemplefichier" + newName(), "givenNames", "Alex", "birthDate", "1979-02-03",
                        "street", "4 rue des Exemples", "postalCode", "21000", "city", "Dijon"));
        form.put("household", Map.of("commune", "21231", "adults", 1, "childBirthDates", List.of("2002-04-11")));
        form.put("budget",
                Map.of("resources", List.of(Map.of("kind", "wages", "monthlyCents", 110_000)), "charges",
                        List.of(Map.of("kind", "housing", "monthlyCents", 56_000)), "loans", List.of(), "overIndebted",
                        false));
        form.put("request",
                Map.of("schemeId", "dijon", "bankId", "cm-dijon", "purpose", "household-appliance", "project",
                        "lave-linge", "ground", "refused-ordinary-loan", "amountCents", amountCents, "termMonths", 18));
        form.put("consents", Map.of("transmission", today.toString()));
        return form;
    }

    /** Of a person of its own: what one has is not counted against another. Names have no digits. */
    private static String newName() {
        return UUID.randomUUID().toString().chars().filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void approve(LocalDate today) {
        Target agenda = president("/agenda");
        api.await(agenda, "it waits for the commission", answer -> answer.body().toString().contains(id));
        String session = "/sessions/" + made(api.post(
                new Target("secretaire." + OFFICE, Service.COMMISSION, "/sessions"),
                Map.of("heldOn", today.toString())))
                .text("sessionId");
        done(api.postOn(president(session), president(session + "/opening"),
                Map.of("capacity", "elected-representative")));
        int revision = 0;
        for (JsonNode item : api.get(president(session)).body().path("agenda")) {
            revision = item.path("dossierId").asText().equals(id) ? item.path("revision").asInt() : revision;
        }
        done(api.post(president(session + "/decisions"),
                Map.of("dossierId", id, "revision", revision, "decision", "approved", "reasons", List.of())));
        done(api.postOn(president(session), president(session + "/closure"), Map.of()));
    }

    /** Accepted, and both who were asked have answered well. */
    void accepted() {
        done(api.postOn(bank(""), bank("/decision"), Map.of("decision", "accepted", "reasons", List.of())));
        api.await(bank(""), "guarantee and subsidy are granted",
                answer -> answer.text("nextStep").equals("report-contract"));
    }

    Answer atBank() {
        return api.get(bank(""));
    }

    private Target bank(String act) {
        return new Target("bank-cm-dijon", Service.BANK, "/files/" + id + act);
    }

    private static Target agent(String path) {
        return new Target("agent." + OFFICE, Service.INTAKE, path);
    }

    private static Target president(String path) {
        return new Target("presidente." + OFFICE, Service.COMMISSION, path);
    }

    private static Answer made(Answer answer) {
        assertEquals(201, answer.status(), answer.toString());
        return answer;
    }

    private static void done(Answer answer) {
        assertTrue(answer.isOk(), answer.toString());
    }
}
