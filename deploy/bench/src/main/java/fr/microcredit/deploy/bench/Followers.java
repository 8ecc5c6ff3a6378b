package fr.microcredit.deploy.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import fr.microcredit.backing.Await;
import fr.microcredit.deploy.local.platform.Component;
import fr.microcredit.deploy.local.platform.Platform;
import fr.microcredit.deploy.local.platform.Service;

/** The services that follow intake's stream: stopped, started again, and how fast they read what waits for them. */
final class Followers {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String TOPIC = "microcredit.dossier";
    private static final long MILLIS = 1000;

    private final Platform platform;
    private final Map<String, Connection> connections = new HashMap<>();

    Followers(Platform platform) {
        this.platform = platform;
    }

    private static List<Service> others() {
        return Stream.of(Service.values()).filter(service -> service != Service.INTAKE).toList();
    }

    /** Those that read what intake tells of dossiers. */
    private List<Service> followers() {
        return others().stream().filter(service -> number(service.shortName(),
                "select count(*) from stream_position where topic = '" + TOPIC + "'") > 0).toList();
    }

    private Component component(Service service) {
        return platform.component(service.module());
    }

    void stop() {
        others().forEach(service -> platform.stop(component(service)));
    }

    /** Starts one after the other; each reads what has gathered, alone. */
    void measure(Report report) throws Exception {
        for (Service service : followers()) {
            long from = read(service);
            platform.start(component(service));
            long[] begin = new long[2];
            Await.until(LIMIT, () -> service + " has begun", () -> {
                begin[0] = read(service);
                begin[1] = System.nanoTime();
                return begin[0] > from;
            });
            long end = end();
            Await.until(LIMIT, () -> service + " has read", () -> read(service) >= end);
            Duration took = Duration.ofNanos(System.nanoTime() - begin[1]);
            report.add("events of a prepared topic, " + service.module() + " (bar 5,000/s)", "%d in %d ms: %d/s",
                    end - begin[0], took.toMillis(), (end - begin[0]) * MILLIS / Math.max(1, took.toMillis()));
            Await.until(LIMIT, () -> service + " is ready", () -> component(service).isReady());
        }
    }

    /** Returns when all have read what intake has told. */
    void awaitRead() {
        Await.until(LIMIT, () -> "outbox empty", () -> number("intake", "select count(*) from outbox") == 0);
        long end = end();
        followers().forEach(service -> Await.until(LIMIT, () -> service + " has read", () -> read(service) >= end));
    }

    private long read(Service service) {
        return number(service.shortName(),
                "select coalesce(sum(next_offset), 0) from stream_position where topic = '" + TOPIC + "'");
    }

    private long number(String database, String query) {
        try (Statement statement = connection(database).createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kept open: a new one for every look would cost more than what is looked at. */
    private Connection connection(String database) throws SQLException {
        Connection known = connections.get(database);
        if (known == null) {
            known = platform.postgres().connect(database);
            connections.put(database, known);
        }
        return known;
    }

    private long end() {
        try {
            Map<String, Object> settings = new HashMap<>(platform.kafkaClient("admin"));
            try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(),
                    new ByteArrayDeserializer())) {
                List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                        .map(each -> new TopicPartition(TOPIC, each.partition())).collect(Collectors.toList());
                return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
