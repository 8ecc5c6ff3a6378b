package fr.microcredit.kit.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How fast one client comes: so many at once, then at a lasting rate (the generic cell rate algorithm, ITU-T I.371). */
final class Pace {
    private final long interval;
    private final long tolerance;
    private final AtomicLong due;
    private final AtomicInteger underWay = new AtomicInteger();

    /**
     * @param perSecond lasting rate, at least 1
     * @param burst     how many may come at once, at least 1
     * @param now       of a clock that only goes forward, in nanoseconds
     */
    Pace(int perSecond, int burst, long now) {
        this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.tolerance = interval * (burst - 1);
        this.due = new AtomicLong(now);
    }

    /** Whether one more may come now. */
    boolean admits(long now) {
        while (true) {
            long before = due.get();
            long own = Math.max(before, now);
            if (own - now > tolerance) {
                return false;
            }
            if (due.compareAndSet(before, own + interval)) {
                return true;
            }
        }
    }

    AtomicInteger underWay() {
        return underWay;
    }
}
