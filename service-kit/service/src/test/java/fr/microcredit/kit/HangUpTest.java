package fr.microcredit.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.http.TestHTTPResource;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;

/** Clients that disconnect at any moment leave no command half-way: state, outbox and idempotency rows agree. */
@OnTestPlatform
class HangUpTest {
    private static final int CLIENTS = 300;
    private static final String OFFICE = "ccas-hangup";

    @TestHTTPResource("/notes")
    URL notes;

    @Test
    void aStormOfHangUpsLeavesWholeCommandsOnly() throws Exception {
        String token = TestTokens.office(OFFICE, Roles.OFFICE_AGENT);
        Random random = new Random(Long.getLong("seed", 4711L));
        for (int client = 0; client < CLIENTS; client++) {
            sendAndHangUp(token, random.nextInt(0, 12_000));
        }
        Await.until(Duration.ofSeconds(30), () -> "no transaction is open", () -> open() == 0 && settled());

        long stored = db().number("select count(*) from note where tenant = ?", OFFICE);
        assertTrue(stored > 0, "some commands went through");
        assertEquals(stored, db().number("select count(*) from idempotency where tenant = ? and status = 201", OFFICE));
        assertEquals(stored, db().number("select count(*) from audit_entry where tenant = ?", OFFICE));
        assertEquals(stored,
                db().number(
                        "select count(*) from outbox_sequence s join note n on n.key = s.key where n.tenant = ?",
                        OFFICE));
    }

    private void sendAndHangUp(String token, int pauseMicros) throws Exception {
        String body = "{\"text\":\"gone\",\"amountCents\":1}";
        String request = "POST /notes HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket(notes.getHost(), notes.getPort())) {
            socket.setSoLinger(true, 0);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            java.util.concurrent.locks.LockSupport.parkNanos(pauseMicros * 1_000L);
        }
    }

    private static long open() {
        return db().number(
                "select count(*) from pg_stat_activity where usename = 'kittest_app' and state like '%transaction%'");
    }

    /** Twice the same count: nothing is under way inside the service either. */
    private static boolean settled() {
        long before = db().number("select count(*) from note where tenant = ?", OFFICE);
        for (int look = 0; look < 20; look++) {
            Await.pause();
        }
        return before == db().number("select count(*) from note where tenant = ?", OFFICE);
    }

    private static Database db() {
        return TestPlatform.running().db();
    }
}
