package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.sample.SampleHandlers;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

@OnTestPlatform
class StreamTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String OPERATOR = TestTokens.region(Roles.OPERATOR);

    private static final String SAID = "said";
    private static final String REPLIED = "replied";
    private static final Map<String, String> ABOUT = Map.of("officeId", "ccas-stream", "personId",
            "99999999-9999-4999-8999-999999999999", "effectiveOn", "2008-07-01");

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void mend() {
        SampleHandlers.setBroken(false);
    }

    @Test
    void aDuplicateHasNoSecondEffect() {
        TestEvent event = said(1, "hello");
        Topics.publish(event, event);
        awaitHeard("hello");
        Topics.publish(event, said(2, "end"));
        awaitHeard("hello", "end");
    }

    @Test
    void whereNothingIsCountedADuplicateIsKnownByItsId() {
        TestEvent event = event("microcredit.secret", key, SAID, 1, "once", null);
        Topics.publish(event, event);
        awaitHeard("once");
        Topics.publish(event, event("microcredit.secret", key, SAID, 2, "end", null));
        awaitHeard("once", "end");
    }

    @Test
    void whatComesEarlyWaitsForWhatIsMissing() {
        Topics.publish(said(3, "c"), said(2, "b"));
        Await.until(LIMIT, () -> "two events are parked", () -> parked() == 2);
        assertEquals(List.of(), heard());

        Topics.publish(said(1, "a"));
        awaitHeard("a", "b", "c");
        assertEquals(0, parked());
    }

    @Test
    void orderAcrossTopicsIsNeverAssumed() {
        Topics.publish(replied(1, "answer", "question"));
        Await.until(LIMIT, () -> "the reply is parked", () -> parked() == 1);

        Topics.publish(said(1, "question"));
        awaitHeard("question", "answer");
    }

    @Test
    void aParkedEventGoesOnWhenSomethingElseThanAnEventMakesWay() {
        Topics.publish(replied(1, "answer", "by hand"));
        Await.until(LIMIT, () -> "the reply is parked", () -> parked() == 1);

        db().execute("insert into heard (key, text) values (?, 'by hand')", key);
        awaitHeard("by hand", "answer");
    }

    @Test
    void anyInterleavingEndsInTheSameState() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 15; round++) {
            String roundKey = UUID.randomUUID().toString();
            List<TestEvent> history = new ArrayList<>();
            for (int number = 1; number <= 6; number++) {
                history.add(event("microcredit.first", roundKey, SAID, number, "s" + number, null));
                history.add(
                        event("microcredit.second", roundKey, REPLIED, number, "r" + number, "s" + number));
            }
            history.addAll(List.copyOf(history.subList(0, random.nextInt(history.size()))));
            Collections.shuffle(history, random);
            Topics.publish(history);
            Await.until(LIMIT, () -> "12 effects, seed " + seed, () -> heard(roundKey).size() == 12);
            List<String> said = heard(roundKey).stream().filter(text -> text.startsWith("s")).toList();
            assertEquals(List.of("s1", "s2", "s3", "s4", "s5", "s6"), said, "seed " + seed);
        }
    }

    @Test
    void onCompactedTopicsTheNewestCounts() {
        Topics.publish(event("microcredit.latest", key, SAID, 5, "five", null),
                event("microcredit.latest", key, SAID, 3, "three", null),
                event("microcredit.latest", key, SAID, 8, "eight", null));
        awaitHeard("five", "eight");
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheConsumerGoesOn() {
        Topics.publishRaw(new ProducerRecord<>("microcredit.first", key, "not json".getBytes(StandardCharsets.UTF_8)));
        String other = UUID.randomUUID().toString();
        Topics.publish(event("microcredit.first", other, SAID, 1, "fine", null));

        Await.until(LIMIT, () -> "the other key goes on", () -> heard(other).equals(List.of("fine")));
        Await.until(LIMIT, () -> "the dead letter is published", () -> !deadLetters(key).isEmpty());
        assertEquals(List.of("bad-envelope"), deadLetters(key));
        given().auth().oauth2(OPERATOR).get("/operations/dead-letters").then().statusCode(200).body("key",
                hasItem(key));
    }

    /** The statement fails for one of them only; which one, the database does not say. */
    @Test
    void oneThatTheDatabaseRefusesIsFoundAmongMany() {
        assertBuriedAlone("fine", said(1, "no-such-table"));
    }

    /** The row of one of them can not be read any more, and all rows are read together. */
    @Test
    void oneWhoseRowCanNotBeReadIsFoundAmongMany() {
        db().execute("insert into heard (key, text) values (?, 'unreadable')", key);
        assertBuriedAlone("asks", said(1, "asks"));
    }

    private void assertBuriedAlone(String text, TestEvent bad) {
        List<String> keys = IntStream.range(0, 40).mapToObj(any -> UUID.randomUUID().toString()).toList();
        List<TestEvent> all = new ArrayList<>();
        keys.forEach(each -> all.add(event("microcredit.first", each, SAID, 1, text, null)));
        all.add(17, bad);
        Topics.publish(all);
        awaitLetter("unexpected-failure");
        Await.until(LIMIT, () -> "the others are applied",
                () -> keys.stream().allMatch(each -> heard(each).equals(List.of(text))));
        assertEquals(0, db().number("select count(*) from dead_letter where key = any(?)",
                (Object) keys.toArray(String[]::new)));
    }

    @Test
    void aBrokenSchemaOrVersionBlocksItsDossierUntilAnOperatorSkipsIt() {
        ObjectNode withoutText = TestEvent.JSON.createObjectNode().put("key", key);
        Topics.publish(said(1, "one"), event("microcredit.first", key, SAID, 2, withoutText),
                said(3, "three"));
        String letter = awaitLetter("breaks-its-schema");
        Topics.publish(replied(1, "later", "one"));
        Await.until(LIMIT, () -> "later events of the dossier wait", () -> parked() == 2);
        assertEquals(List.of("one"), heard());

        operate(letter, "skip");
        awaitHeard("one", "three", "later");
        assertEquals(0, parked());
        assertTrue(db().rows("select act from audit_entry where subject = ?", letter).contains("dead-letter-skipped"));
    }

    @Test
    void aBurialThatFailsIsWaitedOut() {
        long before = rollbacks();
        db().execute("alter table dead_letter rename to dead_letter_away");
        try {
            Topics.publishRaw(
                    new ProducerRecord<>("microcredit.first", key, "not json".getBytes(StandardCharsets.UTF_8)));
            Await.until(LIMIT, () -> "the burial has failed again and again", () -> rollbacks() >= before + 3);
        } finally {
            db().execute("alter table dead_letter_away rename to dead_letter");
        }
        Await.until(LIMIT, () -> "it is buried all the same", () -> db().number(
                "select count(*) from dead_letter where key = ? and status = 'open'", key) == 1);
        String other = UUID.randomUUID().toString();
        Topics.publish(event("microcredit.first", other, SAID, 1, "fine", null));
        Await.until(LIMIT, () -> "and the consumer goes on", () -> heard(other).equals(List.of("fine")));
    }

    @Test
    void aSecondBrokenEventBehindTheFirstIsBuriedTooAndBothCanBeSkipped() {
        ObjectNode withoutText = TestEvent.JSON.createObjectNode().put("key", key);
        Topics.publish(said(1, "one"), event("microcredit.first", key, SAID, 2, withoutText),
                event("microcredit.first", key, SAID, 3, withoutText), said(4, "four"));
        operate(awaitLetter("breaks-its-schema"), "skip");
        operate(awaitLetter("breaks-its-schema"), "skip");
        awaitHeard("one", "four");
    }

    @Test
    void skippingOutOfOrderLeavesNoGap() {
        Topics.publish(said(1, "one"));
        for (long sequence : new long[]{2, 3}) {
            TestEvent event = said(sequence, "lost");
            Topics.publishRaw(new ProducerRecord<>("microcredit.first", null, key,
                    "not json".getBytes(StandardCharsets.UTF_8), event.toRecord().headers()));
        }
        Topics.publish(said(4, "four"));
        Await.until(LIMIT, () -> "two dead letters", () -> letters("not-json").size() == 2);
        List<String> newestFirst = db().rows(
                "select id from dead_letter where key = ? order by sequence desc", key);
        newestFirst.forEach(letter -> operate(letter, "skip"));
        awaitHeard("one", "four");
    }

    @Test
    void aFaultOfOurOwnIsReplayedAfterItIsMended() {
        SampleHandlers.setBroken(true);
        Topics.publish(said(1, "fragile"), said(2, "next"));
        String letter = awaitLetter("unexpected-failure");
        Await.until(LIMIT, () -> "the next event waits", () -> parked() == 1);
        given().auth().oauth2(OPERATOR).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/operations/dead-letters/" + letter + "/replay")
                .then().statusCode(500);
        assertEquals(List.of("open"), statusOf(letter));

        SampleHandlers.setBroken(false);
        operate(letter, "replay");
        awaitHeard("fragile", "next");
        assertEquals(List.of("replayed"), statusOf(letter));
    }

    @Test
    void deadLettersOfARestrictedTopicHoldIdentifiersOnly() {
        Topics.publish(event("microcredit.secret", key, SAID, 1,
                TestEvent.JSON.createObjectNode().put("name", "Jeanne Secret")));
        awaitLetter("breaks-its-schema");
        Await.until(LIMIT, () -> "the dead letter is published",
                () -> Topics.read("microcredit.secret.kittest.dlq").stream().anyMatch(each -> key.equals(each.key())));
        Topics.read("microcredit.secret.kittest.dlq").forEach(each -> assertNull(each.value()));
    }

    @Test
    void anUnknownVersionIsPoisonAndAnUnknownTypeIsIgnored() {
        TestEvent version2 = new TestEvent(UUID.randomUUID().toString(), "microcredit.first", key,
                "fr.microcredit.first.said", 2, 2, ABOUT, said(2, "x").data());
        Topics.publish(event("microcredit.first", key, "unheard-of", 1, TestEvent.JSON.createObjectNode()), version2);
        awaitLetter("unknown-version");
        assertEquals(1, db().number("select last from stream_progress where key = ?", key));
    }

    @Test
    void theServiceGoesOnAfterItsBrokerAndItsDatabaseWereKilled() throws Exception {
        Topics.publish(said(1, "before"));
        awaitHeard("before");

        TestPlatform.running().postgres().process().kill();
        Topics.publish(said(2, "during"));
        TestPlatform.running().postgres().start();
        TestPlatform.running().postgres().awaitReady();
        awaitHeard("before", "during");

        TestPlatform.running().kafka().process().kill();
        TestPlatform.running().kafka().start();
        TestPlatform.running().kafka().awaitReady();
        Topics.publish(said(3, "after"));
        awaitHeard("before", "during", "after");
    }

    private static List<String> deadLetters(String key) {
        return Topics.read("microcredit.first.kittest.dlq").stream().filter(letter -> key.equals(letter.key()))
                .map(letter -> TestEvent.header(letter, "dead-letter-reason")).toList();
    }

    private static void operate(String letter, String what) {
        given().auth().oauth2(OPERATOR).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/operations/dead-letters/" + letter + "/" + what).then().statusCode(204);
    }

    private String awaitLetter(String reason) {
        Await.until(LIMIT, () -> "a dead letter for " + reason, () -> !letters(reason).isEmpty());
        return letters(reason).get(0);
    }

    private List<String> letters(String reason) {
        return db().rows("select id from dead_letter where key = ? and reason = ? and status = 'open'", key, reason);
    }

    private static List<String> statusOf(String letter) {
        return db().rows("select status from dead_letter where id = ?::uuid", letter);
    }

    private TestEvent said(long sequence, String text) {
        return event("microcredit.first", key, SAID, sequence, text, null);
    }

    private TestEvent replied(long sequence, String text, String to) {
        return event("microcredit.second", key, REPLIED, sequence, text, to);
    }

    private static TestEvent event(String topic, String key, String type, long sequence, String text, String to) {
        ObjectNode data = TestEvent.JSON.createObjectNode().put("text", text).put("unknown", true);
        if (to != null) {
            data.put("to", to);
        }
        return event(topic, key, type, sequence, data);
    }

    private static TestEvent event(String topic, String key, String type, long sequence, ObjectNode data) {
        String name = topic.replace("microcredit.", "fr.microcredit.") + "." + type;
        return TestEvent.of(topic, key, name, sequence, ABOUT, data);
    }

    private void awaitHeard(String... texts) {
        Await.until(LIMIT, () -> "heard " + List.of(texts) + ", found " + heard(),
                () -> heard().equals(List.of(texts)));
    }

    private List<String> heard() {
        return heard(key);
    }

    private static List<String> heard(String key) {
        return db().rows("select text from heard where key = ? order by number", key);
    }

    private static long rollbacks() {
        return db().number("select xact_rollback from pg_stat_database where datname = current_database()");
    }

    private long parked() {
        return db().number("select count(*) from parked_event where key = ?", key);
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
