package fr.microcredit.deploy.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import fr.microcredit.deploy.local.client.Api;
import fr.microcredit.deploy.local.client.SandboxServer;
import fr.microcredit.deploy.local.client.Tokens;
import fr.microcredit.deploy.local.demo.Demonstration;
import fr.microcredit.deploy.local.demo.DemonstrationFailure;
import fr.microcredit.deploy.local.demo.Narrator;
import fr.microcredit.deploy.local.key.ClientKeys;
import fr.microcredit.deploy.local.platform.Console;
import fr.microcredit.deploy.local.platform.DataLock;
import fr.microcredit.deploy.local.platform.Leftovers;
import fr.microcredit.deploy.local.platform.Platform;
import fr.microcredit.deploy.local.platform.PortPlan;
import fr.microcredit.deploy.local.platform.StartException;

/** The command {@code deploy/up}: starts the platform, plays the demonstration, and waits for Ctrl-C. */
public final class Up {
    private static final int USAGE_ERROR = 2;
    private static final int START_ERROR = 1;
    private static final int DEMONSTRATION_FAILED = 3;
    private static final Duration TRAINING = Duration.ofMinutes(1);

    private Up() {
    }

    public static void main(String[] words) throws Exception {
        Path root = Path.of(System.getProperty("workspace.root")).toAbsolutePath().normalize();
        try {
            Options options = Options.parse(words, root);
            if (options.help()) {
                System.out.print(Options.HELP);
                return;
            }
            run(root, options);
        } catch (Options.UsageException e) {
            System.err.println(e.getMessage() + "\n\n" + Options.HELP);
            System.exit(USAGE_ERROR);
        } catch (StartException | IllegalStateException e) {
            System.err.println("\n" + e.getMessage());
            System.exit(START_ERROR);
        }
    }

    private static void run(Path root, Options options) throws Exception {
        try (DataLock lock = DataLock.on(options.folder())) {
            lock.hold();
            start(root, options, new Console(System.out));
        }
    }

    private static void start(Path root, Options options, Console console) throws Exception {
        if (options.fresh()) {
            Leftovers.stop(options.folder(), console);
            Leftovers.deleteAll(options.folder());
        }
        PortPlan ports = new PortPlan(options.portBase());
        Platform platform = new Platform(root, options.folder(), ports, console,
                options.train() ? Platform.Choices.recording() : Platform.Choices.letting(options.frontEnds()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            console.plain("\nStopping…"
                    + (options.train() ? " the services write down what they know, which takes minutes" : ""));
            platform.close();
        }, "stop"));
        console.step("Starting PostgreSQL, Kafka, Keycloak and six services; logs and data in " + options.folder());
        platform.start();
        try (SandboxServer sandbox = new SandboxServer(ports)) {
            sandbox.start();
            console.step("Platform ready");
            console.plain(Summary.of(platform));
            if (options.train()) {
                train(options, ports);
                System.exit(0);
            }
            boolean asExpected = !options.demo() || demonstrate(options, ports, console);
            if (!options.stayUp()) {
                System.exit(asExpected ? 0 : DEMONSTRATION_FAILED);
            }
            console.plain(Summary.goOn(ports));
            new CountDownLatch(1).await();
        }
    }

    /** The demonstration is cut off: nobody looks at its end. */
    private static void train(Options options, PortPlan ports) throws InterruptedException {
        Console nowhere = new Console(new PrintStream(OutputStream.nullOutputStream()));
        Thread demonstration = new Thread(() -> {
            try {
                demonstrate(options, ports, nowhere);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, "demonstration");
        demonstration.setDaemon(true);
        demonstration.start();
        demonstration.join(TRAINING.toMillis());
    }

    private static boolean demonstrate(Options options, PortPlan ports, Console console) throws IOException {
        Demonstration demonstration = new Demonstration(
                new Api(ports, new Tokens(ports.keycloak(), new ClientKeys(options.folder()))),
                new Narrator(console), options.folder(), day -> {
                });
        switch (demonstration.state()) {
            case "played" -> console.step("The demonstration has been played before; --fresh plays it again");
            case "begun" -> console.step("An earlier demonstration was cut off; --fresh plays it from the beginning");
            default -> {
                return play(demonstration, options.background(), console);
            }
        }
        return true;
    }

    private static boolean play(Demonstration demonstration, int background, Console console) throws IOException {
        try {
            demonstration.play(background);
            return true;
        } catch (DemonstrationFailure | IllegalStateException e) {
            console.step("The demonstration FAILED: " + e.getMessage());
            return false;
        }
    }
}
