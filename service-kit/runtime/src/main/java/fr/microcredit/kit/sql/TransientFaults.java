package fr.microcredit.kit.sql;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;

/** Faults of the moment: the same work can succeed later as it is. */
public final class TransientFaults {
    /** SQLSTATE classes: connection, transaction rollback, resources, operator intervention, system error, locks. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58", "55");

    private TransientFaults() {
    }

    public static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException || cause instanceof VertxException
                    || isTransientSqlState(cause) || isTimeoutWithoutTrace(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTransientSqlState(Throwable cause) {
        return cause instanceof PgException refused && refused.getSqlState() != null
                && CLASSES.contains(refused.getSqlState().substring(0, 2));
    }

    /** The pool and the driver report time-outs and closed connections by exceptions without a type of their own. */
    private static boolean isTimeoutWithoutTrace(Throwable cause) {
        return cause.getClass().getSimpleName().startsWith("NoStackTrace") || cause instanceof IllegalStateException
                && String.valueOf(cause.getMessage()).contains("onnection");
    }
}
