package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** What happens on which business day. Days come in order; on one day the quiet crowd goes first and then each story. */
final class Calendar {
    private static final int CROWD_THREADS = 4;

    private final Consumer<LocalDate> mover;
    private final Consumer<LocalDate> onDay;
    private final TreeMap<LocalDate, Day> days = new TreeMap<>();

    private static final class Day {
        private final List<Runnable> crowd = new ArrayList<>();
        private final List<Runnable> stories = new ArrayList<>();
    }

    /**
     * @param mover moves the business date
     * @param onDay told the day before the date is moved to it
     */
    Calendar(Consumer<LocalDate> mover, Consumer<LocalDate> onDay) {
        this.mover = mover;
        this.onDay = onDay;
    }

    /** One of many acts that may go side by side. */
    synchronized void crowd(LocalDate on, Runnable act) {
        days.computeIfAbsent(on, any -> new Day()).crowd.add(act);
    }

    /** An act that is told. */
    synchronized void story(LocalDate on, Runnable act) {
        days.computeIfAbsent(on, any -> new Day()).stories.add(act);
    }

    /** Plays every day, those added meanwhile too. */
    void play() {
        while (true) {
            Map.Entry<LocalDate, Day> next;
            synchronized (this) {
                next = days.firstEntry();
                if (next == null) {
                    return;
                }
                days.remove(next.getKey());
            }
            onDay.accept(next.getKey());
            mover.accept(next.getKey());
            together(next.getValue().crowd);
            next.getValue().stories.forEach(Runnable::run);
        }
    }

    /** Ends with the first that fails. */
    private static void together(List<Runnable> acts) {
        ExecutorService pool = Executors.newFixedThreadPool(CROWD_THREADS);
        try {
            CompletionService<Void> calls = new ExecutorCompletionService<>(pool);
            acts.forEach(act -> calls.submit(act, null));
            for (int done = 0; done < acts.size(); done++) {
                calls.take().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemonstrationFailure("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
