package fr.microcredit.backing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Polls a condition until a deadline; nothing here waits longer than it must. */
public final class Await {
    private static final long PAUSE_MS = 25;

    private Await() {
    }

    /**
     * Returns as soon as the condition holds.
     *
     * @throws IllegalStateException with the description when it does not hold in time
     */
    public static void until(Duration limit, Supplier<String> description, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        Exception last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (Exception e) {
                last = e;
            }
            pause();
        }
        throw new IllegalStateException("Not within " + limit.toSeconds() + " s: " + description.get(), last);
    }

    /** Between two looks at a condition. */
    public static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
