package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.deploy.local.client.Api;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.platform.Service;

/** What leaves the straight way: a request that is put right, and one that is given up while its bank has it. */
class WayOutIT {
    private static final String AGENT = "agent.ccas-dijon";

    @Test
    void whatDoesNotFitIsPutRightByTheAlternativeAndGoesOn() throws Exception {
        RunningPlatform platform = RunningPlatform.played();
        FreshFile file = FreshFile.submitted(platform, 400_000);
        file.awaitStage("found-ineligible");
        JsonNode fits = platform.api().get(new Target(AGENT, Service.ELIGIBILITY, "/assessments/" + file.id()
                + "/explanation")).body().path("alternatives").path("largestAmount");
        assertTrue(fits.path("amountCents").asLong() >= 30_000, fits.toString());
        file.act("/alternative", Map.of("amountCents", fits.path("amountCents").asLong(), "termMonths",
                fits.path("termMonths").asInt()));
        JsonNode terms = file.approved().atBank().body().path("terms");
        assertEquals(fits.path("amountCents").asLong(), terms.path("amountCents").asLong());
        assertEquals(fits.path("termMonths").asInt(), terms.path("termMonths").asInt());
        file.act("/withdrawal", Map.of("reason", "applicant"));
        file.awaitStage("withdrawn");
        String timeline = platform.api().get(new Target(AGENT, Service.INTAKE, "/dossiers/" + file.id() + "/timeline"))
                .body().toString();
        assertTrue(timeline.contains("\"byName\":\"Agent Démonstration\""), timeline);
    }

    @Test
    void whatIsGivenUpLeavesNothingReservedAndEveryServiceAgrees() throws Exception {
        RunningPlatform platform = RunningPlatform.played();
        Api api = platform.api();
        FreshFile file = FreshFile.atTheBank(platform);
        file.accepted();
        Target guarantee = new Target("fonds.region", Service.GUARANTEE, "/guarantees/" + file.id() + "/cm-dijon");
        Target subsidy = new Target("fonds.region", Service.GUARANTEE, "/subsidies/" + file.id() + "/cm-dijon");
        assertEquals("reserved", api.get(guarantee).text("status"));
        assertEquals("reserved", api.get(subsidy).text("status"));

        file.act("/withdrawal", Map.of("reason", "took-other-credit"));
        file.awaitStage("withdrawn");
        assertEquals("withdrawn", file.atBank().text("status"));
        api.await(guarantee, "the guarantee is free", answer -> answer.text("status").equals("released"));
        api.await(subsidy, "the envelope is free", answer -> answer.text("status").equals("released"));
        api.await(new Target(AGENT, Service.INTAKE, "/dossiers/" + file.id() + "/timeline"), "the office reads it",
                answer -> answer.body().toString().contains("bank.withdrawn"));
    }
}
