package fr.microcredit.deploy.local.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

import fr.microcredit.deploy.local.platform.Console;

/** Tells the demonstration on the terminal as a table. */
public final class Narrator {
    private static final String ROW = "  %-10s  %-9s %-34s %s";

    private final Console console;

    public Narrator(Console console) {
        this.console = console;
    }

    public void head() {
        console.plain("");
        console.plain(String.format(Locale.ROOT, ROW, "date", "dossier", "step", "result"));
        console.plain("  " + "-".repeat(110));
    }

    public void tell(LocalDate on, String dossier, String step, String result) {
        console.plain(String.format(Locale.ROOT, ROW, on, dossier, step, result));
    }

    void progress(String text, int done, int all) {
        console.progress(text, done, all);
    }

    /** The business date that is played now. */
    void day(LocalDate day) {
        console.status("business date " + day);
    }

    /** Nothing goes on any more. */
    void rest() {
        console.status("");
    }

    void step(String text) {
        console.step(text);
    }

    /** For the eye, with a space between thousands; figures are compared in cents. */
    static String euros(long cents) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(cents, 2)).replace(',', ' ');
    }
}
