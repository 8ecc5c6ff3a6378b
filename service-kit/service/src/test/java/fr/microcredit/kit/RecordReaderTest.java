package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/** Records that are read again from where they stood: gone is what the topic does not hold, not what nobody can ask for. */
@OnTestPlatform
class RecordReaderTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String OPERATOR = TestTokens.region(Roles.OPERATOR);
    private static final String FIRST = "microcredit.first";
    private static final String PERSON = "microcredit.person";
    private static final Map<String, String> ABOUT = Map.of("officeId", "ccas-reader", "personId",
            "99999999-9999-4999-8999-999999999999", "effectiveOn", "2008-07-01");

    private final String key = UUID.randomUUID().toString();

    @Test
    void whatTheTopicDoesNotHoldIsGone() throws Exception {
        String letter = buried(key);
        Object[] place = db().rows("select partition, record_offset from dead_letter where id = ?::uuid", letter).get(0)
                .split("\\|");
        int partition = Integer.parseInt((String) place[0]);
        long offset = Long.parseLong((String) place[1]);

        db().execute("update dead_letter set record_offset = record_offset + 1000000 where id = ?::uuid", letter);
        replay(letter).statusCode(404).body("code", equalTo("not-found"));
        db().execute("update dead_letter set record_offset = ? where id = ?::uuid", offset, letter);
        deleteBefore(new TopicPartition(FIRST, partition), offset + 1);
        replay(letter).statusCode(404).body("code", equalTo("not-found"));
        assertEquals(List.of("open"), db().rows("select status from dead_letter where id = ?::uuid", letter));
    }

    @Test
    void whileKafkaIsAwayNothingIsGoneAndWhatIsPastNeedsNoLook() throws Exception {
        String past = UUID.randomUUID().toString();
        String letter = buried(UUID.randomUUID().toString());
        Topics.publish(named(key), named(past));
        Await.until(LIMIT, () -> "both are parked", () -> parked(key) + parked(past) == 2);
        TestPlatform.running().kafka().process().kill();
        try {
            db().execute("insert into stream_progress (consumer, topic, key, last) values ('kittest', ?, ?, 5)", PERSON,
                    past);
            db().execute("insert into heard (key, text) values (?, 'by hand')", key);
            due(key, "2000-01-01");
            due(past, "2000-01-02");
            replay(letter).statusCode(503).body("code", equalTo("busy"));
            Await.until(LIMIT, () -> "the one behind it is put away", () -> parked(past) == 0);
            assertEquals(1, parked(key), "it waits for Kafka");
        } finally {
            TestPlatform.running().kafka().start();
            TestPlatform.running().kafka().awaitReady();
        }
        due(key, "2000-01-01");
        Await.until(LIMIT, () -> "it is applied",
                () -> db().rows("select text from heard where key = ? order by number", key)
                        .equals(List.of("by hand", "answer")));
        assertEquals(0, db().number("select count(*) from dead_letter where key in (?, ?)", key, past));
    }

    private static String buried(String key) {
        Topics.publishRaw(new ProducerRecord<>(FIRST, key, "not json".getBytes(StandardCharsets.UTF_8)));
        Await.until(LIMIT, () -> "it is buried",
                () -> db().number("select count(*) from dead_letter where key = ?", key) == 1);
        return db().rows("select id from dead_letter where key = ?", key).get(0);
    }

    private static void deleteBefore(TopicPartition partition, long offset) throws Exception {
        try (Admin admin = Admin
                .create(Map.of("bootstrap.servers", TestPlatform.running().kafka().bootstrapServers()))) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset))).all().get();
        }
    }

    private static ValidatableResponse replay(String letter) {
        return given().auth().oauth2(OPERATOR).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID()).post("/operations/dead-letters/" + letter + "/replay")
                .then();
    }

    private static TestEvent named(String key) {
        return TestEvent.of(PERSON, key, "fr.microcredit.person.named", 1, ABOUT,
                TestEvent.JSON.createObjectNode().put("text", "answer").put("to", "by hand"));
    }

    private static void due(String key, String since) {
        db().execute("update parked_event set next_try_at = ?::timestamptz where key = ?", since, key);
    }

    private static long parked(String key) {
        return db().number("select count(*) from parked_event where key = ?", key);
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
