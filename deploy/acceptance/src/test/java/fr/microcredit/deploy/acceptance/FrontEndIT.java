package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;

import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.platform.Service;

/** A page on another origin, in a real browser: its person signs in at the realm and opens a dossier. */
class FrontEndIT {
    private static final String AGENT = "agent.ccas-dijon";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aPageOnAnotherOriginSignsInAndOpensADossier() throws Exception {
        RunningPlatform platform = RunningPlatform.started();
        try (ChromiumBrowser browser = ChromiumBrowser.orSkip("no front end on another origin was tried")) {
            Page page = browser.open().newPage();
            List<String> errors = errors(page);
            signIn(page, platform.frontEnd().origin() + "/");
            page.click("#open:enabled");
            page.waitForFunction("document.querySelector('#answer').textContent !== ''");
            String answer = page.locator("#answer").textContent();
            assertTrue(answer.startsWith("{"), answer + " " + errors);
            check(platform, JSON.readTree(answer));
            assertEquals(List.of(), errors, "no error in the browser's console");
        }
    }

    /** The realm does not send a code to whoever asks, and no other page reads what the services answer. */
    @Test
    void aPageThatNobodyHasNamedDoesNeither() throws Exception {
        RunningPlatform platform = RunningPlatform.started();
        try (ChromiumBrowser browser = ChromiumBrowser.orSkip("no front end on another origin was tried");
                FrontEnd stranger = FrontEnd.anywhere()) {
            stranger.serve(platform.platform().ports());
            Page page = browser.open().newPage();
            page.navigate(stranger.origin() + "/");
            Object read = page.evaluate("() => fetch(intake + '/q/health').then(() => 'read', () => 'kept from it')");
            assertEquals("kept from it", read);
            page.click("#sign-in");
            page.waitForURL(address -> address.contains("/realms/microcredit/"));
            assertEquals(0, page.locator("#username").count(), "the realm shows nobody its form for this page");
        }
    }

    private static void signIn(Page page, String address) {
        page.navigate(address);
        page.click("#sign-in");
        page.fill("#username", AGENT);
        page.fill("#password", "demonstration");
        page.click("#kc-login");
        page.waitForURL(address);
    }

    private static void check(RunningPlatform platform, JsonNode answer) {
        JsonNode opened = answer.path("opened");
        assertEquals(201, opened.path("status").asInt(), answer::toString);
        String id = opened.path("body").path("dossierId").asText();
        assertTrue(opened.path("etag").asText().matches("\"\\d+\""), "the page reads the version");
        assertTrue(opened.path("location").asText().endsWith("/dossiers/" + id), "and the address");
        assertEquals(200, answer.path("changed").path("status").asInt(), answer::toString);
        Answer read = platform.api().get(new Target(AGENT, Service.INTAKE, "/dossiers/" + id));
        assertEquals(answer.path("changed").path("etag").asText(), read.etag(), "the office has it");
    }

    private static List<String> errors(Page page) {
        List<String> errors = new CopyOnWriteArrayList<>();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        return errors;
    }
}
