package fr.microcredit.deploy.local.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void aFileGetsALineAtEveryTenthAndNoControlCharacters() {
        Console console = console(false);
        console.status("2008-07-01");
        for (int done = 1; done <= 20; done++) {
            console.progress("played", done, 20);
        }
        assertEquals(10, text().lines().count());
        assertFalse(text().contains("\033"));
    }

    @Test
    void aTerminalKeepsItsLastLineBelowTheOthers() {
        Console console = console(true);
        console.status("2008-07-01");
        console.progress("played", 5, 20);
        console.plain("a line");
        String[] lines = text().split("\n");
        assertTrue(lines[lines.length - 1].contains("2008-07-01  played [#######"), text());
    }

    private Console console(boolean terminal) {
        return new Console(new PrintStream(shown, true, StandardCharsets.UTF_8), terminal);
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
