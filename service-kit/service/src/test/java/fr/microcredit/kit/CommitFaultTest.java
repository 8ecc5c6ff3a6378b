package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.response.ValidatableResponse;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/** A database that says no means no, also when it says so at the commit: nothing is tried for ever. */
@OnTestPlatform
class CommitFaultTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String TOKEN = TestTokens.office("ccas-commit", Roles.OFFICE_AGENT);
    private static final Map<String, String> ABOUT = Map.of("officeId", "ccas-commit", "personId",
            "99999999-9999-4999-8999-999999999999", "effectiveOn", "2008-07-01");
    /** Four attempts, and those of the batch before it was halved. */
    private static final int TRIES_MAX = 8;

    private final String key = UUID.randomUUID().toString();

    @ParameterizedTest
    @ValueSource(strings = {"violates-at-commit", "raises-at-commit", "no-such-table", "no-such-table, passed-over"})
    void anEventTheDatabaseRefusesIsBuriedAndTheConsumerGoesOn(String text) {
        long before = tries();
        String other = UUID.randomUUID().toString();
        Topics.publish(said(key, 1, text), said(other, 1, "fine"), said(key, 2, "waits behind it"));

        Await.until(LIMIT, () -> "the event is a dead letter", () -> db().rows(
                "select reason from dead_letter where key = ? and sequence = 1 and status = 'open'", key)
                .equals(List.of("unexpected-failure")));
        Await.until(LIMIT, () -> "another dossier goes on", () -> heard(other).equals(List.of("fine")));
        Await.until(LIMIT, () -> "its own next event waits",
                () -> parked(key) == 1);
        assertEquals(List.of(), heard(key));
        assertTrue(tries() - before <= TRIES_MAX, "tried " + (tries() - before) + " times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"violates-at-commit", "raises-at-commit"})
    void aParkedEventTheDatabaseRefusesAnswersForItselfAndNotForWhatMadeItsWay(String text) {
        String other = UUID.randomUUID().toString();
        Topics.publish(said(key, 2, text), said(key, 3, "waits behind it"), said(other, 2, "parked too"));
        Await.until(LIMIT, () -> "three wait for what is missing", () -> parked(key) + parked(other) == 3);
        Topics.publish(said(key, 1, "fine"), said(other, 1, "fine as well"));

        Await.until(LIMIT, () -> "the other dossier goes on",
                () -> heard(other).equals(List.of("fine as well", "parked too")));
        Await.until(LIMIT, () -> "the event that was refused is a dead letter",
                () -> !db().rows("select 1 from dead_letter where key = ?", key).isEmpty());
        Await.until(LIMIT, () -> "what released it is applied", () -> heard(key).equals(List.of("fine")));
        assertEquals(List.of("2|unexpected-failure|open"),
                db().rows("select sequence, reason, status from dead_letter where key in (?, ?)", key, other));
        assertEquals(1, parked(key), "the one behind it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"violates-at-commit", "raises-at-commit"})
    void aCommandTheDatabaseRefusesIsAnsweredAtOnceAndItsKeyIsFree(String text) {
        long before = tries();
        long entries = auditEntries();
        post(text + key).statusCode(500).contentType("application/problem+json").body("code",
                equalTo("internal-error"));
        assertEquals(1, tries() - before, "tried once");
        assertEquals(0, db().number("select count(*) from idempotency where key = ?", key));

        post(text + key).statusCode(500);
        assertEquals(entries, auditEntries(), "nothing was done, so nothing stands in the chain");
        post("sound " + key).statusCode(201);
        assertEquals(entries + 1, auditEntries());
        assertEquals(1, db().number("select count(*) from note where document ->> 'text' like ?", "%" + key));
    }

    private ValidatableResponse post(String text) {
        return given().auth().oauth2(TOKEN).contentType("application/json").header("Idempotency-Key", key)
                .body(Map.of("text", text, "amountCents", 1)).post("/notes").then();
    }

    private static TestEvent said(String key, long sequence, String text) {
        return TestEvent.of("microcredit.first", key, "fr.microcredit.first.said", sequence, ABOUT,
                TestEvent.JSON.createObjectNode().put("text", text));
    }

    /** How often something was refused at a commit so far. */
    private static long tries() {
        return db().number("select coalesce(pg_sequence_last_value('commit_refusal'), 0)");
    }

    private static long auditEntries() {
        return db().number("select count(*) from audit_entry where tenant = 'ccas-commit'");
    }

    private static long parked(String key) {
        return db().number("select count(*) from parked_event where key = ?", key);
    }

    private static List<String> heard(String key) {
        return db().rows("select text from heard where key = ? order by number", key);
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
