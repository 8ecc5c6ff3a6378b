package fr.microcredit.kit.sql;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.impl.SqlClientConnection;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.money.Money;

/**
 * A statement on the connection of the running transaction, for aggregates (kit.store) and for what is none: conflicts, locks,
 * sequences, sets of rows. Parameters are named; a value may be null, a date, a constant, money, or a collection, which becomes an
 * array (of the type of its first element; an empty one is of text). It is prepared once on each connection and costs no plan
 * of Hibernate's. What was gathered to be written is written before it.
 */
public final class Sql {
    /** Those that have succeeded once: the driver does not refuse them. As many as there are statements in the code. */
    private static final Set<Shape> PROVEN = ConcurrentHashMap.newKeySet();

    private final NamedText text;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Sql(NamedText text) {
        this.text = text;
    }

    public static Sql of(String text) {
        return new Sql(NamedText.of(text));
    }

    public Sql with(String name, Object value) {
        parameters.put(name, bound(value));
        return this;
    }

    /** An array whose elements may all be missing. */
    public Sql with(String name, Class<?> type, Collection<?> values) {
        parameters.put(name, array(type, values));
        return this;
    }

    /** Runs an insert, update or delete and gives the number of rows it touched. */
    public Uni<Integer> update() {
        return run().map(RowSet::rowCount);
    }

    public <T> Uni<List<T>> list(Function<Row, T> mapping) {
        return run().map(found -> {
            List<T> mapped = new ArrayList<>(found.size());
            rows(found).forEach(row -> mapped.add(mapping.apply(row)));
            return mapped;
        });
    }

    /** Empty without a row, and where the mapping gives null. */
    public <T> Uni<Optional<T>> first(Function<Row, T> mapping) {
        return list(mapping).map(rows -> rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0)));
    }

    /**
     * Sends it and does not wait: what follows on the connection comes behind it, and its failure is that of the transaction.
     * What was gathered stays so.
     */
    public Uni<Void> ahead() {
        return Panache.getSession().invoke(session -> Outstanding.add(send(connection(session)))).replaceWithVoid();
    }

    /** Sends it at once, beside what was gathered to be written; the answer is waited for where the inner result is used. */
    public <T> Uni<Uni<List<T>>> early(Function<Row, T> mapping) {
        return Panache.getSession().map(session -> send(connection(session)).toCompletableFuture()).map(sent -> {
            Outstanding.add(sent);
            return Uni.createFrom().completionStage(() -> sent.copy())
                    .map(found -> rows(found).stream().map(mapping).toList());
        });
    }

    /**
     * Sends them one right behind the other and then waits for all: together they cost one way to PostgreSQL and back. The
     * first failure is that of all.
     *
     * @return the rows of each
     */
    public static Uni<List<List<Row>>> together(List<Sql> statements) {
        return session().chain(session -> answers(sent(connection(session), statements)));
    }

    /** The last statements of a transaction, behind what was gathered; nobody waits for them before the commit is sent. */
    public static Uni<Void> last(List<Sql> statements) {
        return session().invoke(session -> statements
                .forEach(each -> Outstanding.add(each.send(connection(session))))).replaceWithVoid();
    }

    /** Sends what was gathered to be written. */
    public static Uni<Void> written() {
        return last(List.of());
    }

    private static List<CompletableFuture<RowSet<io.vertx.sqlclient.Row>>> sent(SqlClientConnection connection,
            List<Sql> statements) {
        return statements.stream().map(each -> each.send(connection).toCompletableFuture()).toList();
    }

    private static Uni<List<List<Row>>> answers(List<CompletableFuture<RowSet<io.vertx.sqlclient.Row>>> sent) {
        CompletableFuture<Void> all = CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new));
        return Uni.createFrom().completionStage(() -> all.handle((done, failure) -> {
            if (failure != null) {
                throw told(sent);
            }
            return sent.stream().map(each -> rows(each.join())).toList();
        })).onFailure(CompletionException.class).transform(Throwable::getCause);
    }

    /** The failure that says something: after it PostgreSQL only says that the transaction has failed already. */
    private static CompletionException told(List<CompletableFuture<RowSet<io.vertx.sqlclient.Row>>> sent) {
        List<Throwable> failures = sent.stream().filter(CompletableFuture::isCompletedExceptionally)
                .map(Outstanding::failure).toList();
        return new CompletionException(failures.stream()
                .filter(failure -> DatabaseFaults.of(failure) != DatabaseFaults.ABORTED).findFirst()
                .orElse(failures.get(0)));
    }

    private static List<Row> rows(RowSet<io.vertx.sqlclient.Row> found) {
        List<Row> rows = new ArrayList<>(found.size());
        found.forEach(row -> rows.add(new Row(row)));
        return rows;
    }

    private Uni<RowSet<io.vertx.sqlclient.Row>> run() {
        return session().chain(session -> Uni.createFrom().completionStage(() -> send(connection(session))));
    }

    /** The session, with what was gathered sent to be written, so that the statement sees it. */
    private static Uni<Mutiny.Session> session() {
        return Panache.getSession().invoke(session -> Outstanding.takeGathered()
                .forEach(each -> Outstanding.add(each.send(connection(session)))));
    }

    private CompletionStage<RowSet<io.vertx.sqlclient.Row>> send(SqlClientConnection connection) {
        Tuple values = Tuple.tuple();
        text.names().forEach(name -> values.addValue(value(name)));
        Shape shape = Shape.of(text.positional(), values);
        if (!PROVEN.contains(shape)) {
            Outstanding.unproven();
        }
        return Outstanding.watched(connection.preparedQuery(text.positional(), values)
                .whenComplete((rows, failure) -> {
                    if (failure == null) {
                        PROVEN.add(shape);
                    }
                }));
    }

    /** A statement with the types of its values: what the driver looks at before it sends anything. */
    private record Shape(String text, List<Class<?>> types) {
        static Shape of(String text, Tuple values) {
            List<Class<?>> types = new ArrayList<>(values.size());
            for (int place = 0; place < values.size(); place++) {
                Object value = values.getValue(place);
                types.add(value == null ? Void.class : value.getClass());
            }
            return new Shape(text, types);
        }
    }

    private Object value(String name) {
        if (!parameters.containsKey(name)) {
            throw new IllegalStateException("No value for :" + name);
        }
        return parameters.get(name);
    }

    /** The connection of a session, for whoever begins and ends its transaction. */
    public static SqlClientConnection connection(Mutiny.Session session) {
        return (SqlClientConnection) ((MutinySessionImpl) session).getReactiveConnection();
    }

    private static Object bound(Object value) {
        if (value instanceof Optional<?> optional) {
            return bound(optional.orElse(null));
        }
        if (value instanceof Enum<?> constant) {
            return Codes.of(constant);
        }
        if (value instanceof Money money) {
            return money.cents();
        }
        if (value instanceof byte[] bytes) {
            return Buffer.buffer(bytes);
        }
        return value instanceof Collection<?> many ? array(many) : value;
    }

    private static Object array(Collection<?> values) {
        Class<?> type = values.stream().filter(Objects::nonNull).findFirst()
                .<Class<?>>map(each -> bound(each).getClass())
                .orElse(String.class);
        return array(type, values);
    }

    private static Object array(Class<?> type, Collection<?> values) {
        List<Object> elements = new ArrayList<>(values.size());
        values.forEach(value -> elements.add(bound(value)));
        return elements.toArray((Object[]) Array.newInstance(type, elements.size()));
    }
}
