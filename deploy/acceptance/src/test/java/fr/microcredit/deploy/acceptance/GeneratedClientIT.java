package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.platform.Service;

/** Types that somebody generates from the services' descriptions compile strictly, and a client on them works. */
class GeneratedClientIT {
    private static final String AGENT = "agent.ccas-dijon";
    private static final String OPERATOR = "exploitant.region";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aGeneratedClientCompilesStrictlyAndOpensADossier() throws Exception {
        NodeProject project = NodeProject.orSkip(Path.of(System.getProperty("workspace.root")),
                "no client was generated from the descriptions");
        RunningPlatform platform = RunningPlatform.started();
        for (Service service : Service.values()) {
            JsonNode described = platform.api().get(new Target(OPERATOR, service, "/q/openapi?format=json")).body();
            Files.writeString(project.file("described/" + service.shortName() + ".json"), described.toPrettyString());
        }
        project.run(Map.of(), "npm", "run", "build").orFail();
        String output = project
                .run(Map.of("INTAKE", "http://127.0.0.1:" + platform.platform().ports().of(Service.INTAKE),
                        "TOKEN", platform.tokens().of(AGENT)), "node", "built/open-dossier.js")
                .orFail();

        JsonNode told = JSON.readTree(output);
        assertEquals(150_000, told.path("amountCents").asInt(), output);
        assertEquals("stale-version", told.path("stale").asText(), output);
        JsonNode kept = platform.api().get(new Target(AGENT, Service.INTAKE, "/dossiers/" + told.path("id").asText()))
                .body();
        assertEquals("Exempletypes", kept.path("applicant").path("familyName").asText());
        assertEquals("vehicle", kept.path("request").path("purpose").asText());
    }
}
