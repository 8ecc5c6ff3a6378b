package fr.microcredit.deploy.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import fr.microcredit.backing.Await;
import fr.microcredit.deploy.local.client.Api;
import fr.microcredit.deploy.local.client.SandboxClock;
import fr.microcredit.deploy.local.client.Tokens;
import fr.microcredit.deploy.local.demo.Demonstration;
import fr.microcredit.deploy.local.demo.Narrator;
import fr.microcredit.deploy.local.platform.Component;
import fr.microcredit.deploy.local.platform.Console;
import fr.microcredit.deploy.local.platform.Leftovers;
import fr.microcredit.deploy.local.platform.Platform;
import fr.microcredit.deploy.local.platform.PortPlan;

/**
 * The platform all acceptance tests share: started once as {@code deploy/up} starts it, on ports and data of its own, with
 * the demonstration played while every process is killed once. Data and logs stay in {@code target/platform}.
 */
final class RunningPlatform {
    private static final Duration BACK_LIMIT = Duration.ofSeconds(90);
    private static final int BACKGROUND = Integer.getInteger("acceptance.background", 60);
    private static final String OPERATOR = "exploitant.region";

    private static RunningPlatform running;
    private static boolean played;
    private static Exception failure;

    private final Platform platform;
    private final Console console;
    private final FrontEnd frontEnd;
    private final Tokens tokens;
    private final Api api;
    private List<String> killed = List.of();

    private RunningPlatform(Platform platform, FrontEnd frontEnd, Console console) {
        this.platform = platform;
        this.frontEnd = frontEnd;
        this.console = console;
        this.tokens = new Tokens(platform.ports().keycloak(), platform.bankKeys());
        this.api = new Api(platform.ports(), tokens);
    }

    /** The platform after the demonstration; what went wrong with it is told to everybody who asks. */
    static synchronized RunningPlatform played() throws Exception {
        RunningPlatform started = started();
        if (!played && failure == null) {
            try {
                started.play(new Narrator(started.console));
                played = true;
            } catch (Exception e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw new IllegalStateException("The demonstration did not go through: " + failure.getMessage(), failure);
        }
        return running;
    }

    /** The platform for what needs no demonstration, whether it has been played or not. */
    static synchronized RunningPlatform started() throws Exception {
        if (running == null && failure == null) {
            try {
                running = start();
            } catch (Exception e) {
                failure = e;
            }
        }
        if (running == null) {
            throw new IllegalStateException("The platform did not start: " + failure.getMessage(), failure);
        }
        return running;
    }

    private static RunningPlatform start() throws Exception {
        Path root = Path.of(System.getProperty("workspace.root"));
        Path data = root.resolve("deploy/acceptance/target/platform");
        Console console = new Console(System.out);
        Leftovers.stop(data, console);
        Leftovers.deleteAll(data);
        FrontEnd frontEnd = FrontEnd.anywhere();
        Platform platform = new Platform(root, data, PortPlan.anywhere(), console,
                Platform.Choices.letting(List.of(frontEnd.origin())));
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        platform.start();
        frontEnd.serve(platform.ports());
        return new RunningPlatform(platform, frontEnd, console);
    }

    private void play(Narrator narrator) throws IOException {
        long seed = Long.getLong("acceptance.seed", System.nanoTime());
        System.out.println("Moments of the kills from -Dacceptance.seed=" + seed);
        try (Saboteur saboteur = new Saboteur(platform, seed)) {
            new Demonstration(api, narrator, platform.data(), saboteur).play(BACKGROUND);
            killed = List.copyOf(saboteur.killed());
        }
    }

    List<String> killed() {
        return killed;
    }

    /** A page on an origin of its own that may call. */
    FrontEnd frontEnd() {
        return frontEnd;
    }

    Platform platform() {
        return platform;
    }

    Api api() {
        return api;
    }

    /** The same API with a token of the test's choice. */
    Api apiWith(Api.Credentials credentials) {
        return new Api(platform.ports(), credentials);
    }

    Tokens tokens() {
        return tokens;
    }

    void awaitSettled() {
        new SandboxClock(api, OPERATOR).awaitSettled();
    }

    Map<String, Object> kafkaClient(String user) throws IOException {
        return platform.kafkaClient(user);
    }

    /** Gives a service settings of its own and returns when it runs with them. */
    void restartWith(String service, String settings) throws IOException {
        Files.writeString(platform.data().resolve(service).resolve("own.properties"), settings);
        restartAfter(service, () -> {
        });
    }

    /** Kills a service, does something while it is away, and returns when the supervisor has it running again. */
    void restartAfter(String service, Runnable meanwhile) {
        Component component = platform.component(service);
        long pid = component.process().pid();
        component.process().kill();
        meanwhile.run();
        Await.until(BACK_LIMIT, () -> service + " is back",
                () -> component.process().pid() != pid && component.isReady());
    }
}
