package fr.microcredit.backing;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A real Apache Kafka broker in KRaft mode (broker and controller in one process), run from its jars. */
public final class KafkaProcess implements Startup.Server, AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int HEAP_MAX_MB = 384;
    private static final String CLUSTER_ID = "bWljcm9jcmVkaXQtbG9jYWw";

    private final Distributions distributions;
    private final Settings settings;
    private ChildProcess process;

    /**
     * @param folder      holds {@code data}, the log and the pid file
     * @param port        of the listener for clients
     * @param properties  the broker's configuration without {@code log.dirs}
     * @param credentials SCRAM credentials to put into the metadata at the first start, as {@code kafka-storage} reads them
     */
    public record Settings(Path folder, int port, Properties properties, List<String> credentials) {
    }

    public KafkaProcess(Distributions distributions, Settings settings) {
        this.distributions = distributions;
        this.settings = settings;
    }

    /** A broker for tests: no authentication, topics made by whoever asks, nothing flushed on purpose, compaction soon. */
    public static KafkaProcess forTests(Distributions distributions, Path folder) {
        int port = Ports.free();
        int controllerPort = Ports.free();
        Properties properties = singleNode(port, controllerPort);
        properties.setProperty("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.setProperty("auto.create.topics.enable", "true");
        properties.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
        properties.setProperty("log.cleaner.backoff.ms", "500");
        return new KafkaProcess(distributions, new Settings(folder, port, properties, List.of()));
    }

    /** What every single-node broker of ours has in common, listeners named CLIENT and CONTROLLER. */
    public static Properties singleNode(int port, int controllerPort) {
        Properties properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", "1");
        properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.setProperty("listeners", "CLIENT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", "CLIENT://127.0.0.1:" + port);
        properties.setProperty("inter.broker.listener.name", "CLIENT");
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("offsets.topic.num.partitions", "5");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        return properties;
    }

    /** Formats the storage on the first start; returns while the broker still comes up. */
    @Override
    public void start() throws IOException {
        Path data = settings.folder().resolve("data");
        Path configuration = writeConfiguration(data);
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(configuration);
        }
        List<String> command = javaCommand(HEAP_MAX_MB);
        command.addAll(List.of("kafka.Kafka", configuration.toString()));
        process = ChildProcess.start("kafka", settings.folder(), command, Map.of());
    }

    private Path writeConfiguration(Path data) throws IOException {
        Files.createDirectories(settings.folder());
        Properties properties = new Properties();
        properties.putAll(settings.properties());
        properties.setProperty("log.dirs", data.toString());
        Path file = settings.folder().resolve("server.properties");
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "written by " + KafkaProcess.class.getName());
        }
        return file;
    }

    private void format(Path configuration) throws IOException {
        List<String> command = javaCommand(HEAP_MAX_MB);
        command.addAll(List.of("kafka.tools.StorageTool", "format", "-t", CLUSTER_ID, "-c", configuration.toString()));
        for (String credential : settings.credentials()) {
            command.addAll(List.of("--add-scram", credential));
        }
        try (ChildProcess format = ChildProcess.start("kafka-format", settings.folder(), command, Map.of())) {
            if (format.waitFor() != 0) {
                throw new IOException("Kafka's storage could not be formatted, see "
                        + ChildProcess.logFile(settings.folder(), "kafka-format"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while formatting Kafka's storage", e);
        }
    }

    private List<String> javaCommand(int heapMaxMb) {
        List<String> command = new ArrayList<>(Jvm.small(heapMaxMb, Jvm.Tuning.QUICK));
        command.addAll(List.of("-Dlog4j2.level=warn", "-cp", distributions.kafkaJars() + "/*"));
        return command;
    }

    /** Waits until the broker accepts connections; one that has ended at its start is started again. */
    public void awaitReady() {
        new Startup(START_LIMIT).await(() -> "Kafka listens on port " + settings.port() + "; log: "
                + ChildProcess.logFile(settings.folder(), "kafka"), this);
    }

    /** Whether the broker accepts connections now. */
    @Override
    public boolean isReady() {
        return process != null && process.isAlive() && Ports.isTaken(settings.port());
    }

    public int port() {
        return settings.port();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    @Override
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
