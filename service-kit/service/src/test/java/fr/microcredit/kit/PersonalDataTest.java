package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/** A name that is sent through everything is found nowhere but in the effect, and nowhere at all after its erasure. */
@OnTestPlatform
class PersonalDataTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String OFFICE = TestTokens.office("ccas-person", Roles.OFFICE_AGENT);
    private static final String OPERATOR = TestTokens.region(Roles.OPERATOR);
    private static final Map<String, String> ABOUT = Map.of("officeId", "ccas-person", "personId",
            "99999999-9999-4999-8999-999999999999", "effectiveOn", "2008-07-01");

    private final String key = UUID.randomUUID().toString();
    private final String name = "Jeanne Canary " + System.nanoTime();

    @Test
    void whatIsParkedOfARestrictedTopicIsReadAgainFromItsPlace() {
        Topics.publish(named(1, "consent"));
        awaitParked(1);
        assertEquals(List.of("t|null"), db().rows("select by_position, payload from parked_event where key = ?", key));
        assertFoundIn();

        Topics.publish(said("microcredit.first", 1, "consent"));
        awaitHeard("consent", name);
        assertFoundIn("heard");
    }

    @Test
    void aTombstoneReachesTheEffectWhatIsParkedAndWhatIsBuried() {
        Topics.publish(said("microcredit.first", 1, "consent"), named(1, "consent"), named(2, "never"));
        awaitHeard("consent", name);
        Topics.publish(event("microcredit.person", "named", 3, TestEvent.JSON.createObjectNode().put("text", name)),
                named(4, "consent"));
        Await.until(LIMIT, () -> "one is buried", () -> letters().equals(List.of("open")));
        awaitParked(2);
        assertFoundIn("heard");

        Topics.publish(event("microcredit.person", "named", 5, null));
        Await.until(LIMIT, () -> "the letter is closed", () -> letters().equals(List.of("erased")));
        awaitParked(0);
        awaitHeard();
        assertFoundIn();
        assertBuriedWithoutContent("microcredit.person.kittest.dlq");
    }

    @Test
    void whatARestrictedTopicNoLongerHoldsIsBuriedAndNotWaitedForForEver() throws Exception {
        Topics.publish(event("microcredit.secret", "said", 1, TestEvent.JSON.createObjectNode().put("name", name)));
        Await.until(LIMIT, () -> "one is buried", () -> letters().equals(List.of("open")));
        Topics.publish(said("microcredit.secret", 2, name), said("microcredit.first", 1, "end"));
        awaitParked(2);
        assertFoundIn();

        forgetAllBut("microcredit.secret");
        String letter = db().rows("select id from dead_letter where key = ?", key).get(0);
        keyed(OPERATOR).post("/operations/dead-letters/" + letter + "/skip").then().statusCode(204);
        Await.until(LIMIT, () -> "it is buried too", () -> db().rows(
                "select reason from dead_letter where key = ? and status = 'open'", key)
                .equals(List.of("no-longer-held")));
        assertBuriedWithoutContent("microcredit.secret.kittest.dlq");
        assertFoundIn();
    }

    @Test
    void anAnswerIsKeptWithoutItsBodyAndReadAgainForWhoeverAsks() {
        var made = keyed(OFFICE).body(draft(name)).post("/notes").then().statusCode(201).extract();
        awaitEmptyOutbox();
        assertFoundIn("note");
        assertEquals(List.of("201|" + made.path("id") + "|"),
                db().rows("select status, resource, problem from idempotency where key = ?", key));

        given().auth().oauth2(OFFICE).contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", made.header("ETag")).body(draft("somebody else")).put(made.header("Location"))
                .then()
                .statusCode(200);
        keyed(OFFICE).body(draft(name)).post("/notes").then().statusCode(201)
                .header("Idempotent-Replayed", equalTo("true")).header("Location", equalTo(made.header("Location")))
                .header("ETag", equalTo("\"1\"")).body("text", equalTo("somebody else"));
        awaitEmptyOutbox();
        assertFoundIn();
    }

    @Test
    void aRefusalIsKeptWithoutTheBodyItRefuses() {
        keyed(OFFICE).body(draft("refuse " + name)).post("/notes").then().statusCode(409);
        assertEquals(1, db().number("select count(*) from idempotency where key = ?", key));
        assertFoundIn();
    }

    /** In the whole database, as text and as bytes. */
    private void assertFoundIn(String... expected) {
        String bytes = HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
        TreeSet<String> found = new TreeSet<>();
        for (String table : db().rows("select table_name from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE'")) {
            String like = "select count(*) from " + table + " t where cast(t as text) like ? or cast(t as text) like ?";
            if (db().number(like, "%" + name + "%", "%" + bytes + "%") > 0) {
                found.add(table);
            }
        }
        assertEquals(new TreeSet<>(List.of(expected)), found);
    }

    private void assertBuriedWithoutContent(String topic) {
        Await.until(LIMIT, () -> "the dead letter is published",
                () -> Topics.read(topic).stream().anyMatch(each -> key.equals(each.key())));
        Topics.read(topic).stream().filter(each -> key.equals(each.key())).forEach(each -> {
            assertNull(each.value());
            each.headers().forEach(header -> assertFalse(
                    new String(header.value(), StandardCharsets.UTF_8).contains("Canary"), header.key()));
        });
        awaitEmptyOutbox();
    }

    /** All but a last record of another key, so that reading on does not have to wait. */
    private void forgetAllBut(String topic) throws Exception {
        Topics.publish(TestEvent.of(topic, UUID.randomUUID().toString(), "fr.microcredit.secret.said", 1, ABOUT,
                TestEvent.JSON.createObjectNode().put("text", "last")));
        long last = Topics.read(topic).stream().mapToLong(each -> each.offset()).max().orElseThrow();
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", (Object) TestPlatform.running().kafka().bootstrapServers()))) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(last))).all().get();
        }
    }

    private TestEvent named(long sequence, String to) {
        return event("microcredit.person", "named", sequence,
                TestEvent.JSON.createObjectNode().put("text", name).put("to", to));
    }

    private TestEvent said(String topic, long sequence, String text) {
        return event(topic, "said", sequence, TestEvent.JSON.createObjectNode().put("text", text));
    }

    private TestEvent event(String topic, String type, long sequence, ObjectNode data) {
        return TestEvent.of(topic, key, topic.replace("microcredit.", "fr.microcredit.") + "." + type, sequence, ABOUT,
                data);
    }

    private RequestSpecification keyed(String token) {
        return given().auth().oauth2(token).contentType("application/json").header("Idempotency-Key", key);
    }

    private static Map<String, Object> draft(String text) {
        return Map.of("text", text, "amountCents", 1);
    }

    private void awaitHeard(String... texts) {
        Await.until(LIMIT, () -> "heard " + List.of(texts),
                () -> db().rows("select text from heard where key = ? order by number", key).equals(List.of(texts)));
    }

    private void awaitParked(long count) {
        Await.until(LIMIT, () -> count + " events are parked",
                () -> db().number("select count(*) from parked_event where key = ?", key) == count);
    }

    private static void awaitEmptyOutbox() {
        Await.until(LIMIT, () -> "the outbox is empty",
                () -> db().number("select count(*) from outbox where failure is null") == 0);
    }

    private List<String> letters() {
        return db().rows("select status from dead_letter where key = ?", key);
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
