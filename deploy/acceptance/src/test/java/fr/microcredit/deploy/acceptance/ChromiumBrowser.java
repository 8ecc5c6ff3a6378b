package fr.microcredit.deploy.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** The machine's own Chromium, without a window and without anything it would like to load by itself. */
final class ChromiumBrowser implements AutoCloseable {
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"));
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private ChromiumBrowser(Path place) {
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(place).setHeadless(true).setArgs(FLAGS));
    }

    /** @param otherwise what stays untested on a machine without Chromium */
    static ChromiumBrowser orSkip(String otherwise) {
        Path place = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
        Assumptions.assumeTrue(place != null,
                "No Chromium on this machine: " + otherwise + "; install chromium to test it");
        return new ChromiumBrowser(place);
    }

    Browser open() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
