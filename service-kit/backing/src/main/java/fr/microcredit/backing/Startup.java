package fr.microcredit.backing;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Waits for a server that comes up. The children of a killed one hold its memory and its port for a moment, and a start in
 * that moment ends at once: it is tried again until the limit.
 */
final class Startup {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Duration limit;
    private long nextTryAt;

    Startup(Duration limit) {
        this.limit = limit;
    }

    /** What is waited for. */
    interface Server {
        void start() throws IOException;

        boolean isReady();

        /** Null before the first start. */
        ChildProcess process();
    }

    /** Returns as soon as the server is ready; it has been started once already. */
    void await(Supplier<String> description, Server server) {
        nextTryAt = System.nanoTime() + PAUSE.toNanos();
        Await.until(limit, description, () -> {
            if (server.isReady()) {
                return true;
            }
            startAgain(server);
            return false;
        });
    }

    private void startAgain(Server server) throws IOException {
        boolean ended = server.process() != null && !server.process().isAlive();
        if (ended && System.nanoTime() > nextTryAt) {
            nextTryAt = System.nanoTime() + PAUSE.toNanos();
            server.start();
        }
    }
}
