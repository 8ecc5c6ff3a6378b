package fr.microcredit.kit.sql;

import static fr.microcredit.kit.sql.DatabaseFaults.ABORTED;
import static fr.microcredit.kit.sql.DatabaseFaults.FOREIGN_ROW;
import static fr.microcredit.kit.sql.DatabaseFaults.NONE;
import static fr.microcredit.kit.sql.DatabaseFaults.PERMANENT;
import static fr.microcredit.kit.sql.DatabaseFaults.TRANSIENT;
import static fr.microcredit.kit.sql.DatabaseFaults.UNSTORABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import jakarta.persistence.PersistenceException;

import org.hibernate.HibernateException;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.TransactionRollbackException;

class DatabaseFaultsTest {
    /** As a failure comes from a statement, from a flush and from a commit. */
    private static final Map<String, UnaryOperator<Throwable>> WRAPPINGS = Map.of("as it is", each -> each,
            "of a stage",
            CompletionException::new, "of Hibernate", each -> new HibernateException("commit", each), "of persistence",
            each -> new PersistenceException("flush", each), "of all of them", each -> new CompletionException(
                    new PersistenceException("flush", new HibernateException("commit", each))));

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource({
            "TRANSIENT,08000,connection exception", "TRANSIENT,08001,no connection", "TRANSIENT,08003,not connected",
            "TRANSIENT,08004,connection rejected", "TRANSIENT,08006,connection lost",
            "TRANSIENT,25006,a standby takes no writes", "TRANSIENT,40001,serialisation", "TRANSIENT,40003,unknown end",
            "TRANSIENT,40P01,deadlock", "TRANSIENT,53100,disk full", "TRANSIENT,53200,out of memory",
            "TRANSIENT,53300,too many connections", "TRANSIENT,55P03,lock not available",
            "TRANSIENT,57014,statement timeout", "TRANSIENT,57P01,admin shutdown", "TRANSIENT,57P02,crash",
            "TRANSIENT,57P03,starting up", "TRANSIENT,58030,input or output",
            "PERMANENT,23000,integrity", "PERMANENT,23502,not null", "PERMANENT,23503,foreign key",
            "PERMANENT,23505,unique", "PERMANENT,23514,check", "PERMANENT,23P01,exclusion",
            "PERMANENT,40002,a constraint that is checked at commit",
            "PERMANENT,0A000,not supported", "PERMANENT,42601,syntax", "PERMANENT,42703,no such column",
            "PERMANENT,42P01,no such table", "PERMANENT,P0001,raised by a trigger", "PERMANENT,XX000,internal",
            "FOREIGN_ROW,42501,row-level security", "ABORTED,25P02,failed before", "UNSTORABLE,22001,too long",
            "UNSTORABLE,22003,out of range",
            "UNSTORABLE,22008,no such date", "UNSTORABLE,22021,a NUL", "UNSTORABLE,22P05,no such character",
            "PERMANENT,22000,data exception", "PERMANENT,22004,a null that is not allowed",
            "PERMANENT,22007,a cast of what is no date", "PERMANENT,22012,division by zero",
            "PERMANENT,22023,a parameter the function does not take", "PERMANENT,22030,a key twice in a document",
            "PERMANENT,22032,a cast of what is no document", "PERMANENT,2203F,a figure taken out of a document",
            "PERMANENT,22P02,a cast of what is no number", "PERMANENT,22P03,what the driver wrote"})
    void aStateMeansTheSameWhereverItComesFrom(DatabaseFaults meaning, String state, String what) {
        for (Throwable failure : List.of(new PgException(what, "ERROR", state, ""), new SQLException(what, state),
                new ConstraintViolationException(what, new SQLException(what, state), "some_constraint"))) {
            WRAPPINGS.forEach((how, wrapping) -> assertEquals(meaning, DatabaseFaults.of(wrapping.apply(failure)),
                    state + " " + how));
        }
    }

    static Stream<Arguments> failuresWithoutState() {
        return Stream.of(Arguments.of(TRANSIENT, new SocketException("Connection reset")),
                Arguments.of(TRANSIENT, new ConnectException("Connection refused")),
                Arguments.of(TRANSIENT, new UnknownHostException("failed to resolve 'db' after 2 queries")),
                Arguments.of(TRANSIENT, new ClosedChannelException()),
                Arguments.of(TRANSIENT, new TimeoutException("Timeout")),
                Arguments.of(TRANSIENT, ClosedConnectionException.INSTANCE),
                Arguments.of(TRANSIENT, new VertxException("Pending requests failed to be sent due to connection has"
                        + " been closed.")),
                Arguments.of(TRANSIENT,
                        new NoStackTraceThrowable("Connection is not active now, current status: CLOSED")),
                Arguments.of(TRANSIENT, new NoStackTraceThrowable("Timeout")),
                Arguments.of(TRANSIENT, new IllegalStateException("Connection closed")),
                Arguments.of(ABORTED, TransactionRollbackException.INSTANCE),
                Arguments.of(NONE, new NoStackTraceThrowable("Parameter at position[0] with class = [java.lang.String]"
                        + " and value = [no connection] can not be coerced to the expected class")),
                Arguments.of(NONE, new IllegalStateException("No line in the event table")),
                Arguments.of(NONE, new IllegalArgumentException("connection timeout")),
                Arguments.of(NONE, new NullPointerException()), Arguments.of(NONE, new HibernateException("no cause")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("failuresWithoutState")
    void aFailureWithoutAStateIsKnownByItsKind(DatabaseFaults meaning, Throwable failure) {
        WRAPPINGS.forEach((how, wrapping) -> assertEquals(meaning, DatabaseFaults.of(wrapping.apply(failure)), how));
        assertEquals(meaning == TRANSIENT, DatabaseFaults.isTransient(failure));
    }

    @Test
    void theOutermostCauseThatSaysSomethingCounts() {
        SQLException refused = new SQLException("check", "23514", new TimeoutException("of the pool, before"));
        assertEquals(PERMANENT, DatabaseFaults.of(new CompletionException(refused)));
        assertEquals(FOREIGN_ROW, DatabaseFaults.of(new SQLException("policy", "42501", refused)));
        assertEquals(UNSTORABLE, DatabaseFaults.of(new RuntimeException(new SQLException("NUL", "22021"))));
    }
}
