package fr.microcredit.deploy.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Calls something again and again and notes how long each call took, in microseconds. */
final class Load {
    private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int DIGITS = 3;
    private static final int MICRO_DIGITS = 3;
    private static final long MILLIS_PER_SECOND = 1000;

    private Load() {
    }

    /** One call; the number is its own. */
    interface Call {
        void run(long number) throws Exception;
    }

    /** What came of it. */
    record Result(long calls, long failures, Duration took, Histogram micros) {
        long perSecond() {
            return (calls - failures) * MILLIS_PER_SECOND / Math.max(1, took.toMillis());
        }

        String millis(int percentile) {
            return Load.millis(micros, percentile);
        }
    }

    /** Milliseconds with one decimal. */
    static String millis(Histogram micros, int percentile) {
        return BigDecimal.valueOf(micros.getValueAtPercentile(percentile), MICRO_DIGITS)
                .setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    static Histogram histogram() {
        return new ConcurrentHistogram(HIGHEST_MICROS, DIGITS);
    }

    /** Every worker begins its next call when the last has ended: for the highest throughput only. */
    static Result closed(int workers, Duration length, Call call) throws InterruptedException {
        Histogram micros = histogram();
        AtomicLong calls = new AtomicLong();
        AtomicLong failures = new AtomicLong();
        long start = System.nanoTime();
        long end = start + length.toNanos();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        for (int worker = 0; worker < workers; worker++) {
            pool.execute(() -> {
                for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                    timed(call, calls.getAndIncrement(), now, micros, failures);
                }
            });
        }
        pool.shutdown();
        pool.awaitTermination(10, TimeUnit.MINUTES);
        return new Result(calls.get(), failures.get(), Duration.ofNanos(System.nanoTime() - start), micros);
    }

    /** So many calls, by so many workers. */
    static Result counted(int workers, long all, Call call) throws InterruptedException {
        Histogram micros = histogram();
        AtomicLong calls = new AtomicLong();
        AtomicLong failures = new AtomicLong();
        long start = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        for (int worker = 0; worker < workers; worker++) {
            pool.execute(() -> {
                for (long number = calls.getAndIncrement(); number < all; number = calls.getAndIncrement()) {
                    timed(call, number, System.nanoTime(), micros, failures);
                }
            });
        }
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.HOURS);
        return new Result(all, failures.get(), Duration.ofNanos(System.nanoTime() - start), micros);
    }

    /** Calls begin at their intended times whether earlier ones have ended or not, and are measured from there. */
    static Result open(int perSecond, Duration length, Call call) throws InterruptedException {
        Histogram micros = histogram();
        AtomicLong failures = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(8, perSecond / 4));
        long all = perSecond * length.toSeconds();
        long start = System.nanoTime();
        for (long number = 0; number < all; number++) {
            long intended = start + number * 1_000_000_000L / perSecond;
            LockSupport.parkNanos(intended - System.nanoTime());
            long own = number;
            pool.execute(() -> timed(call, own, intended, micros, failures));
        }
        pool.shutdown();
        pool.awaitTermination(10, TimeUnit.MINUTES);
        return new Result(all, failures.get(), Duration.ofNanos(System.nanoTime() - start), micros);
    }

    private static void timed(Call call, long number, long since, Histogram micros, AtomicLong failures) {
        try {
            call.run(number);
            micros.recordValue(Math.min(HIGHEST_MICROS, (System.nanoTime() - since) / 1000));
        } catch (Exception e) {
            failures.incrementAndGet();
        }
    }
}
