package fr.microcredit.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.TestPlatform;

/** What is kept only for a time goes by itself. */
@OnTestPlatform
class PurgeTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @AfterEach
    void leaveNothing() {
        db().execute("delete from inbox where consumer = 'purge'");
        db().execute("delete from idempotency where tenant = 'purge'");
    }

    @Test
    void anEventIsForgottenWhenItsTopicCanNotBringItAgain() {
        String row = "insert into inbox (consumer, event_id, received_at) values ('purge', ?, now() - make_interval(days => ?))";
        db().execute(row, "young", 39);
        db().execute(row, "old", 41);
        Await.until(LIMIT, () -> "the old one is forgotten", () -> remembered().equals(List.of("young")));
    }

    @Test
    void anAnswerIsForgottenWhenNobodyMayAskForItAgain() {
        String row = "insert into idempotency (tenant, client, operation, key, request_hash, status, resource, problem,"
                + " created_at) values ('purge', '', '', ?, '', 200, '', '', now() - make_interval(days => ?))";
        db().execute(row, "young", 6);
        db().execute(row, "old", 8);
        Await.until(LIMIT, () -> "the old one is forgotten",
                () -> db().number("select count(*) from idempotency where tenant = 'purge'") < 2);
        assertEquals(List.of("young"), db().rows("select key from idempotency where tenant = 'purge'"));
    }

    private static List<String> remembered() {
        return db().rows("select event_id from inbox where consumer = 'purge'");
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
