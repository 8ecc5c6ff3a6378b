package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.platform.Service;

/** The explanation of one refusal of the demonstration, as the person concerned would read it, in a real browser. */
class ExplanationPageIT {
    private static final String AGENT = "agent.ccas-dijon";
    private static final int NARROW = 320;

    @Test
    void thePageOfARefusalReadsWellOnANarrowScreen() throws Exception {
        RunningPlatform platform = RunningPlatform.played();
        String dossier = refused(platform);
        String address = "http://127.0.0.1:" + platform.platform().ports().of(Service.ELIGIBILITY) + "/assessments/"
                + dossier + "/explanation.html";
        try (ChromiumBrowser browser = ChromiumBrowser.orSkip("the explanation of a refusal was not looked at")) {
            Page page = browser.open()
                    .newPage(new Browser.NewPageOptions().setLocale("fr-FR").setViewportSize(NARROW, 800)
                            .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + platform.tokens().of(AGENT))));
            assertEquals(200, page.navigate(address).status());
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(
                    Path.of(System.getProperty("workspace.root"), "deploy/acceptance/target/explanation.png")));
            String text = page.locator("main").innerText();
            assertTrue(text.contains("Comment votre demande a été examinée"), text);
            assertTrue(text.contains("Personne n'est refusé par un calcul") || text.contains("un agent nommé l'a"),
                    text);
            assertTrue(text.contains("L311-3-1"), text);
            assertTrue((Integer) page.evaluate("document.documentElement.scrollWidth") <= NARROW,
                    "nothing is wider than the screen");
        }
    }

    /** Somebody of the demonstration whose request did not fit. */
    private static String refused(RunningPlatform platform) {
        Answer list = platform.api().get(new Target(AGENT, Service.INTAKE, "/dossiers?limit=100"));
        for (JsonNode each : list.body().path("items")) {
            if (each.path("stage").asText().equals("ineligible")) {
                return each.path("dossierId").asText();
            }
        }
        throw new AssertionError("The demonstration refuses somebody: " + list);
    }
}
