package fr.microcredit.deploy.local.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import fr.microcredit.backing.ChildProcess;
import fr.microcredit.backing.ClassCache;
import fr.microcredit.backing.Jvm;

/** One of the six services, run from its packaged build with the settings of this installation in a file of its own. */
final class ServiceComponent implements Component {
    /** Settings somebody wants to try on this machine; they win over the platform's own. */
    private static final String OWN_SETTINGS = "own.properties";
    private static final Duration ASK_LIMIT = Duration.ofSeconds(2);
    private static final int ENDED_BY_SIGTERM = 128 + 15;
    /** Six at a time on two cores. */
    private static final Duration CACHE_LIMIT = Duration.ofMinutes(15);

    private final Service service;
    private final Path build;
    private final Path folder;
    private final Properties settings;
    private final Jvm.Tuning tuning;
    private final ClassCache cache;
    private final HttpClient http = HttpClient.newHttpClient();
    private ChildProcess process;

    /** @param build folder {@code quarkus-app} of the service */
    ServiceComponent(Service service, Path build, Path folder, Properties settings, Jvm.Tuning tuning) {
        this.service = service;
        this.build = build;
        this.folder = folder;
        this.settings = settings;
        this.tuning = tuning;
        this.cache = ClassCache.of(build);
    }

    @Override
    public String name() {
        return service.module();
    }

    @Override
    public void start() throws IOException {
        Path jar = build.resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StartException(service.module() + " is not built: " + jar + " is missing");
        }
        Path file = writeSettings();
        List<String> command = new ServiceJvm(build, tuning, cache).command(List.of("-Dquarkus.profile=sandbox",
                "-Dquarkus.config.locations=" + file, "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        process = ChildProcess.start(service.module(), folder, command, Map.of());
    }

    private Path writeSettings() throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("settings.properties");
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Properties all = new Properties();
        all.putAll(settings);
        Path own = folder.resolve(OWN_SETTINGS);
        if (Files.exists(own)) {
            try (Reader reader = Files.newBufferedReader(own)) {
                all.load(reader);
            }
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            all.store(writer, "written at every start; put changes into " + OWN_SETTINGS);
        }
        return file;
    }

    @Override
    public boolean isReady() {
        if (process == null || !process.isAlive()) {
            return false;
        }
        try {
            HttpRequest ask = HttpRequest
                    .newBuilder(URI.create(
                            "http://127.0.0.1:" + settings.getProperty("quarkus.http.port") + "/q/health/ready"))
                    .timeout(ASK_LIMIT).build();
            return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public Path logFile() {
        return ChildProcess.logFile(folder, service.module());
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        if (tuning == Jvm.Tuning.RECORDING) {
            process.stop(CACHE_LIMIT);
            keepCache();
        } else {
            process.close();
        }
    }

    /** Of one that was killed or has crashed nothing is kept: JDK 17 maps half a file without a look, and crashes. */
    private void keepCache() {
        try {
            if (process.waitFor() == ENDED_BY_SIGTERM) {
                cache.keep();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
