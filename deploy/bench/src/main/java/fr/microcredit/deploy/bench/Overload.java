package fr.microcredit.deploy.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.HdrHistogram.Histogram;

import fr.microcredit.deploy.local.platform.Platform;

/** Three times as many commands as can be done: what is done meanwhile, and how fast the others are told to come back. */
final class Overload {
    private static final Duration LENGTH = Duration.ofSeconds(60);
    private static final int TIMES = 3;

    private final Platform platform;
    private final Desk desk;
    private final Report report;

    Overload(Platform platform, Desk desk, Report report) {
        this.platform = platform;
        this.desk = desk;
        this.report = report;
    }

    /** @param peak commands a second that were reached without overload */
    void measure(long peak) throws Exception {
        Histogram refused = Load.histogram();
        AtomicLong done = new AtomicLong();
        AtomicLong others = new AtomicLong();
        long before = dossiers();
        CpuTime begin = CpuTime.of(platform);
        Duration own = own();
        Load.Result all = Load.open((int) (peak * TIMES), LENGTH, number -> {
            long start = System.nanoTime();
            int status = desk.tryOpen("overload", number);
            if (status == 201) {
                done.incrementAndGet();
            } else if (status == 429 || status == 503) {
                refused.recordValue((System.nanoTime() - start) / 1000);
            } else {
                others.incrementAndGet();
            }
        });
        long goodput = done.get() * 1000 / Math.max(1, all.took().toMillis());
        report.add(
                "overload, " + peak * TIMES + "/s for 60 s (bar: goodput 0.9 of the peak, others told within 100 ms)",
                "%d/s: %s of the peak; %d told to come back, p99 %s ms; other answers %d, failed %d; dossiers %d for %d"
                        + " answers 201",
                goodput, Commands.Rates.ratio(goodput, peak), refused.getTotalCount(), Load.millis(refused, 99),
                others.get(), all.failures(), dossiers() - before, done.get());
        report.add("processor time of each call of it", "%s; who sends them %s ms",
                CpuTime.of(platform).byComponent(begin, all.calls()),
                BigDecimal.valueOf(own().minus(own).toMillis())
                        .divide(BigDecimal.valueOf(all.calls()), 2, RoundingMode.HALF_UP));
    }

    /** Of this process, which shares the cores. */
    private static Duration own() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private long dossiers() throws Exception {
        try (Connection connection = platform.postgres().connect("intake");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from request")) {
            found.next();
            return found.getLong(1);
        }
    }
}
