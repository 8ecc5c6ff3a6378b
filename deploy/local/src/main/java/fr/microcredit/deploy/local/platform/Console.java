package fr.microcredit.deploy.local.platform;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * What the terminal shows: lines with the time since the start and, on a terminal, a last line that tells what goes on.
 */
public final class Console {
    private static final String CLEAR_LINE = "\r\033[K";
    private static final int BAR = 30;
    private static final int TENTHS = 10;
    private static final int MILLIS_PER_TENTH = 100;

    private final PrintStream out;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private String status = "";
    private String bar = "";

    public Console(PrintStream out) {
        this(out, System.console() != null);
    }

    Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    public synchronized void step(String text) {
        plain(time() + text);
    }

    public synchronized void plain(String text) {
        out.println((terminal ? CLEAR_LINE : "") + text);
        redraw();
    }

    /** What goes on now; only a terminal shows it. */
    public synchronized void status(String text) {
        status = text;
        redraw();
    }

    /** A bar on a terminal, which goes when all is done; elsewhere a line at every tenth. */
    public synchronized void progress(String text, int done, int all) {
        int filled = done * BAR / Math.max(1, all);
        bar = done < all
                ? "  " + text + " [" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + done + "/" + all
                : "";
        if (done == all || !terminal && (all < TENTHS || done % (all / TENTHS) == 0)) {
            step(text + " " + done + "/" + all);
        } else {
            redraw();
        }
    }

    private void redraw() {
        if (terminal) {
            out.print(CLEAR_LINE + (status.isEmpty() && bar.isEmpty() ? "" : time() + status + bar));
            out.flush();
        }
    }

    private String time() {
        long tenths = elapsed().toMillis() / MILLIS_PER_TENTH;
        return String.format(Locale.ROOT, "[%4d.%d s] ", tenths / TENTHS, tenths % TENTHS);
    }
}
