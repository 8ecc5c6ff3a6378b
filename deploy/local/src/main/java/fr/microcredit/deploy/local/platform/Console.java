package fr.microcredit.deploy.local.platform;

import java.io.PrintStream;
import java.util.Locale;

/** What the terminal shows: every line with the time since the start. */
public final class Console {
    private static final String CLEAR_LINE = "\r\033[K";
    private static final int BAR = 40;

    private final PrintStream out;
    private final boolean terminal = System.console() != null;
    private final long start = System.nanoTime();

    public Console(PrintStream out) {
        this.out = out;
    }

    public double elapsedSeconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    public synchronized void step(String text) {
        out.printf(Locale.ROOT, "%s[%6.1f s] %s%n", terminal ? CLEAR_LINE : "", elapsedSeconds(), text);
    }

    public synchronized void plain(String text) {
        out.println((terminal ? CLEAR_LINE : "") + text);
    }

    /** A bar on a terminal; elsewhere a line at every tenth. */
    public synchronized void progress(String text, int done, int all) {
        if (terminal) {
            int filled = done * BAR / Math.max(1, all);
            out.printf(Locale.ROOT, "%s[%6.1f s] %s [%s%s] %d/%d", CLEAR_LINE, elapsedSeconds(), text,
                    "#".repeat(filled),
                    ".".repeat(BAR - filled), done, all);
            if (done == all) {
                out.println();
            }
        } else if (all < 10 || done % (all / 10) == 0 || done == all) {
            step(text + " " + done + "/" + all);
        }
        out.flush();
    }
}
