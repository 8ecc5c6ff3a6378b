package fr.microcredit.deploy.local.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import fr.microcredit.backing.ChildProcess;

/** Restarts what dies, after a pause that doubles while it keeps dying and is forgotten once it stays up. */
final class Supervisor implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 250;
    private static final long PAUSE_MIN_MS = 500;
    private static final long PAUSE_MAX_MS = 30_000;
    private static final long STAYED_UP_MS = 60_000;
    private static final int DEATHS_MAX_BEFORE_READY = 3;

    private final Console console;
    private final Map<Component, Watch> watches = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "supervisor");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closing;

    Supervisor(Console console) {
        this.console = console;
        timer.scheduleWithFixedDelay(this::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private static final class Watch {
        private long startedAt = System.nanoTime();
        private long restartAt;
        private int deaths;
        private boolean wasReady;
    }

    void watch(Component component) {
        watches.put(component, new Watch());
    }

    /** It may stop from now on. */
    void leave(Component component) {
        watches.remove(component);
    }

    /** Whether a component has died again and again without ever having been ready. */
    boolean hasGivenUp(Component component) {
        Watch watch = watches.get(component);
        return watch != null && !watch.wasReady && watch.deaths >= DEATHS_MAX_BEFORE_READY;
    }

    private void look() {
        watches.forEach((component, watch) -> {
            if (!closing) {
                look(component, watch);
            }
        });
    }

    private void look(Component component, Watch watch) {
        ChildProcess process = component.process();
        if (process == null) {
            return;
        }
        if (process.isAlive()) {
            watch.wasReady |= millisSince(watch.startedAt) > STAYED_UP_MS || component.isReady();
        } else if (watch.restartAt == 0) {
            watch.deaths = millisSince(watch.startedAt) > STAYED_UP_MS ? 1 : watch.deaths + 1;
            long pause = Math.min(PAUSE_MAX_MS, PAUSE_MIN_MS << Math.min(10, watch.deaths - 1));
            watch.restartAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause);
        } else if (System.nanoTime() > watch.restartAt && !hasGivenUp(component)) {
            restart(component, watch);
        }
    }

    private void restart(Component component, Watch watch) {
        watch.restartAt = 0;
        watch.startedAt = System.nanoTime();
        console.step(component.name() + " has died and is started again; log: " + component.logFile());
        try {
            component.start();
        } catch (Exception e) {
            console.step(component.name() + " could not be started: " + e.getMessage());
        }
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    @Override
    public void close() {
        closing = true;
        timer.shutdownNow();
        try {
            timer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
