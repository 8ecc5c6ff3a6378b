package fr.microcredit.deploy.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import fr.microcredit.backing.Jvm;
import fr.microcredit.deploy.local.platform.Component;
import fr.microcredit.deploy.local.platform.Console;
import fr.microcredit.deploy.local.platform.Leftovers;
import fr.microcredit.deploy.local.platform.Memory;
import fr.microcredit.deploy.local.platform.Platform;
import fr.microcredit.deploy.local.platform.PortPlan;

/**
 * Starts the platform as {@code deploy/up} does and measures it, each figure beside the raw limit of the same run. The load
 * comes from the same two cores as the platform: ratios say more than figures.
 */
public final class Bench {
    private static final long SECONDS = 20;
    private static final int WORKERS = 16;
    private static final Duration SETTLE = Duration.ofSeconds(60);

    private final Platform platform;
    private final Desk desk;
    private final Report report;
    private final Duration length;

    private Bench(Platform platform, Duration length, Report report) {
        this.platform = platform;
        this.report = report;
        this.desk = new Desk(platform.ports());
        this.length = length;
    }

    /** @param words seconds for each measurement, 20 where absent */
    public static void main(String[] words) throws Exception {
        Path root = Path.of(System.getProperty("workspace.root")).toAbsolutePath().normalize();
        Duration length = Duration.ofSeconds(words.length > 0 ? Long.parseLong(words[0]) : SECONDS);
        Report report = new Report();
        report.add("assessments as a pure function, one core, sentences not rendered (bar 50,000/s)", "%s/s",
                System.getProperty("assessments.per.second", "not measured: "));
        Path data = root.resolve("deploy/bench/target/platform");
        Console console = new Console(System.out);
        Leftovers.stop(data, console);
        Leftovers.deleteAll(data);
        Platform platform = new Platform(root, data, PortPlan.anywhere(), console,
                new Platform.Choices(Jvm.Tuning.LASTING, List.of()));
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        Duration before = console.elapsed();
        platform.start();
        Bench bench = new Bench(platform, length, report);
        bench.report.add("start of the built platform on empty folders, all ready", "%d s",
                console.elapsed().minus(before).toSeconds());
        bench.run();
        bench.report.write(root.resolve("deploy/bench/target/result.md"));
        System.exit(0);
    }

    private void run() throws Exception {
        memory();
        command();
        query();
        new Streams(platform, desk, report, length).measure();
        simulations();
    }

    private void memory() throws InterruptedException {
        TimeUnit.SECONDS.sleep(SETTLE.toSeconds());
        long services = 0;
        long all = 0;
        for (Component component : platform.components()) {
            long mib = ProcessHandle.of(component.process().pid()).map(Memory::pssMib).orElse(0L);
            services += component.name().endsWith("-service") ? mib : 0;
            all += mib;
        }
        report.add("idle memory after 60 s (PSS)", "six services %d MiB, everything %d MiB", services, all);
    }

    private void command() throws Exception {
        Load.closed(WORKERS, length, number -> desk.open("warm", number));
        Load.Result ours = Load.closed(WORKERS, length, number -> desk.open("timed", number));
        Load.Result raw;
        try (Statements statements = statements("open-dossier.sql")) {
            raw = Load.closed(WORKERS, length, number -> statements.run(UUID.randomUUID().toString()));
        }
        compare("secured command (open a dossier), 16 clients", ours, raw);
    }

    private void query() throws Exception {
        String id = desk.open("read", 0);
        Load.closed(WORKERS, length.dividedBy(2), number -> desk.read(id));
        Load.Result ours = Load.closed(WORKERS, length, number -> desk.read(id));
        Load.Result raw;
        try (Statements statements = statements("read-dossier.sql")) {
            raw = Load.closed(WORKERS, length, number -> statements.run(id));
        }
        compare("secured read by id, 16 clients", ours, raw);
    }

    private void compare(String what, Load.Result ours, Load.Result raw) {
        report.add(what,
                "%d/s, p50 %s ms, p99 %s ms, failed %d; the same statements over JDBC %d/s: ratio %s",
                ours.perSecond(), ours.millis(50), ours.millis(99), ours.failures(), raw.perSecond(),
                BigDecimal.valueOf(ours.perSecond()).divide(BigDecimal.valueOf(raw.perSecond()), 2,
                        RoundingMode.HALF_UP));
    }

    private Statements statements(String file) throws Exception {
        return new Statements(file, WORKERS, this::intake);
    }

    /** As the service's own role, so that row-level security costs what it costs. */
    private Connection intake() throws SQLException {
        Connection connection = platform.postgres().connect("intake");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role intake_app");
        }
        return connection;
    }

    private void simulations() throws Exception {
        Simulator simulator = new Simulator(platform.ports());
        Load.closed(WORKERS, length, simulator::ask);
        Load.Result asked = Load.closed(WORKERS, length, simulator::ask);
        report.add("simulations, 16 clients on the same cores (bar 2,000/s)", "%d/s, p50 %s ms, p99 %s ms, failed %d",
                asked.perSecond(), asked.millis(50), asked.millis(99), asked.failures());
    }
}
