package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        Api api = platform.api();
        LocalDate today = new SandboxClock(api, "exploitant.region").today();
        made(api.post(new Target("responsable." + OFFICE, Service.GUARANTEE, "/envelopes"),
                Map.of("year", today.getYear(), "amountCents", ENVELOPE_CENTS)));
        FreshFile file = new FreshFile(api, made(api.post(agent("/dossiers"), form(today))).text("dossierId"));
        Target dossier = agent("/dossiers/" + file.id);
        done(api.postOn(dossier, agent("/dossiers/" + file.id + "/submission"), Map.of()));
        api.await(dossier, "eligible", answer -> answer.text("stage").equals("eligible"));
        file.approve(today);
        api.await(file.bank(""), "the bank has it", answer -> answer.text("nextStep").equals("decide"));
        return file;
    }

    private static Map<String, Object> form(LocalDate today) {
        Map<String, Object> form = new HashMap<>();
        form.put("applicant", Map.of("familyName", "Exemplefichier", "givenNames", "Alex", "birthDate", "1979-02-03",
                "street", "4 rue des Exemples", "postalCode", "21000", "city", "Dijon"));
        form.put("household", Map.of("commune", "21231", "adults", 1, "childBirthDates", List.of("2002-04-11")));
        form.put("budget",
                Map.of("resources", List.of(Map.of("kind", "wages", "monthlyCents", 110_000)), "charges",
                        List.of(Map.of("kind", "housing", "monthlyCents", 56_000)), "loans", List.of(), "overIndebted",
                        false));
        form.put("request",
                Map.of("schemeId", "dijon", "bankId", "cm-dijon", "purpose", "household-appliance", "project",
                        "lave-linge", "ground", "refused-ordinary-loan", "amountCents", 150_000, "termMonths", 18));
        form.put("consents", Map.of("transmission", today.toString()));
        return form;
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
        done(api.post(president(session + "/decisions"),
                Map.of("dossierId", id, "decision", "approved", "reasons", List.of())));
        done(api.postOn(president(session), president(session + "/closure"), Map.of()));
    }

    /** Accepted, and both who were asked have answered well. */
    void accepted() {
        done(api.postOn(bank(""), bank("/decision"), Map.of("decision", "accepted", "reasons", List.of())));
        api.await(bank(""), "guarantee and subsidy are granted",
                answer -> answer.text("nextStep").equals("report-contract"));
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
