package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

@OnTestPlatform
class OutboxTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String OFFICE = TestTokens.office("ccas-outbox", Roles.OFFICE_AGENT);
    private static final String OPERATOR = TestTokens.region(Roles.OPERATOR);
    private static final String ROW = "insert into outbox (event_id, topic, key, sequence, type, data_schema, trace_parent,"
            + " attributes, headers, payload, restricted) values (gen_random_uuid(), ?, ?, ?, 'x', '', '', '{}', '{}', '{}'::bytea, false)";

    @Test
    void commandsGoOnWhileTheBrokerIsAwayAndTheirEventsFollow() throws Exception {
        TestPlatform.running().kafka().process().kill();
        List<String> ids = List.of(add("a"), add("b"), add("c"));

        TestPlatform.running().kafka().start();
        TestPlatform.running().kafka().awaitReady();
        ids.forEach(id -> assertEquals(1, Topics.await("microcredit.notes", id, 1, event -> true).size()));
        Await.until(LIMIT, () -> "the outbox is empty", () -> pending() == 0);
    }

    @Test
    void theEnvelopeIsACloudEvent() {
        String id = add("envelope");
        Topics.awaitOne("microcredit.notes", id, "fr.microcredit.notes.noted");
        var message = Topics.read("microcredit.notes").stream().filter(each -> id.equals(each.key())).findFirst()
                .orElseThrow();
        assertEquals("1.0", TestEvent.header(message, "ce_specversion"));
        assertEquals("/kittest", TestEvent.header(message, "ce_source"));
        assertEquals(id, TestEvent.header(message, "ce_subject"));
        assertEquals("1", TestEvent.header(message, "ce_sequence"));
        assertEquals("ccas-outbox", TestEvent.header(message, "ce_officeid"));
        assertEquals("2008-07-01", TestEvent.header(message, "ce_effectiveon"));
        assertEquals("{\"text\":\"envelope\"}", new String(message.value(), java.nio.charset.StandardCharsets.UTF_8));
        assertEquals("urn:microcredit:fr.microcredit.notes.noted:1", TestEvent.header(message, "ce_dataschema"));
        assertEquals("application/json", TestEvent.header(message, "content-type"));
        assertTrue(TestEvent.header(message, "traceparent").matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"));
        assertTrue(TestEvent.header(message, "ce_time").matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"));
        UUID.fromString(TestEvent.header(message, "ce_id"));
    }

    @Test
    void aRowWithAFaultOfItsOwnHoldsBackItsKeyOnly() {
        String key = UUID.randomUUID().toString();
        db().execute(ROW, "not a topic!", key, 1L);
        db().execute(ROW, "not a topic!", key, 2L);
        String other = add("other");

        Topics.awaitOne("microcredit.notes", other, "fr.microcredit.notes.noted");
        Await.until(LIMIT, () -> "the row is marked", () -> db().number(
                "select count(*) from outbox where key = ? and failure = 'InvalidTopicException'", key) == 1);
        assertEquals(2, db().number("select count(*) from outbox where key = ?", key));
        given().auth().oauth2(OPERATOR).get("/operations/outbox/stuck").then().statusCode(200)
                .body("find { it.key == '" + key + "' }.failure", equalTo("InvalidTopicException"));

        long seq = db().number("select min(seq) from outbox where key = ?", key);
        db().execute("update outbox set topic = 'microcredit.mended' where key = ?", key);
        given().auth().oauth2(OPERATOR).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/operations/outbox/stuck/" + seq + "/retry")
                .then().statusCode(204);
        assertEquals(List.of(1L, 2L),
                Topics.await("microcredit.mended", key, 2, event -> true).stream().map(TestEvent::sequence).toList());
        given().auth().oauth2(OPERATOR).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/operations/outbox/stuck/" + seq + "/retry")
                .then().statusCode(404);
    }

    @Test
    void aThousandConcurrentCommandsArePublishedOnceEach() {
        List<String> ids = java.util.stream.IntStream.range(0, 1_000).parallel().mapToObj(number -> add("n" + number))
                .toList();
        Await.until(LIMIT, () -> "the outbox is empty", () -> pending() == 0);
        List<String> published = Topics.read("microcredit.notes").stream().map(message -> message.key())
                .filter(new HashSet<>(ids)::contains).toList();
        assertEquals(1_000, published.size());
        assertEquals(new HashSet<>(ids), new HashSet<>(published));
    }

    @Test
    void theBacklogIsShownToOperators() {
        given().auth().oauth2(OPERATOR).get("/operations/backlog").then().statusCode(200);
        given().auth().oauth2(OFFICE).get("/operations/backlog").then().statusCode(403);
    }

    private static String add(String text) {
        return given().auth().oauth2(OFFICE).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("text", text, "amountCents", 1))
                .post("/notes").then().statusCode(201).extract().path("id");
    }

    private static long pending() {
        return db().number("select count(*) from outbox where failure is null and key not in"
                + " (select key from outbox where failure is not null)");
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
