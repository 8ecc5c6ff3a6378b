package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.ExampleJourney;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;

/** What operators and auditors are shown in each service is as its description shows it. */
@OnTestPlatform
class OperationExamplesTest {
    private static final String OPERATOR = TestTokens.region(Roles.OPERATOR);
    private static final String AUDITOR = TestTokens.region(Roles.AUDITOR);
    private static final String AGENT = TestTokens.office("ccas-shown", Roles.OFFICE_AGENT);

    private final ExampleJourney examples = new ExampleJourney();
    private final String key = UUID.randomUUID().toString();

    /** Where something waits that nobody can apply, nobody can send and nobody has opened the way for. */
    @Test
    void everyListIsShownWithALine() {
        db().execute(
                "insert into dead_letter (id, consumer, topic, partition, record_offset, key, event_id, sequence, reason)"
                        + " values (?::uuid, 'kittest', 'microcredit.dossier', 0, 7, ?, ?, 3, 'unknown-scheme')",
                UUID.randomUUID().toString(), key, UUID.randomUUID().toString());
        db().execute("insert into parked_event (consumer, topic, partition, record_offset, key, sequence, event_id,"
                + " headers, by_position, parked_at, next_try_at) values ('kittest', 'microcredit.dossier', 0, 8, ?, 4, ?, '{}',"
                + " true, now() - interval '2 days', now() + interval '9 days')", key, UUID.randomUUID().toString());
        db().execute("insert into outbox (event_id, topic, key, sequence, type, data_schema, trace_parent, attributes,"
                + " headers, payload, restricted, failure) values (gen_random_uuid(), 'microcredit.dossier', ?, 9,"
                + " 'fr.microcredit.dossier.opened', '', '', '{}', '{}', '{}'::bytea, false, 'RecordTooLargeException')",
                key);
        given().auth().oauth2(AGENT).contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("text", "shown", "amountCents", 1)).post("/notes").then().statusCode(201);

        examples.read();
        examples.look("OperationsResource_backlog", OPERATOR, Map.of());
        examples.look("OperationsResource_deadLetters", OPERATOR, Map.of());
        examples.look("OperationsResource_parked", OPERATOR, Map.of());
        examples.look("OperationsResource_stuckRows", OPERATOR, Map.of());
        Map<String, Object> office = Map.of("tenant", "ccas-shown");
        examples.look("OperationsResource_verify", AUDITOR, office);
        examples.look("OperationsResource_entries", AUDITOR, office, Map.of("ccas-shown", "ccas-dijon"));
        examples.look("SandboxResource_businessDate", OPERATOR, Map.of());
        examples.look("SandboxResource_quietness", OPERATOR, Map.of());
        assertEquals(List.of("OperationsResource_replay", "OperationsResource_retry", "OperationsResource_skip",
                "SandboxResource_move"), examples.leftOfTheKit(),
                "StreamTest, OutboxTest, ParkedRetryTest and SandboxTest send these");
    }

    @AfterEach
    void nothingOfItStays() {
        for (String table : List.of("dead_letter", "parked_event", "outbox")) {
            db().execute("delete from " + table + " where key = ?", key);
        }
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
