package fr.microcredit.deploy.local;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The command {@code deploy/up}: starts the platform, plays the demonstration, and waits for Ctrl-C. */
public final class Up {
    private static final int USAGE_ERROR = 2;
    private static final int START_ERROR = 1;

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
        } catch (StartException e) {
            System.err.println("\n" + e.getMessage());
            System.exit(START_ERROR);
        }
    }

    private static void run(Path root, Options options) throws Exception {
        Console console = new Console(System.out);
        if (options.fresh()) {
            Leftovers.stop(options.data(), console);
            Leftovers.deleteAll(options.data());
        }
        Platform platform = new Platform(root, options.data(), new PortPlan(options.portBase()), console);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            console.plain("\nStopping…");
            platform.close();
            stopped.countDown();
        }, "stop"));
        console.step("Starting PostgreSQL, Kafka, Keycloak and six services; logs and data in " + options.data());
        platform.start();
        console.step("Platform ready");
        console.plain(Summary.of(platform));
        new CountDownLatch(1).await();
    }
}
