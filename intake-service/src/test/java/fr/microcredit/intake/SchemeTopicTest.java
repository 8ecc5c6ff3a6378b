package fr.microcredit.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.testing.Compaction;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.Topics;

/** An office files under the version of the first day of a request, however old: each has to be learnt after years, too. */
@OnTestPlatform
class SchemeTopicTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String TOPIC = "microcredit.scheme";

    private final String scheme = "essai-" + UUID.randomUUID().toString().substring(0, 8);
    private final Database db = TestPlatform.running().db();

    @Test
    void everyVersionOutlivesCompaction() {
        publish("first", 1);
        publish("second", 1);
        publish("first", 2);
        awaitKnown();
        Compaction.force(TOPIC);
        List<ConsumerRecord<String, byte[]>> kept = Topics.read(TOPIC).stream().filter(this::isOurs).toList();
        assertEquals(2, kept.size(), "one record a version");

        forget();
        kept.forEach(SchemeTopicTest::tellAgain);
        awaitKnown();
    }

    private void publish(String version, long number) {
        Topics.publish(History.event("scheme.published", "dijon", scheme + "/" + version, number,
                Map.of("schemeId", scheme, "version", version)));
    }

    private void awaitKnown() {
        Await.until(LIMIT, () -> "both versions are known", () -> Desk.ofDijon().request().get("/schemes").jsonPath()
                .getList("findAll { it.schemeId == '" + scheme + "' }.version").equals(List.of("first", "second")));
    }

    private boolean isOurs(ConsumerRecord<String, byte[]> message) {
        return new String(message.value(), StandardCharsets.UTF_8).contains(scheme);
    }

    /** As a new database, for these records. */
    private void forget() {
        assertEquals(2, db.execute("delete from scheme where scheme_id = ?", scheme));
        assertEquals(2, db.execute("delete from stream_progress where starts_with(key, ?)", scheme));
    }

    private static void tellAgain(ConsumerRecord<String, byte[]> message) {
        Topics.publishRaw(new ProducerRecord<>(TOPIC, null, message.key(), message.value(), message.headers()));
    }
}
