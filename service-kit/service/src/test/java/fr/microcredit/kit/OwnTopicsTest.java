package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.outbox.OutboxConfig;
import fr.microcredit.kit.outbox.TopicLook;
import fr.microcredit.kit.position.History;
import fr.microcredit.kit.position.OwnTopics;
import fr.microcredit.kit.position.TopicTail;
import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;
import fr.microcredit.kit.testing.Workspace;

/** The look that every start takes at the service's own topics, over a database that was set back. */
@OnTestPlatform
class OwnTopicsTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String TOKEN = TestTokens.office("ccas-own", Roles.OFFICE_AGENT);
    private static final int PAIRS = 8;
    private static final String TOPIC = "microcredit.notes";

    @Inject
    TopicTail tail;
    @Inject
    History history;
    private TopicLook look;

    @Test
    void aServiceWhoseTopicIsAheadDoesNotStartUntilAnOperatorAdoptsItsNumbers() throws Exception {
        String id = add();
        change(id, "\"0\"", "what the database forgets");
        setBackTo(id, 1);

        OwnTopics refusing = start(Map.of());
        String refusal = assertThrows(IllegalStateException.class, refusing::look).getMessage();
        assertTrue(refusal.contains("1 events") && refusal.contains(TOPIC + " key " + id), refusal);
        assertFalse(look.isDone());
        assertEquals(1, lastNumber(id));
        assertNamesASectionOfTheRunbook(refusal);

        start(Map.of("microcredit.outbox.topic-ahead", "adopt")).look();
        assertEquals(2, lastNumber(id));
        OwnTopics starting = start(Map.of());
        starting.look();
        assertTrue(look.isDone());
        change(id, "\"1\"", "after it");
        assertEquals(List.of(1L, 2L, 3L), numbers(id, 3));
    }

    /** Partitions have no order among each other: what was given may be read after what was taken from it. */
    @Test
    void whatWasTakenIsTakenOverAfterWhatWasGiven() {
        List<String> takers = new ArrayList<>();
        List<String> givers = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            takers.add(add());
            givers.add(add());
            line(takers.get(pair), "after " + givers.get(pair));
            line(givers.get(pair), givers.get(pair));
        }
        Stream.concat(takers.stream(), givers.stream()).forEach(id -> setBackTo(id, 1));

        start(Map.of()).look();
        for (int pair = 0; pair < PAIRS; pair++) {
            assertEquals(List.of("after taken over: " + givers.get(pair)),
                    db().rows("select text from heard where key = ?", takers.get(pair)));
            assertEquals(2, lastNumber(takers.get(pair)));
        }
    }

    @Test
    void whatNeverFitsIsToldWithItsReason() {
        String id = add();
        line(id, "after nothing that is there");
        setBackTo(id, 1);
        assertThrows(IllegalStateException.class, start(Map.of())::look);
        assertEquals(1, lastNumber(id));

        db().execute("insert into heard (key, text) values (?, 'taken over: nothing that is there')", id);
        start(Map.of()).look();
        assertEquals(2, lastNumber(id));
    }

    /** Of the same key: its number would hide the lost one. Of another key of the partition: its place would. */
    @Test
    void whatStandsBehindALostEventDoesNotHideItFromTheNextLook() {
        List<String> pair = twoOfOnePartition();
        String lost = pair.get(0);
        String sound = pair.get(1);
        change(lost, "\"0\"", "what the database forgets");
        line(lost, "behind it, of its key");
        line(sound, "behind it, of another key");
        pair.forEach(id -> setBackTo(id, 1));
        long place = placeOf(lost, 2);

        for (int look = 1; look <= 2; look++) {
            String refusal = assertThrows(IllegalStateException.class, start(Map.of())::look).getMessage();
            assertTrue(refusal.contains("2 events") && refusal.contains(TOPIC + " key " + lost), refusal);
            assertEquals(1, lastNumber(lost));
            assertEquals(2, lastNumber(sound));
            assertTrue(notedPlace(lost) <= place, "look " + look + " notes " + notedPlace(lost) + " past " + place);
        }
        assertEquals(List.of(), db().rows("select text from heard where key = ?", lost));
        start(Map.of("microcredit.outbox.topic-ahead", "adopt")).look();
        assertEquals(3, lastNumber(lost));
    }

    @Test
    void scheduledWorkIsLeftOutUntilTheLookIsDone() {
        OwnTopics starting = start(Map.of());
        TopicLook.NotDone skip = new TopicLook.NotDone(look);
        assertTrue(skip.test(null));
        starting.look();
        assertFalse(skip.test(null));
    }

    @Test
    void whatTheServiceCanTakeOverItAppliesAgainAndTellsNobody() {
        String id = add();
        line(id, "line");
        setBackTo(id, 1);

        start(Map.of()).look();
        start(Map.of()).look();
        assertEquals(List.of("taken over: line"), db().rows("select text from heard where key = ?", id));
        assertEquals(2, lastNumber(id));
        assertEquals(0, db().number("select count(*) from outbox where key = ?", id));
        assertEquals(List.of(1L, 2L), numbers(id, 2));
    }

    /** As the start makes it. */
    private OwnTopics start(Map<String, String> settings) {
        look = new TopicLook();
        return new OwnTopics(tail, history, new SmallRyeConfigBuilder().addDiscoveredConverters()
                .withMapping(OutboxConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100)).build()
                .getConfigMapping(OutboxConfig.class), look);
    }

    private static String add() {
        return given().auth().oauth2(TOKEN).contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("text", "own", "amountCents", 1)).post("/notes").then().statusCode(201).extract()
                .path("id");
    }

    private static void line(String id, String name) {
        given().auth().oauth2(TOKEN).contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("name", name, "count", 1)).post("/notes/" + id + "/lines").then().statusCode(200);
    }

    private static void change(String id, String version, String text) {
        given().auth().oauth2(TOKEN).contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", version).body(Map.of("text", text, "amountCents", 1)).put("/notes/" + id).then()
                .statusCode(200);
    }

    private static List<String> twoOfOnePartition() {
        Map<Integer, String> first = new HashMap<>();
        while (true) {
            String id = add();
            int partition = recordOf(id, 1).partition();
            String other = first.putIfAbsent(partition, id);
            if (other != null) {
                return List.of(other, id);
            }
        }
    }

    private static long placeOf(String id, long sequence) {
        return recordOf(id, sequence).offset();
    }

    private static ConsumerRecord<String, byte[]> recordOf(String id, long sequence) {
        Topics.await(TOPIC, id, 1, event -> event.sequence() == sequence);
        return Topics.read(TOPIC).stream().filter(each -> id.equals(each.key())
                && TestEvent.header(each, "ce_sequence").equals(String.valueOf(sequence))).findFirst().orElseThrow();
    }

    private static long notedPlace(String id) {
        return db().number("select coalesce(max(next_offset), 0) from relay_position where topic = ? and partition = ?",
                TOPIC, recordOf(id, 1).partition());
    }

    private static void setBackTo(String id, long number) {
        Await.until(LIMIT, () -> "the outbox is empty",
                () -> db().number("select count(*) from outbox where topic = ?", TOPIC) == 0);
        db().execute("update outbox_sequence set last = ? where topic = ? and key = ?", number, TOPIC, id);
        db().execute("update relay_position set next_offset = 0 where topic = ?", TOPIC);
    }

    private static void assertNamesASectionOfTheRunbook(String refusal) throws Exception {
        String section = refusal.replaceAll("(?s).*\"(.+)\".*", "$1");
        assertTrue(refusal.contains("docs/runbook.md"), refusal);
        assertEquals(1, Files.readAllLines(Workspace.root().resolve("docs/runbook.md")).stream()
                .filter(("## " + section)::equals).count(), section);
    }

    private static long lastNumber(String id) {
        return db().number("select last from outbox_sequence where topic = ? and key = ?", TOPIC, id);
    }

    private static List<Long> numbers(String id, int count) {
        return Topics.await(TOPIC, id, count, event -> true).stream().map(TestEvent::sequence).toList();
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
