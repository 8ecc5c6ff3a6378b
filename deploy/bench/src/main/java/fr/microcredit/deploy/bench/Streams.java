package fr.microcredit.deploy.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

import fr.microcredit.backing.Await;
import fr.microcredit.deploy.local.platform.Platform;

/** How long an event is on its way: to a consumer beside raw Kafka, and into the observatory's figures. */
final class Streams {
    private static final int READERS = 16;
    private static final int PARTITIONS = 6;
    private static final int EVENTS_PER_SECOND = 200;
    private static final int DOSSIERS_PER_SECOND = 50;
    private static final Duration SETTLE = Duration.ofSeconds(60);
    private static final String TOPIC = "microcredit.dossier";

    private final Platform platform;
    private final Desk desk;
    private final Report report;
    private final Duration length;

    Streams(Platform platform, Desk desk, Report report, Duration length) {
        this.platform = platform;
        this.desk = desk;
        this.report = report;
        this.length = length;
    }

    void measure() throws Exception {
        commitToConsumer();
        visible();
    }

    private void commitToConsumer() throws Exception {
        createTopic(TOPIC + ".bench");
        try (Receiver raw = new Receiver(platform.kafkaClient("admin"), TOPIC + ".bench");
                RawKafka producer = new RawKafka(platform.kafkaClient("admin"), TOPIC + ".bench")) {
            Load.open(EVENTS_PER_SECOND, length, producer::send);
            awaitAll(raw);
            report.add("raw Kafka, " + EVENTS_PER_SECOND + "/s, producer to consumer", "p50 %s ms, p99 %s ms",
                    raw.millis(50), raw.millis(99));
        }
        try (Receiver events = new Receiver(platform.kafkaClient("admin"), TOPIC)) {
            Load.Result calls = Load.open(EVENTS_PER_SECOND, length, number -> desk.open("stream", number));
            awaitAll(events);
            report.add("command to consumer through outbox and relay, " + EVENTS_PER_SECOND + "/s",
                    "p50 %s ms, p99 %s ms from the beginning of the transaction; the calls p99 %s ms, failed %d",
                    events.millis(50), events.millis(99), calls.millis(99), calls.failures());
        }
    }

    private void createTopic(String name) throws Exception {
        try (Admin admin = Admin.create(platform.kafkaClient("admin"))) {
            admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1))).all().get();
        }
    }

    private void awaitAll(Receiver receiver) {
        long all = EVENTS_PER_SECOND * length.toSeconds();
        Await.until(SETTLE, () -> receiver.received() + " of " + all + " received", () -> receiver.received() >= all);
    }

    private void visible() throws Exception {
        BlockingQueue<Connection> observatory = new LinkedBlockingQueue<>();
        for (int number = 0; number < READERS; number++) {
            observatory.add(platform.postgres().connect("observatory"));
        }
        Load.Result seen = Load.open(DOSSIERS_PER_SECOND, length, number -> {
            String id = desk.open("seen", number);
            Connection connection = observatory.take();
            try {
                Await.until(SETTLE, () -> "visible", () -> isCounted(connection, id));
            } finally {
                observatory.add(connection);
            }
        });
        report.add("opened to counted in the observatory, " + DOSSIERS_PER_SECOND + "/s",
                "p50 %s ms, p99 %s ms from the intended start, failed %d", seen.millis(50), seen.millis(99),
                seen.failures());
    }

    private static boolean isCounted(Connection connection, String id) throws SQLException {
        try (PreparedStatement ask = connection
                .prepareStatement("select 1 from dossier_fact where dossier_id = ?::uuid")) {
            ask.setString(1, id);
            try (ResultSet found = ask.executeQuery()) {
                return found.next();
            }
        }
    }
}
