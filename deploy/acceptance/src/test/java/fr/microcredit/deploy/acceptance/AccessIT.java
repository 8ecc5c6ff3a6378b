package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.client.SandboxServer;
import fr.microcredit.deploy.local.platform.Service;

/** Real tokens from Keycloak at the real services: who is nobody, who is somebody else, who has another role. */
class AccessIT {
    private static final String ANYBODY = "00000000-0000-4000-8000-000000000000";

    @ParameterizedTest
    @CsvSource({"INTAKE,/dossiers", "ELIGIBILITY,/schemes", "COMMISSION,/agenda", "BANK,/files",
            "GUARANTEE,/guarantors",
            "OBSERVATORY,/operations/dead-letters"})
    void withoutATokenNothingIsShown(Service service, String path) throws Exception {
        Answer answer = RunningPlatform.played().apiWith(who -> "").get(new Target("nobody", service, path));
        assertEquals(401, answer.status());
        assertEquals("unauthenticated", answer.text("code"));
    }

    @ParameterizedTest
    @CsvSource({"INTAKE,/q/openapi", "BANK,/q/openapi.json", "COMMISSION,/q/openapi.yaml", "GUARANTEE,/q/metrics",
            "OBSERVATORY,/q/metrics/base", "ELIGIBILITY,/q/anything"})
    void descriptionsAndMetricsNeedATokenToo(Service service, String path) throws Exception {
        assertEquals(401,
                RunningPlatform.played().apiWith(who -> "").get(new Target("nobody", service, path)).status());
    }

    @ParameterizedTest
    @CsvSource({"INTAKE,/q/health/ready", "OBSERVATORY,/q/health/ready", "OBSERVATORY,/indicators"})
    void healthAndPublicFiguresAreForEverybody(Service service, String path) throws Exception {
        assertEquals(200,
                RunningPlatform.played().apiWith(who -> "").get(new Target("nobody", service, path)).status());
    }

    @Test
    void aForgedTokenIsRefused() throws Exception {
        String real = RunningPlatform.played().tokens().of("agent.ccas-dijon");
        String forged = real.substring(0, real.lastIndexOf('.') + 1) + "AAAA";
        assertEquals(401, RunningPlatform.played().apiWith(who -> forged)
                .get(new Target("nobody", Service.INTAKE, "/dossiers")).status());
    }

    @ParameterizedTest
    @CsvSource({"agent.ccas-dijon,BANK,/files", "bank-cm-dijon,INTAKE,/dossiers", "agent.ccas-dijon,COMMISSION,/agenda",
            "agent.ccas-dijon,GUARANTEE,/guarantors", "analyste.region,INTAKE,/dossiers",
            "fonds.region,INTAKE,/dossiers", "agent.ccas-dijon,INTAKE,/sandbox/quietness",
            "conseiller.cm-dijon,GUARANTEE,/ledger/check"})
    void aWrongRoleIsRefused(String who, Service service, String path) throws Exception {
        Answer answer = RunningPlatform.played().api().get(new Target(who, service, path));
        assertEquals(403, answer.status());
        assertEquals("forbidden", answer.text("code"));
    }

    @Test
    void anotherTenantsDossierIsNotThere() throws Exception {
        Api api = RunningPlatform.played().api();
        String dossier = api.get(new Target("agent.ccas-dijon", Service.INTAKE, "/dossiers?limit=1")).body()
                .path("items").path(0).path("dossierId").asText();
        String file = api.get(new Target("bank-cm-dijon", Service.BANK, "/files?limit=1&status=disbursed")).body()
                .path("items").path(0).path("dossierId").asText();
        assertEquals(200, api.get(new Target("agent.ccas-dijon", Service.INTAKE, "/dossiers/" + dossier)).status());
        assertEquals(200, api.get(new Target("bank-cm-dijon", Service.BANK, "/files/" + file)).status());
        for (Target foreign : List.of(new Target("agent.udaf-poitiers", Service.INTAKE, "/dossiers/" + dossier),
                new Target("agent.udaf-poitiers", Service.INTAKE, "/dossiers/" + dossier + "/timeline"),
                new Target("agent.udaf-poitiers", Service.ELIGIBILITY, "/assessments/" + dossier),
                new Target("bank-ce-poitou", Service.BANK, "/files/" + file),
                new Target("conseiller.ce-poitou", Service.BANK, "/loans/" + file),
                new Target("agent.ccas-dijon", Service.INTAKE, "/dossiers/" + ANYBODY))) {
            assertEquals(404, api.get(foreign).status(), foreign.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"exploitant.region,2001-01-01,200", "agent.ccas-dijon,2030-01-01,403", "exploitant.region,never,400"})
    void theOneCallThatMovesTheDateAsksTheServicesWhoMay(String who, String to, int status) throws Exception {
        RunningPlatform platform = RunningPlatform.played();
        try (SandboxServer sandbox = new SandboxServer(platform.platform().ports())) {
            sandbox.start();
            HttpRequest move = HttpRequest
                    .newBuilder(URI.create(
                            "http://127.0.0.1:" + platform.platform().ports().sandbox() + "/business-date"))
                    .timeout(Duration.ofSeconds(30)).header("Authorization", "Bearer " + platform.tokens().of(who))
                    .POST(HttpRequest.BodyPublishers.ofString("{\"to\":\"" + to + "\"}")).build();
            assertEquals(status,
                    HttpClient.newHttpClient().send(move, HttpResponse.BodyHandlers.ofString()).statusCode());
        }
    }

    @Test
    void onlyTheOperatorMovesTheDate() throws Exception {
        assertEquals(403, RunningPlatform.played().api().post(
                new Target("responsable.ccas-dijon", Service.INTAKE, "/sandbox/business-date"),
                Map.of("to", "2030-01-01")).status());
    }
}
