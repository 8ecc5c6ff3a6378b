package fr.microcredit.kit.sql;

import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.DatabaseException;
import io.vertx.sqlclient.TransactionRollbackException;

/**
 * What a failure of the database means: whether the same work can succeed later as it is, or never. A failure at commit
 * means what it would mean at its statement, though it comes unconverted.
 */
public enum DatabaseFaults {
    /** Of the moment: a lost connection, a time-out, a deadlock. Worth another try. */
    TRANSIENT,
    /** Row-level security has refused to touch another tenant's row. */
    FOREIGN_ROW,
    /** A value that PostgreSQL can not hold, and that only a caller can have sent. */
    UNSTORABLE,
    /** An earlier statement of the transaction has failed, and that was passed over: this one is not to blame. */
    ABORTED,
    /**
     * Anything else: a constraint that refuses, a table that is not there, a statement that divides by zero or casts what is
     * no number (22012, 22007, 22P02): dates and numbers are bound as such, so that is no caller's fault. Never better by
     * itself.
     */
    PERMANENT,
    /** Not of the database. */
    NONE;

    /** How the driver begins to say that a value is of the wrong type; it repeats the value, whatever that says. */
    private static final String WRONG_PARAMETER = "parameter at position";

    /** By the longest beginning of the SQLSTATE (PostgreSQL, appendix A) that is listed. */
    private static final Map<String, DatabaseFaults> BY_STATE = new LinkedHashMap<>();

    static {
        line(PERMANENT, "");
        line(TRANSIENT, "08", "53", "58", "40001", "40003", "40P01", "55006", "55P03", "57014", "57P01", "57P02",
                "57P03", "57P04", "57P05", "25006", "25P03", "3D000");
        line(FOREIGN_ROW, "42501");
        line(UNSTORABLE, "22001", "22003", "22008", "22021", "22P05");
        line(ABORTED, "25P02");
    }

    private static void line(DatabaseFaults meaning, String... states) {
        for (String state : states) {
            BY_STATE.put(state, meaning);
        }
    }

    /** What the failure means; the first cause that says something counts. */
    public static DatabaseFaults of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            DatabaseFaults meaning = ofOne(cause);
            if (meaning != NONE) {
                return meaning;
            }
        }
        return NONE;
    }

    public static boolean isTransient(Throwable failure) {
        return of(failure) == TRANSIENT;
    }

    private static DatabaseFaults ofOne(Throwable cause) {
        String state = state(cause);
        if (state != null) {
            return ofState(state);
        }
        if (cause instanceof TransactionRollbackException) {
            return ABORTED;
        }
        boolean lost = cause instanceof SocketException || cause instanceof UnknownHostException
                || cause instanceof ClosedChannelException || cause instanceof TimeoutException
                || cause instanceof VertxException && !(cause instanceof DatabaseException)
                || isUntypedLoss(cause);
        return lost ? TRANSIENT : NONE;
    }

    static DatabaseFaults ofState(String state) {
        for (int length = state.length(); length > 0; length--) {
            DatabaseFaults meaning = BY_STATE.get(state.substring(0, length));
            if (meaning != null) {
                return meaning;
            }
        }
        return BY_STATE.get("");
    }

    private static String state(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return sql.getSQLState();
        }
        return cause instanceof PgException pg ? pg.getSqlState() : null;
    }

    /** The pool and the driver report time-outs and lost connections by exceptions without a type of their own. */
    private static boolean isUntypedLoss(Throwable cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        boolean untyped = cause.getClass().getSimpleName().startsWith("NoStackTrace")
                || cause instanceof IllegalStateException;
        return untyped && !text.startsWith(WRONG_PARAMETER)
                && (text.contains("connection") || text.contains("timeout") || text.contains("timed out"));
    }
}
