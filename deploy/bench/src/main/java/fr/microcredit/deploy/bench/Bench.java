package fr.microcredit.deploy.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
    private static final long COMMANDS = 100_000;
    private static final int WORKERS = 16;
    private static final Duration SETTLE = Duration.ofSeconds(60);

    private final Platform platform;
    private final Desk desk;
    private final Report report;
    private final Duration length;
    private final long commandsMax;

    private Bench(Platform platform, Duration length, long commandsMax, Report report) {
        this.commandsMax = commandsMax;
        this.platform = platform;
        this.report = report;
        this.desk = new Desk(platform);
        this.length = length;
    }

    /** @param words seconds for each measurement, 20 where absent; commands of the long run, 100,000 where absent */
    public static void main(String[] words) throws Exception {
        Path root = Path.of(System.getProperty("workspace.root")).toAbsolutePath().normalize();
        Duration length = Duration.ofSeconds(words.length > 0 ? Long.parseLong(words[0]) : SECONDS);
        long commandsMax = words.length > 1 ? Long.parseLong(words[1]) : COMMANDS;
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
        Bench bench = new Bench(platform, length, commandsMax, report);
        bench.report.add("start of the built platform on empty folders, all ready", "%d s",
                console.elapsed().minus(before).toSeconds());
        bench.run();
        bench.report.write(root.resolve("deploy/bench/target/result.md"));
        System.exit(0);
    }

    private void run() throws Exception {
        memory();
        Commands commands = new Commands(platform, desk, report, length);
        long peak = commands.wholePlatform().ours().perSecond();
        new Streams(platform, desk, report, length).measure();
        simulations();
        new Overload(platform, desk, report).measure(peak);
        Followers followers = new Followers(platform);
        followers.awaitRead();
        followers.stop();
        commands.alone();
        commands.endurance(commandsMax);
        followers.measure(report);
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

    private void simulations() throws Exception {
        Simulator simulator = new Simulator(platform);
        Load.closed(WORKERS, length, simulator::ask);
        Load.Result asked = Load.closed(WORKERS, length, simulator::ask);
        report.add("simulations, 16 clients on the same cores (bar 2,000/s)", "%d/s, p50 %s ms, p99 %s ms, failed %d",
                asked.perSecond(), asked.millis(50), asked.millis(99), asked.failures());
    }
}
