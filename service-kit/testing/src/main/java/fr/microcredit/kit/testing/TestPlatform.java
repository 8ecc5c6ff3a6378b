package fr.microcredit.kit.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import fr.microcredit.backing.Distributions;
import fr.microcredit.backing.KafkaProcess;
import fr.microcredit.backing.KafkaSetup;
import fr.microcredit.backing.Ports;
import fr.microcredit.backing.PostgresProcess;
import fr.microcredit.backing.ServiceDatabase;
import fr.microcredit.backing.TopicFile;

/**
 * A real PostgreSQL and a real Kafka for the component tests of one service, on free ports, with the service's own roles
 * and the topics of {@code deploy/kafka}. Argument {@code service}: name of the database.
 */
public class TestPlatform implements QuarkusTestResourceLifecycleManager {
    private static final String PASSWORD = "component-test";
    private static TestPlatform running;

    private String service;
    private Path folder;
    private boolean throughWire;
    private DatabaseWire wire;
    private PostgresProcess postgres;
    private KafkaProcess kafka;
    private TestKeys keys;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.get("service");
        throughWire = Boolean.parseBoolean(arguments.get("wire"));
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("component-test-" + service);
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            startComponents();
            running = this;
            return configuration();
        } catch (Exception e) {
            stop();
            throw new IllegalStateException("No backing for " + service + "; logs in " + folder, e);
        }
    }

    private void startComponents() throws Exception {
        keys = TestKeys.served();
        Path deploy = Workspace.root().resolve("deploy");
        Distributions distributions = Distributions.ofThisBuild();
        kafka = KafkaProcess.forTests(distributions, folder.resolve("kafka"));
        postgres = new PostgresProcess(distributions, new PostgresProcess.Settings(folder.resolve("postgres"),
                Ports.free(), PASSWORD, deploy.resolve("postgres/pg_hba.conf"), List.of("fsync=off")));
        kafka.start();
        postgres.start();
        postgres.awaitReady();
        if (throughWire) {
            wire = new DatabaseWire(postgres.port());
        }
        database().createIn(postgres, deploy.resolve("postgres"));
        kafka.awaitReady();
        new KafkaSetup(Map.of("bootstrap.servers", kafka.bootstrapServers()),
                TopicFile.read(deploy.resolve("kafka/topics.json"))).createTopics();
    }

    private ServiceDatabase database() {
        return new ServiceDatabase(service, PASSWORD, PASSWORD);
    }

    private Map<String, String> configuration() {
        Map<String, String> settings = new HashMap<>(keys.configuration());
        String address = "127.0.0.1:" + postgres.port() + "/" + service;
        settings.put("quarkus.datasource.reactive.url", "postgresql://"
                + (wire == null ? address : "127.0.0.1:" + wire.port() + "/" + service));
        settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + address);
        settings.put("quarkus.datasource.username", database().app());
        settings.put("quarkus.datasource.password", PASSWORD);
        settings.put("quarkus.flyway.username", database().owner());
        settings.put("quarkus.flyway.password", PASSWORD);
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        settings.put("quarkus.http.test-port", "0");
        settings.put("microcredit.limits.requests-per-second", "100000");
        settings.put("microcredit.limits.burst", "100000");
        settings.put("microcredit.limits.in-flight", "600");
        settings.put("microcredit.limits.in-flight-per-client", "550");
        if (wire != null) {
            settings.put("microcredit.outbox.relay-enabled", "false");
            settings.put("quarkus.scheduler.enabled", "false");
        }
        return settings;
    }

    /** The components of this test run, for tests that disturb them or look behind the service. */
    public static TestPlatform running() {
        return running;
    }

    /**
     * What stands between the service and PostgreSQL, where the test asked for it: {@code wire=true}. Nothing works by itself
     * then, so that what passes is of the test.
     */
    public DatabaseWire wire() {
        return wire;
    }

    public PostgresProcess postgres() {
        return postgres;
    }

    public KafkaProcess kafka() {
        return kafka;
    }

    /** The service's database, read and written as its owner or as the superuser. */
    public Database db() {
        return new Database(postgres, service);
    }

    @Override
    public synchronized void stop() {
        if (kafka != null) {
            kafka.close();
            kafka = null;
        }
        if (wire != null) {
            wire.close();
            wire = null;
        }
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
        if (keys != null) {
            keys.close();
            keys = null;
        }
        deleteFolder();
    }

    private void deleteFolder() {
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("Left behind: " + folder + " (" + e.getMessage() + ")");
        }
    }
}
