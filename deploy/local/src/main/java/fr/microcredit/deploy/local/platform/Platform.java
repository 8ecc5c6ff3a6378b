package fr.microcredit.deploy.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import fr.microcredit.backing.Await;
import fr.microcredit.backing.ChildProcess;
import fr.microcredit.backing.Jvm;
import fr.microcredit.backing.KafkaProcess;
import fr.microcredit.backing.KafkaSetup;
import fr.microcredit.backing.KeycloakProcess;
import fr.microcredit.backing.PostgresProcess;
import fr.microcredit.backing.TopicFile;
import fr.microcredit.deploy.local.key.ClientKeys;

/** The whole platform on one machine, every component a process. */
public final class Platform implements AutoCloseable {
    /** Services that record are slow, six at a time on two busy cores; what dies is noticed at once all the same. */
    private static final Duration READY_LIMIT = Duration.ofSeconds(480);

    private final Path root;
    private final Path data;
    private final PortPlan ports;
    private final Console console;
    private final Settings settings;
    private final PostgresProcess postgres;
    private final Supervisor supervisor;
    private final List<Component> components = new ArrayList<>();
    private final Set<String> announced = new HashSet<>();
    private boolean closed;

    /**
     * What one installation has otherwise than the next.
     *
     * @param tuning    of the services
     * @param frontEnds origins whose pages may call and sign people in, besides the usual ones of development
     */
    public record Choices(Jvm.Tuning tuning, List<String> frontEnds) {
        /** Quick to start, and these front ends let in. */
        public static Choices letting(List<String> frontEnds) {
            return new Choices(Jvm.Tuning.QUICK, frontEnds);
        }

        /** Services leave a cache of their classes beside their build when they end. */
        public static Choices recording() {
            return new Choices(Jvm.Tuning.RECORDING, List.of());
        }
    }

    /** @param root of the checkout, built */
    public Platform(Path root, Path data, PortPlan ports, Console console) throws IOException {
        this(root, data, ports, console, Choices.letting(List.of()));
    }

    /** @param root of the checkout, built */
    public Platform(Path root, Path data, PortPlan ports, Console console, Choices choices) throws IOException {
        this.root = root;
        this.data = data;
        this.ports = ports;
        this.console = console;
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        DataFormat.require(data);
        this.settings = new Settings(ports, Secrets.in(data), choices.frontEnds());
        BackingParts parts = new BackingParts(root, data, ports, settings);
        this.postgres = parts.postgres();
        this.supervisor = new Supervisor(console);
        add("PostgreSQL", "postgres", postgres::start, postgres::isReady, postgres::process, postgres::close);
        KafkaProcess kafka = parts.kafka();
        add("Kafka", "kafka", kafka::start, kafka::isReady, kafka::process, kafka::close);
        KeycloakProcess keycloak = parts.keycloak();
        add("Keycloak", "keycloak", keycloak::start, keycloak::isReady, keycloak::process, keycloak::close);
        for (Service service : Service.values()) {
            components.add(new ServiceComponent(service, root.resolve(service.module()).resolve("target/quarkus-app"),
                    data.resolve(service.module()), settings.service(service), choices.tuning()));
        }
    }

    private void add(String name, String folder, BackingComponent.Starter start,
            BooleanSupplier ready,
            Supplier<ChildProcess> process, Runnable close) {
        components.add(new BackingComponent(name, ChildProcess.logFile(data.resolve(folder), folder),
                new BackingComponent.Parts(start, ready, process, close)));
    }

    /** Starts everything and returns when everything is ready; what fails is named with its log. */
    public void start() throws Exception {
        Leftovers.stop(data, console);
        ports.requireFree();
        launch(component("PostgreSQL"));
        launch(component("Kafka"));
        awaitReady(component("PostgreSQL"));
        createDatabases();
        launch(component("Keycloak"));
        awaitReady(component("Kafka"));
        prepareKafka();
        for (Service service : Service.values()) {
            launch(component(service.module()));
        }
        for (Component component : components) {
            awaitReady(component);
        }
    }

    /** Nothing is launched any more once {@link #close()} has begun. */
    private synchronized void launch(Component component) {
        if (closed) {
            throw new StartException("Stopped while starting");
        }
        try {
            component.start();
            supervisor.watch(component);
        } catch (StartException e) {
            throw e;
        } catch (Exception e) {
            throw new StartException(component.name() + " does not start: " + e.getMessage() + "\n  log: "
                    + component.logFile());
        }
    }

    private void awaitReady(Component component) {
        try {
            Await.until(READY_LIMIT, () -> component.name() + " is ready",
                    () -> supervisor.hasGivenUp(component) || component.isReady());
        } catch (IllegalStateException e) {
            throw new StartException(
                    component.name() + " is not ready after " + READY_LIMIT.toSeconds() + " s.\n  log: "
                            + component.logFile());
        }
        if (supervisor.hasGivenUp(component)) {
            throw new StartException(component.name() + " does not stay up.\n  log: " + component.logFile());
        }
        if (announced.add(component.name())) {
            console.step(component.name() + " ready");
        }
    }

    private void createDatabases() throws Exception {
        Path scripts = root.resolve("deploy/postgres");
        for (Service service : Service.values()) {
            settings.database(service.shortName()).createIn(postgres, scripts);
        }
        settings.database("keycloak").createIn(postgres, scripts);
    }

    private void prepareKafka() throws Exception {
        KafkaSetup setup = new KafkaSetup(settings.kafkaAdministrator(),
                TopicFile.read(root.resolve("deploy/kafka/topics.json")));
        setup.createTopics();
        Map<String, String> groups = new HashMap<>();
        for (Service service : Service.values()) {
            groups.put(service.shortName(), service.module());
        }
        setup.createAcls(groups);
        console.step("Kafka topics and access rules in place");
    }

    /** Stops one component that the rest can do without; it stays so until {@link #start(Component)}. */
    public void stop(Component component) {
        supervisor.leave(component);
        component.close();
    }

    /** Starts one that was stopped; returns before it is ready. */
    public void start(Component component) {
        launch(component);
    }

    public Component component(String name) {
        return components.stream().filter(component -> component.name().equals(name)).findFirst().orElseThrow();
    }

    public List<Component> components() {
        return Collections.unmodifiableList(components);
    }

    /** With which the banks' systems of this installation sign in. */
    public ClientKeys bankKeys() {
        return new ClientKeys(data);
    }

    public PortPlan ports() {
        return ports;
    }

    public Path data() {
        return data;
    }

    public PostgresProcess postgres() {
        return postgres;
    }

    /** A Kafka client's settings as the user of that service. */
    public Map<String, Object> kafkaClient(String user) throws IOException {
        return settings.kafkaClient(user);
    }

    /** Stops the services first and PostgreSQL last. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        supervisor.close();
        List<Component> backwards = new ArrayList<>(components);
        Collections.reverse(backwards);
        List<Thread> stops = backwards.stream().filter(each -> each instanceof ServiceComponent)
                .map(each -> new Thread(each::close)).toList();
        stops.forEach(Thread::start);
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        backwards.stream().filter(each -> !(each instanceof ServiceComponent)).forEach(Component::close);
    }
}
