package fr.microcredit.deploy.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

import fr.microcredit.deploy.local.platform.Platform;

/** A command and a read, beside exactly their statements over JDBC with the same number of connections. */
final class Commands {
    /** As many as the service has connections to PostgreSQL, and a few that wait. */
    static final int CLIENTS = 16;
    private static final int CONNECTIONS = 12;
    private static final int FLAT_ROUNDS = 5;
    private static final int FLAT_ROUNDS_MAX = 60;
    /** The second compiler takes a method up after thousands of calls: on a slow machine the rate is flat long before. */
    private static final long WARM_CALLS_MIN = 15_000;
    private static final BigDecimal FLAT = new BigDecimal("1.05");

    private final Platform platform;
    private final Desk desk;
    private final Report report;
    private final Duration length;

    Commands(Platform platform, Desk desk, Report report, Duration length) {
        this.platform = platform;
        this.desk = desk;
        this.report = report;
        this.length = length;
    }

    /** What was reached. */
    record Rates(Load.Result ours, Load.Result raw) {
        BigDecimal ratio() {
            return ratio(ours.perSecond(), raw.perSecond());
        }

        static BigDecimal ratio(long one, long other) {
            return BigDecimal.valueOf(one).divide(BigDecimal.valueOf(Math.max(1, other)), 2, RoundingMode.HALF_UP);
        }
    }

    /** The whole platform at work, its processor time by component. */
    Rates wholePlatform() throws Exception {
        int rounds = warm("whole", number -> desk.open("whole-warm", number));
        StatementCount statements = new StatementCount(platform);
        statements.begin();
        CpuTime before = CpuTime.of(platform);
        Load.Result ours = Load.closed(CLIENTS, length, number -> desk.open("whole", number));
        new Followers(platform).awaitRead();
        CpuTime after = CpuTime.of(platform);
        long done = ours.calls() - ours.failures();
        String counted = statements.each(done);
        Load.Result raw = raw("open-dossier.sql", () -> UUID.randomUUID().toString());
        Rates rates = new Rates(ours, raw);
        compare("secured command, whole platform, flat after " + rounds + " rounds (bar 0.15)", rates);
        report.add("processor time of one command, until every follower has read it (bar 4 ms)", "%s ms: %s",
                after.perCommand(before, done), after.byComponent(before, done));
        report.add("its statements, as PostgreSQL counts them, relay and consumers among them (bar 1.5 ms)", "%s",
                counted);
        return rates;
    }

    void alone() throws Exception {
        int rounds = warm("alone", number -> desk.open("alone-warm", number));
        StatementCount statements = new StatementCount(platform);
        statements.begin();
        CpuTime before = CpuTime.of(platform);
        Load.Result ours = Load.closed(CLIENTS, length, number -> desk.open("alone", number));
        CpuTime after = CpuTime.of(platform);
        String counted = statements.each(ours.calls() - ours.failures());
        compare("secured command, intake alone, flat after " + rounds + " rounds (bar 0.50)",
                new Rates(ours, raw("open-dossier.sql", () -> UUID.randomUUID().toString())));
        report.add("processor time of it", "%s",
                after.byComponent(before, ours.calls() - ours.failures()));
        report.add("its statements, as PostgreSQL counts them, with begin, commit and relay", "%s", counted);
        String id = desk.open("read", 0);
        warm("read", number -> desk.read(id));
        statements.begin();
        Load.Result read = Load.closed(CLIENTS, length, number -> desk.read(id));
        report.add("statements of a read", "%s", statements.each(read.calls()));
        compare("secured read by id, intake alone (bar 0.30)", new Rates(read, raw("read-dossier.sql", () -> id)));
    }

    /** The rate of the first and of the last tenth of so many commands. */
    void endurance(long commands) throws Exception {
        long tenth = commands / 10;
        Load.Result first = Load.counted(CLIENTS, tenth, number -> desk.open("first", number));
        Load.counted(CLIENTS, commands - 2 * tenth, number -> desk.open("middle", number));
        Load.Result last = Load.counted(CLIENTS, tenth, number -> desk.open("last", number));
        report.add("last tenth of " + commands + " commands beside the first one (bar 0.95)", "%d/s beside %d/s: %s",
                last.perSecond(), first.perSecond(), Rates.ratio(last.perSecond(), first.perSecond()));
    }

    /** Rounds until, after enough calls, five in a row are no more than a twentieth faster than the best before them. */
    private int warm(String what, Load.Call call) throws InterruptedException {
        BigDecimal best = BigDecimal.ONE;
        int flat = 0;
        long calls = 0;
        for (int round = 1; round <= FLAT_ROUNDS_MAX; round++) {
            Load.Result result = Load.closed(CLIENTS, length.dividedBy(2), call);
            BigDecimal rate = BigDecimal.valueOf(result.perSecond());
            calls += result.calls();
            System.out.println("warming " + what + ": " + rate + "/s");
            flat = calls >= WARM_CALLS_MIN && rate.compareTo(best.multiply(FLAT)) <= 0 ? flat + 1 : 0;
            if (flat == FLAT_ROUNDS) {
                return round;
            }
            best = best.max(rate);
        }
        return FLAT_ROUNDS_MAX;
    }

    /** A key for each run. */
    private interface Keys {
        String next();
    }

    private Load.Result raw(String file, Keys keys) throws Exception {
        try (Statements statements = new Statements(file, CONNECTIONS, this::intake)) {
            Load.closed(CLIENTS, length.dividedBy(2), number -> statements.run(keys.next()));
            Load.Result raw = Load.closed(CLIENTS, length, number -> statements.run(keys.next()));
            if (raw.failures() > 0) {
                statements.run(keys.next());
                throw new IllegalStateException(raw.failures() + " runs of " + file + " failed: no ratio can be told");
            }
            return raw;
        }
    }

    private void compare(String what, Rates rates) {
        Load.Result ours = rates.ours();
        report.add(what, "%d/s, p50 %s ms, p99 %s ms, failed %d; the same statements over JDBC %d/s: ratio %s",
                ours.perSecond(), ours.millis(50), ours.millis(99), ours.failures(), rates.raw().perSecond(),
                rates.ratio());
    }

    /** As the service's own role, so that row-level security costs what it costs. */
    private Connection intake() throws SQLException {
        Connection connection = platform.postgres().connect("intake");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role intake_app");
        }
        return connection;
    }
}
