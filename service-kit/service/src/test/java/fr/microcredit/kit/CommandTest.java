package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

@OnTestPlatform
class CommandTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String NOTES = "microcredit.notes";
    private static final String TOKEN = TestTokens.office("ccas-a", Roles.OFFICE_AGENT);

    @Test
    void anAnswerIsReplayedToTheLetter() {
        String key = UUID.randomUUID().toString();
        Response first = post(key, "once");
        Response second = post(key, "once");

        assertEquals(201, first.statusCode());
        assertEquals(201, second.statusCode());
        assertEquals(first.asString(), second.asString());
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(first.header("ETag"), second.header("ETag"));
        assertEquals("true", second.header("Idempotent-Replayed"));
        assertEquals(1, notes("once"));
    }

    @Test
    void aKeyBelongsToOneContentOfOneTenant() {
        String key = UUID.randomUUID().toString();
        post(key, "mine").then().statusCode(201);
        post(key, "another text").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        given().auth().oauth2(TestTokens.office("ccas-b", Roles.OFFICE_AGENT)).header("Idempotency-Key", key)
                .contentType("application/json").body(draft("another text")).post("/notes").then().statusCode(201);
    }

    @Test
    void aRefusalIsKeptAndWhatItHadWrittenIsUndone() {
        String key = UUID.randomUUID().toString();
        String text = "refuse-" + key;
        long lanes = lanes();
        long entries = auditEntries();
        Response first = post(key, text);
        Response second = post(key, text);

        first.then().statusCode(409).contentType("application/problem+json").body("code", equalTo("not-today"));
        second.then().statusCode(409).header("Idempotent-Replayed", "true").body("code", equalTo("not-today"));
        assertEquals(first.jsonPath().getList("errors"), second.jsonPath().getList("errors"));
        assertEquals(0, notes(text));
        assertEquals(0, db().number("select count(*) from heard where key = ?", text));
        assertEquals(lanes, lanes(), "no number was given");
        assertEquals(entries, auditEntries(), "nothing was done, so nothing stands in the chain");
        assertNothingIsTold(text);
    }

    /** The outbox goes in its order: what was to be told before another event is on the topic when that one is. */
    private static void assertNothingIsTold(String text) {
        Topics.await(NOTES, post(UUID.randomUUID().toString(), "after it").path("id"), 1, event -> true);
        Await.until(LIMIT, () -> "the outbox is empty",
                () -> db().number("select count(*) from outbox where topic = ?", NOTES) == 0);
        assertEquals(List.of(), Topics.read(NOTES).stream()
                .map(message -> new String(message.value(), StandardCharsets.UTF_8)).filter(said -> said.contains(text))
                .toList());
    }

    private static long lanes() {
        return db().number("select count(*) from outbox_sequence where topic = ?", NOTES);
    }

    private static long auditEntries() {
        return db().number("select count(*) from audit_entry where tenant = 'ccas-a'");
    }

    @Test
    void aFaultIsNotKeptAndTellsNothingOfItself() {
        String key = UUID.randomUUID().toString();
        String text = "break-" + key;
        Response failure = post(key, text);

        failure.then().statusCode(500).body("code", equalTo("internal-error")).body("traceId", notNullValue());
        assertTrue(!failure.asString().contains("secret") && !failure.asString().contains("Exception"),
                failure.asString());
        assertEquals(0, notes(text));
        assertEquals(0, db().number("select count(*) from idempotency where key = ?", key));
    }

    @Test
    void fiveHundredAtOnceHaveOneEffect() throws Exception {
        String key = UUID.randomUUID().toString();
        String text = "storm-" + key;
        List<Response> answers = storm(500, () -> post(key, text));

        List<Response> settled = answers.stream().filter(answer -> answer.statusCode() != 409).toList();
        assertTrue(!settled.isEmpty(), "somebody got through");
        settled.forEach(answer -> assertEquals(201, answer.statusCode()));
        assertEquals(1, settled.stream().map(Response::asString).distinct().count());
        answers.stream().filter(answer -> answer.statusCode() == 409)
                .forEach(answer -> answer.then().body("code", equalTo("idempotency-key-in-use")).header("Retry-After",
                        "1"));
        assertEquals(1, notes(text));
        assertEquals(settled.get(0).asString(), post(key, text).asString());
    }

    @Test
    void aChangeNamesTheVersionItKnows() {
        Response made = post(UUID.randomUUID().toString(), "versioned");
        String path = made.header("Location");
        String etag = made.header("ETag");

        keyed().body(draft("new")).put(path).then().statusCode(428).body("code", equalTo("version-required"));
        keyed().header("If-Match", "nonsense").body(draft("new")).put(path).then().statusCode(400);
        String next = keyed().header("If-Match", etag).body(draft("new")).put(path).then().statusCode(200).extract()
                .header("ETag");
        keyed().header("If-Match", etag).body(draft("newer")).put(path).then().statusCode(412).body("code",
                equalTo("stale-version"));
        keyed().header("If-Match", next).body(draft("newer")).put(path).then().statusCode(200).body("text",
                equalTo("newer"));
    }

    @Test
    void aReplayIsFoundBeforeTheVersionIsLookedAt() {
        Response made = post(UUID.randomUUID().toString(), "replayed change");
        String key = UUID.randomUUID().toString();
        String path = made.header("Location");
        RequestSpecification change = request().header("If-Match", made.header("ETag")).header("Idempotency-Key", key);
        String first = change.body(draft("changed")).put(path).then().statusCode(200).extract().asString();

        String again = request().header("If-Match", made.header("ETag")).header("Idempotency-Key", key)
                .body(draft("changed")).put(path).then().statusCode(200).header("Idempotent-Replayed", "true").extract()
                .asString();
        assertEquals(first, again);
    }

    @Test
    void everyCommittedChangeIsPublishedOnceInItsOrder() {
        Response made = post(UUID.randomUUID().toString(), "v1");
        String id = made.path("id");
        String etag = made.header("ETag");
        for (int number = 2; number <= 5; number++) {
            etag = keyed().header("If-Match", etag).body(draft("v" + number)).put("/notes/" + id).header("ETag");
        }
        var events = Topics.await(NOTES, id, 5, event -> true);
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), events.stream().map(event -> event.sequence()).toList());
        assertEquals(List.of("v1", "v2", "v3", "v4", "v5"),
                events.stream().map(event -> event.data().path("text").asText()).toList());
    }

    private static List<Response> storm(int count, Callable<Response> call) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(100);
        try {
            List<Future<Response>> futures = clients.invokeAll(java.util.Collections.nCopies(count, call));
            List<Response> answers = new java.util.ArrayList<>();
            for (Future<Response> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            clients.shutdownNow();
        }
    }

    private static RequestSpecification request() {
        return given().auth().oauth2(TOKEN).contentType("application/json");
    }

    private static RequestSpecification keyed() {
        return request().header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static Response post(String key, String text) {
        return request().header("Idempotency-Key", key).body(draft(text)).post("/notes");
    }

    private static Map<String, Object> draft(String text) {
        return Map.of("text", text, "amountCents", 100);
    }

    private static long notes(String text) {
        return db().number("select count(*) from note where document ->> 'text' = ?", text);
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
