package fr.microcredit.kit.sql;

import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;

/** What the database's refusals mean. */
public final class DatabaseFaults {
    /** Insufficient privilege: row-level security has refused to write another tenant's row. */
    private static final String FOREIGN_ROW = "42501";
    /**
     * SQLSTATE classes: connection, transaction rollback, resources, operator intervention, system error, locks; then a
     * primary that has become a replica, and a database or table that is just being restored.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58", "55", "25006", "3D000", "42P01");

    private DatabaseFaults() {
    }

    /** Faults of the moment: the same work can succeed later as it is. */
    public static boolean isTransient(Throwable failure) {
        return anyCause(failure, cause -> cause instanceof SocketException || cause instanceof ClosedChannelException
                || cause instanceof TimeoutException
                || cause instanceof VertxException || hasState(cause, CLASSES) || isLostConnection(cause));
    }

    /** Whether the work tried to write a row that belongs to somebody else. */
    public static boolean isForeignRow(Throwable failure) {
        return anyCause(failure, cause -> hasState(cause, Set.of(FOREIGN_ROW)));
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> test) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            if (test.test(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasState(Throwable cause, Set<String> prefixes) {
        String state = cause instanceof SQLException sql
                ? sql.getSQLState()
                : cause instanceof PgException pg ? pg.getSqlState() : null;
        return state != null && prefixes.stream().anyMatch(state::startsWith);
    }

    /** The pool and the driver report time-outs and lost connections by exceptions without a type of their own. */
    private static boolean isLostConnection(Throwable cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        boolean untyped = cause.getClass().getSimpleName().startsWith("NoStackTrace")
                || cause instanceof IllegalStateException;
        return untyped && (text.contains("connection") || text.contains("timeout") || text.contains("timed out"));
    }
}
