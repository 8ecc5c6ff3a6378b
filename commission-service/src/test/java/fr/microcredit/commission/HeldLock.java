package fr.microcredit.commission;

import static fr.microcredit.commission.Commission.LIMIT;
import static fr.microcredit.commission.Commission.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.testing.TestPlatform;

/** A lock held from outside the service, so that a test sees who waits for it and says when they go on. */
final class HeldLock implements AutoCloseable {
    private static final String WAITING = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock'";

    private final Connection connection;

    private HeldLock(String sql, String key) throws SQLException {
        connection = TestPlatform.running().postgres().connect("commission");
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            statement.execute();
        }
    }

    /** What acts and events of a dossier take first. */
    static HeldLock ofDossier(String key) throws SQLException {
        return new HeldLock("select pg_advisory_xact_lock(hashtextextended(?, 0))", key);
    }

    static HeldLock ofSession(String key) throws SQLException {
        return new HeldLock("select key from session where key = ? for update", key);
    }

    /** Returns as soon as as many transactions wait for a lock. */
    void awaitWaiting(int count) {
        Await.until(LIMIT, () -> count + " wait, not " + db().number(WAITING), () -> db().number(WAITING) == count);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
