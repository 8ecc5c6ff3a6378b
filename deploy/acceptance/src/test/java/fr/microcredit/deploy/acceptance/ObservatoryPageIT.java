package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import fr.microcredit.deploy.local.platform.Service;

/** The public page in a real browser, after the demonstration. */
class ObservatoryPageIT {
    @Test
    void thePageShowsChartsWithATableBehindEach() throws Exception {
        RunningPlatform platform = RunningPlatform.played();
        try (ChromiumBrowser browser = ChromiumBrowser.orSkip("the observatory page was not looked at")) {
            look(browser.open().newPage(),
                    "http://127.0.0.1:" + platform.platform().ports().of(Service.OBSERVATORY) + "/");
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
