package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import fr.microcredit.deploy.local.platform.Service;

/** The public page in a real browser, after the demonstration. */
class ObservatoryPageIT {
    private static final List<Path> CHROMIUM = List.of(Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"));
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    @Test
    void thePageShowsChartsWithATableBehindEach() throws Exception {
        Path browser = CHROMIUM.stream().filter(Files::isExecutable).findFirst().orElse(null);
        Assumptions.assumeTrue(browser != null,
                "No Chromium on this machine: the observatory page was not looked at; install chromium to test it");
        RunningPlatform platform = RunningPlatform.played();
        try (Playwright playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser chromium = playwright.chromium().launch(
                        new BrowserType.LaunchOptions().setExecutablePath(browser).setHeadless(true).setArgs(FLAGS))) {
            look(chromium.newPage(), "http://127.0.0.1:" + platform.platform().ports().of(Service.OBSERVATORY) + "/");
        }
    }

    private static void look(Page page, String address) {
        List<String> errors = new ArrayList<>();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.navigate(address);
        page.waitForSelector("table tbody tr");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of(System.getProperty("workspace.root"), "deploy/acceptance/target/observatory.png")));
        int charts = page.locator(".chart canvas, .chart svg").count();
        int tables = page.locator("table").count();
        assertTrue(charts >= 2, "at least two charts, found " + charts);
        assertTrue(tables >= charts, "a table behind each chart");
        assertTrue(page.locator("table").allInnerTexts().stream().anyMatch(table -> table.contains("2008")),
                "the demonstration's years are there");
        assertEquals(List.of(), errors, "no error in the browser's console");
    }
}
