package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/** Parked events are looked at a few at a time and less and less often, and those that wait too long are told. */
@OnTestPlatform
class ParkedRetryTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String OPERATOR = TestTokens.region(Roles.OPERATOR);
    private static final Map<String, String> ABOUT = Map.of("officeId", "ccas-parked", "personId",
            "99999999-9999-4999-8999-999999999999", "effectiveOn", "2008-07-01");
    private static final String OURS = " where key like '0000feed%'";
    /** Of the test's configuration. */
    private static final int BATCH = 3;

    @AfterEach
    void leaveNothing() {
        db().execute("delete from parked_event" + OURS);
        db().execute("delete from dead_letter" + OURS);
        db().execute("delete from heard" + OURS);
        db().execute("delete from stream_progress" + OURS);
    }

    @Test
    void oneRoundLooksAtABoundedNumberOfDossiers() {
        park(IntStream.rangeClosed(1, 12).toArray());
        due("key like '0000feed%'", 0);
        Await.until(LIMIT, () -> "a round began", () -> tried() > 0);
        Await.until(LIMIT, () -> "and is over since long, the next one not begun", () -> db().number(
                "select count(*) from parked_event" + OURS
                        + " and tries > 0 and next_try_at < now() + interval '3 s'") > 0);
        assertEquals(BATCH, tried());
    }

    @Test
    void theLongerAnEventWaitsTheLessOftenItIsLookedAt() {
        park(1, 2, 3);
        due("key = '" + key(1) + "'", 3);
        due("key = '" + key(2) + "'", 30);
        db().execute("update parked_event set tries = 7, next_try_at = now() + interval '1 h' where key = ?", key(3));
        Await.until(LIMIT, () -> "two are looked at", () -> db().number("select count(*) from parked_event" + OURS
                + " and tries in (4, 31)") == 2);
        assertPause(key(1), 5 << 3);
        assertPause(key(2), 600);
        assertEquals(7, db().number("select tries from parked_event where key = ?", key(3)));
    }

    @Test
    void dossiersThatADeadLetterBlocksDoNotStandInTheWayOfTheOthers() {
        for (int number = 1; number <= BATCH; number++) {
            Topics.publishRaw(new ProducerRecord<>("microcredit.first", key(number),
                    "not json".getBytes(StandardCharsets.UTF_8)));
        }
        Await.until(LIMIT, () -> "they are buried",
                () -> db().number("select count(*) from dead_letter" + OURS) == BATCH);
        park(1, 2, 3, 4);
        due("key like '0000feed%'", 0);
        db().execute("update parked_event set next_try_at = '2001-01-01' where key = ?", key(4));
        Await.until(LIMIT, () -> "the free one is looked at",
                () -> db().number("select tries from parked_event where key = ?", key(4)) > 0);
    }

    @Test
    void whatWaitedBehindADeadLetterFollowsAtOnceHoweverOftenItWasPutOff() {
        Topics.publishRaw(
                new ProducerRecord<>("microcredit.first", key(1), "not json".getBytes(StandardCharsets.UTF_8)));
        Await.until(LIMIT, () -> "it is buried", () -> db().number("select count(*) from dead_letter" + OURS) == 1);
        park(1);
        db().execute("update parked_event set tries = 9, next_try_at = now() + interval '1 h' where key = ?", key(1));
        db().execute("insert into heard (key, text) values (?, 'never')", key(1));
        String letter = db().rows("select id from dead_letter" + OURS).get(0);
        given().auth().oauth2(OPERATOR).contentType("application/json").header("Idempotency-Key", letter)
                .post("/operations/dead-letters/" + letter + "/skip").then().statusCode(204);
        Await.until(LIMIT, () -> "it follows", () -> db().rows("select text from heard where key = ? order by number",
                key(1)).equals(List.of("never", "answer")));
    }

    @Test
    void whatWaitsTooLongIsToldToAnOperator() {
        park(1, 2);
        db().execute("update parked_event set parked_at = now() - interval '25 h' where key = ?", key(1));
        given().auth().oauth2(OPERATOR).get("/operations/parked").then().statusCode(200).body("key", hasItem(key(1)))
                .body("key", not(hasItem(key(2)))).body("find { it.key == '" + key(1) + "' }.sequence", equalTo(1));
        Await.until(LIMIT, () -> "health shows it", () -> given().get("/q/health/ready").jsonPath()
                .getInt("checks.find { it.name == 'events' }.data.parkedOverdue") == 1);
        assertTrue(given().get("/q/health/ready").jsonPath()
                .getLong("checks.find { it.name == 'events' }.data.parkedOldestSeconds") >= 25 * 3600);
        String metrics = given().auth().oauth2(OPERATOR).get("/q/metrics").then().statusCode(200).extract().asString();
        assertTrue(metrics.lines().anyMatch(line -> line.matches("microcredit_parked_overdue(\\{.*})? 1\\.0")),
                metrics);
    }

    private static void park(int... numbers) {
        List<TestEvent> early = IntStream.of(numbers).mapToObj(number -> TestEvent.of("microcredit.second", key(number),
                "fr.microcredit.second.replied", 1, ABOUT,
                TestEvent.JSON.createObjectNode().put("text", "answer").put("to", "never"))).toList();
        Topics.publish(early);
        Await.until(LIMIT, () -> "they are parked",
                () -> db().number("select count(*) from parked_event" + OURS) == numbers.length);
    }

    private static String key(int number) {
        return "0000feed-0000-4000-8000-%012d".formatted(number);
    }

    /** Before anything that another test may have left. */
    private static void due(String which, int tries) {
        db().execute("update parked_event set tries = ?, next_try_at = '2000-01-01' where " + which, tries);
    }

    private static long tried() {
        return db().number("select count(*) from parked_event" + OURS + " and tries > 0");
    }

    private static void assertPause(String key, int seconds) {
        long left = db().number("select cast(extract(epoch from next_try_at - now()) as int) from parked_event"
                + " where key = ?", key);
        assertTrue(left <= seconds && left > seconds - 15, left + " s left");
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
