package fr.microcredit.kit.tenancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.sql.Sql;

/**
 * What the running transaction has to do yet: work gathered for its end, such as the events of several steps, and what
 * follows its commit. It lives on the Vert.x context of the request or the batch.
 */
public final class UnitOfWork {
    private static final String LOCAL = "microcredit.unit-of-work";

    private final Map<Class<?>, Gathered<?>> gathered = new LinkedHashMap<>();
    private final List<Sql> last = new ArrayList<>();

    private final Map<Named, Object> kept = new HashMap<>();
    private final Map<Foreseen<?>, Map<String, ?>> known = new IdentityHashMap<>();
    private List<About> expected = List.of();

    /** What the transaction has read of the date an operator has moved the sandbox to: empty where nobody has. */
    public record Moved(Optional<LocalDate> today) {
        /** Under which it is kept. */
        public static final String NAME = "today";
    }

    private record Named(Class<?> kind, String key) {
    }

    private record Gathered<T>(List<T> items, Function<List<T>, Sql> write, Runnable afterCommit) {
        Stream<Sql> statement() {
            return items.isEmpty() ? Stream.empty() : Stream.of(write.apply(items));
        }
    }

    private UnitOfWork() {
    }

    static UnitOfWork begin() {
        if (ContextLocals.<UnitOfWork>get(LOCAL).isPresent()) {
            throw new IllegalStateException("A transaction is running already");
        }
        UnitOfWork unit = new UnitOfWork();
        ContextLocals.put(LOCAL, unit);
        return unit;
    }

    /** @throws IllegalStateException outside a transaction of {@link Transactions} */
    public static UnitOfWork current() {
        return ContextLocals.<UnitOfWork>get(LOCAL)
                .orElseThrow(() -> new IllegalStateException("No transaction is running"));
    }

    /**
     * A list to gather in what is to be written together at the end.
     *
     * @param owner       whose list it is
     * @param write       writes it
     * @param afterCommit to be run when the transaction has committed, and only then
     */
    public <T> List<T> gathered(Class<?> owner, Function<List<T>, Sql> write, Runnable afterCommit) {
        @SuppressWarnings("unchecked")
        Gathered<T> own = (Gathered<T>) gathered.computeIfAbsent(owner,
                any -> new Gathered<>(new ArrayList<T>(), write, afterCommit));
        return own.items();
    }

    /** A statement whose answer nobody needs, to be sent behind all the others. */
    public void atEnd(Sql statement) {
        last.add(statement);
    }

    /**
     * Keeps something that the transaction has read or written and will ask for again.
     *
     * @param kind of what it is, by which it is found
     * @param key  of which one
     */
    public void keep(Class<?> kind, String key, Object value) {
        kept.put(new Named(kind, key), value);
    }

    /** What was kept under this name, or empty. */
    public <T> Optional<T> kept(Class<T> kind, String key) {
        return Optional.ofNullable(kept.get(new Named(kind, key))).map(kind::cast);
    }

    /** Whom the work that follows is about, so that what it asks of each is asked for all of them at once. */
    public void expect(List<About> abouts) {
        expected = List.copyOf(abouts);
    }

    List<About> expected() {
        return expected;
    }

    /** What was found for whom was expected, by name; empty where there is nothing. */
    <V> Map<String, Optional<V>> known(Foreseen<V> kind) {
        @SuppressWarnings("unchecked")
        Map<String, Optional<V>> own = (Map<String, Optional<V>>) known.computeIfAbsent(kind, any -> new HashMap<>());
        return own;
    }

    /** What was seen as one tenant says nothing to another. */
    void forget() {
        kept.clear();
        known.clear();
        expected = List.of();
    }

    Uni<Void> finish() {
        List<Sql> statements = Stream
                .concat(gathered.values().stream().flatMap(Gathered::statement), last.stream()).toList();
        return Sql.last(statements);
    }

    /** However the transaction has ended: what comes after it is not gathered by it any more. */
    void end() {
        ContextLocals.remove(LOCAL);
    }

    void committed() {
        gathered.values().forEach(each -> each.afterCommit().run());
    }
}
