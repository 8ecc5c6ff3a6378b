package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import fr.microcredit.backing.Await;
import fr.microcredit.backing.PidFile;
import fr.microcredit.deploy.local.Up;
import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.client.Tokens;
import fr.microcredit.deploy.local.key.ClientKeys;
import fr.microcredit.deploy.local.platform.Console;
import fr.microcredit.deploy.local.platform.Leftovers;
import fr.microcredit.deploy.local.platform.PortPlan;
import fr.microcredit.deploy.local.platform.Service;

/** The command {@code deploy/up} as somebody at a terminal uses it. */
class LauncherIT {
    private static final Duration START_LIMIT = Duration.ofSeconds(240);
    private static final int STOP_LIMIT_S = 60;
    private static final String AGENT = "agent.ccas-dijon";

    private final Path root = Path.of(System.getProperty("workspace.root"));
    private final Path target = root.resolve("deploy/acceptance/target");
    private final Path data = target.resolve("launcher");
    private final Path output = target.resolve("launcher.log");
    private final PortPlan ports = PortPlan.anywhere();
    private final Api api = new Api(ports, new Tokens(ports.keycloak(), new ClientKeys(data)));
    private Process up;

    @AfterEach
    void stop() throws InterruptedException, IOException {
        if (up != null && up.isAlive()) {
            up.destroy();
            up.waitFor(STOP_LIMIT_S, TimeUnit.SECONDS);
        }
        Leftovers.stop(data, new Console(System.out));
    }

    @Test
    void ctrlCLeavesNothingRunningAndTheNextStartFindsItsDataEvenAfterAKill() throws Exception {
        launch("--fresh");
        Answer opened = api.post(new Target(AGENT, Service.INTAKE, "/dossiers"),
                Map.of("applicant", Map.of("familyName", "Exemplelanceur", "givenNames", "Alex", "birthDate",
                        "1970-01-01", "street", "3 rue des Exemples", "postalCode", "21000", "city", "Dijon")));
        assertEquals(201, opened.status());
        assertTrue(living().size() >= 9, "every component has a process: " + living());

        up.destroyForcibly().waitFor();
        List<ProcessHandle> left = living();
        launch();
        assertTrue(left.stream().noneMatch(ProcessHandle::isAlive), "what a killed launcher left is stopped first");
        Target dossier = new Target(AGENT, Service.INTAKE, "/dossiers/" + opened.text("dossierId"));
        assertEquals(200, api.get(dossier).status());

        List<ProcessHandle> running = living();
        new ProcessBuilder("kill", "-INT", String.valueOf(up.pid())).start().waitFor();
        assertTrue(up.waitFor(STOP_LIMIT_S, TimeUnit.SECONDS), "Ctrl-C ends it");
        assertTrue(running.stream().noneMatch(ProcessHandle::isAlive), "nothing is left");
    }

    private void launch(String... words) throws IOException {
        Files.deleteIfExists(output);
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
                "-Dworkspace.root=" + root, "-cp", System.getProperty("java.class.path"), Up.class.getName(),
                "--no-demo", "--port-base", String.valueOf(ports.base()), "--data", data.toString()));
        command.addAll(List.of(words));
        up = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        Await.until(START_LIMIT, () -> "the platform is ready; output in " + output,
                () -> Files.readString(output).contains("Ctrl-C stops everything"));
    }

    private List<ProcessHandle> living() throws IOException {
        try (Stream<Path> files = Files.walk(data, 2)) {
            return files.filter(file -> file.toString().endsWith(".pid")).flatMap(LauncherIT::process).toList();
        }
    }

    private static Stream<ProcessHandle> process(Path pidFile) {
        try {
            return PidFile.living(pidFile).stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
