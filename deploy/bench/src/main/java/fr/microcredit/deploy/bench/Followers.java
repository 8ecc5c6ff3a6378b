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

    Followers(Platform platform) {
        this.platform = platform;
    }

    private static List<Service> all() {
        return List.of(Service.values()).stream().filter(service -> service != Service.INTAKE).toList();
    }

    private Component component(Service service) {
        return platform.component(service.module());
    }

    void stop() {
        all().forEach(service -> component(service).close());
    }

    /** Starts one after the other; each reads what has gathered, alone. */
    void measure(Report report) throws Exception {
        for (Service service : all()) {
            long from = read(service);
            component(service).start();
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
        all().forEach(service -> Await.until(LIMIT, () -> service + " has read", () -> read(service) >= end));
    }

    private long read(Service service) {
        return number(service.shortName(),
                "select coalesce(sum(next_offset), 0) from stream_position where topic = '" + TOPIC + "'");
    }

    private long number(String database, String query) {
        try (Connection connection = platform.postgres().connect(database);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
