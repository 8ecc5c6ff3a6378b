package fr.microcredit.backing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Keycloak server as a process, from the augmented distribution, its state in PostgreSQL. */
public final class KeycloakProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(240);
    private static final Duration ASK_LIMIT = Duration.ofSeconds(3);
    private static final int HEAP_MAX_MB = 384;

    private final Path installation;
    private final Settings settings;
    private final HttpClient http = HttpClient.newHttpClient();
    private ChildProcess process;

    /**
     * @param folder         holds Keycloak's own data, the log and the pid file
     * @param managementPort of health answers
     * @param realm          imported when it does not exist yet
     * @param environment    {@code KC_*} settings, the database and the first administrator among them
     */
    public record Settings(Path folder, int port, int managementPort, KeycloakRealm realm,
            Map<String, String> environment) {
    }

    public KeycloakProcess(Distributions distributions, Settings settings) throws IOException {
        this.installation = distributions.keycloak();
        this.settings = settings;
    }

    /**
     * Keycloak's build step (database kind, health), which would otherwise cost every first start about 25 s.
     *
     * @return whether there was anything to do
     */
    static boolean augment(Distributions distributions) throws IOException, InterruptedException {
        Path installation = distributions.keycloak();
        Path done = installation.resolve("augmented");
        if (Files.exists(done)) {
            return false;
        }
        List<String> command = javaCommand(installation, installation);
        command.addAll(
                List.of("build", "--db=postgres", "--health-enabled=true", "--features-disabled=device-flow,ciba"));
        try (ChildProcess build = ChildProcess.start("keycloak-build", installation.getParent(), command, Map.of())) {
            if (build.waitFor() != 0) {
                throw new IOException("Keycloak's build step failed, see "
                        + ChildProcess.logFile(installation.getParent(), "keycloak-build"));
            }
        }
        Files.createFile(done);
        return true;
    }

    /** Returns while the server still comes up. */
    public void start() throws IOException {
        Path home = settings.folder().resolve("home");
        prepareHome(home);
        List<String> command = javaCommand(installation, home);
        command.add(1, "-Dkc.config.built=true");
        command.addAll(List.of("start", "--optimized", "--import-realm", "--http-enabled=true",
                "--http-host=127.0.0.1", "--http-port=" + settings.port(),
                "--http-management-port=" + settings.managementPort(), "--http-management-host=127.0.0.1",
                "--hostname=http://127.0.0.1:" + settings.port(), "--cache=local"));
        process = ChildProcess.start("keycloak", settings.folder(), command, settings.environment());
    }

    /** Every instance has a home of its own with its data; the code is shared. */
    private void prepareHome(Path home) throws IOException {
        Path imports = home.resolve("data/import");
        Files.createDirectories(imports);
        for (String shared : List.of("lib", "providers", "conf", "themes")) {
            Path link = home.resolve(shared);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, installation.resolve(shared));
        }
        settings.realm().writeTo(imports.resolve("realm.json"));
    }

    private static List<String> javaCommand(Path installation, Path home) {
        List<String> command = new ArrayList<>(List.of(Jvm.java(), "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dquarkus-log-max-startup-records=10000", "-Dpicocli.disable.closures=true", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmx" + HEAP_MAX_MB + "m", "-Dfile.encoding=UTF-8",
                "-Duser.language=en", "-Duser.country=US", "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED"));
        command.addAll(List.of("-cp", installation.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }

    /** Waits until the server says it is ready. */
    public void awaitReady() {
        Await.until(START_LIMIT, () -> "Keycloak is ready on port " + settings.port(), this::isReady);
    }

    /** Whether the server says it is ready now. */
    public boolean isReady() {
        if (process == null || !process.isAlive()) {
            return false;
        }
        try {
            HttpRequest ask = HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:" + settings.managementPort() + "/health/ready"))
                    .timeout(ASK_LIMIT).build();
            return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
