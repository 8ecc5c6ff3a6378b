package fr.microcredit.kit.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Aggregate;
import fr.microcredit.kit.sql.Outstanding;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.Foreseen;

/**
 * Aggregates in PostgreSQL, one row each. What was read with its lock is known until the transaction ends, so that nothing is
 * read twice; what changes is gathered and goes with the last statements of the transaction, one for all that were added and
 * one for all that changed, unless somebody asks for rows of its kind before (docs/adr 0037).
 *
 * @param <R> its row
 */
public abstract class DocumentStore<T extends Aggregate, R extends DocumentRow<T>> implements Store<T> {
    private static final String LOCKED = " for no key update";

    private final Class<R> type;
    private final Supplier<R> fresh;
    private final Foreseen<Kept<T>> locked = new Foreseen<>(this::keyOf, keys -> byKey(keys, LOCKED));
    private final Foreseen<Kept<T>> seen = new Foreseen<>(this::keyOf, keys -> byKey(keys, ""));
    private volatile DocumentColumns<T, R> columns;

    protected DocumentStore(Class<R> type, Supplier<R> fresh) {
        this.type = type;
        this.fresh = fresh;
    }

    /** Under which key whom an event is about is kept here: the dossier's, unless a store says something else. */
    protected Optional<String> keyOf(About about) {
        return Optional.of(about.dossierId().toString());
    }

    @Override
    public Uni<Optional<Kept<T>>> locked(String key) {
        return locked.of(key).invoke(found -> found.ifPresent(kept -> locked.remember(key, found)));
    }

    @Override
    public Uni<Optional<Kept<T>>> find(String key) {
        return locked.seen(key).map(known -> Uni.createFrom().item(known)).orElseGet(() -> seen.of(key));
    }

    private Uni<Map<String, Kept<T>>> byKey(Set<String> keys, String lock) {
        boolean isOne = keys.size() == 1;
        return rows(isOne ? "key = :key" + lock : "key = any(:keys) order by key" + lock,
                query -> isOne ? query.with("key", keys.iterator().next()) : query.with("keys", keys))
                .map(rows -> rows.stream().collect(Collectors.toMap(Kept::key, Function.identity())));
    }

    @Override
    public Uni<Kept<T>> add(T state) {
        return written(Adds.class, new Kept<>(state.key(), state.firstVersion(), state));
    }

    @Override
    public Uni<Kept<T>> save(T state) {
        Kept<T> before = locked.seen(state.key()).flatMap(Function.identity()).orElseThrow(
                () -> new IllegalStateException("Not read with its lock in this transaction: " + state.key()));
        return written(Changes.class, new Kept<>(before.key(), before.version() + 1, state));
    }

    private record Adds() {
    }

    private record Changes() {
    }

    private Uni<Kept<T>> written(Class<?> how, Kept<T> kept) {
        return columns().invoke(table -> {
            locked.remember(kept.key(), Optional.of(kept));
            gather(how, table, kept);
        }).replaceWith(kept);
    }

    /** However often it changes before it is written; what is new and not written yet stays new. */
    private void gather(Class<?> how, DocumentColumns<T, R> table, Kept<T> kept) {
        boolean isWaiting = Outstanding.isGathered(kind(Adds.class), kept.key());
        if (isWaiting && how == Adds.class) {
            throw new IllegalStateException("Added twice: " + kept.key());
        }
        boolean isNew = isWaiting || how == Adds.class;
        Outstanding.gather(kind(isNew ? Adds.class : Changes.class), kept.key(), kept,
                isNew ? table::insert : table::update);
    }

    private List<Class<?>> kind(Class<?> how) {
        return List.of(type, how);
    }

    private Uni<DocumentColumns<T, R>> columns() {
        return columns != null
                ? Uni.createFrom().item(columns)
                : Panache.getSession().map(session -> DocumentColumns.of(type, fresh, session))
                        .invoke(found -> columns = found);
    }

    @Override
    public Uni<List<Kept<T>>> page(Filter filter) {
        Map<String, Object> asked = new LinkedHashMap<>(Map.of("tenant", filter.tenant(), "limit", filter.limit()));
        filter.status().ifPresent(status -> asked.put("status", status));
        filter.before().ifPresent(place -> asked.putAll(Map.of("day", place.day(), "key", place.key())));
        return list("tenant = :tenant" + (filter.status().isPresent() ? " and status = :status" : "")
                + (filter.before().isPresent() ? " and (sort_day, key) < (:day, :key)" : "")
                + " order by sort_day desc, key desc limit :limit", asked);
    }

    /**
     * Rows that fit a condition, for what a service searches besides.
     *
     * @param where a condition in SQL on the columns of the table, with what orders and bounds the rows
     */
    protected Uni<List<Kept<T>>> list(String where, Map<String, Object> parameters) {
        return rows(where, query -> {
            parameters.forEach(query::with);
            return query;
        });
    }

    /** The same, locked until the transaction ends; the condition ends with an order by key, which is the order of locks. */
    protected Uni<List<Kept<T>>> lockedList(String where, Map<String, Object> parameters) {
        return list(where + LOCKED, parameters)
                .invoke(rows -> rows.forEach(kept -> locked.remember(kept.key(), Optional.of(kept))));
    }

    /** With what was gathered of these rows written before, so that whoever asks sees it. */
    private Uni<List<Kept<T>>> rows(String where, UnaryOperator<Sql> parameters) {
        return columns().chain(table -> {
            boolean waiting = Outstanding.isGathered(kind(Adds.class))
                    || Outstanding.isGathered(kind(Changes.class));
            Sql query = parameters.apply(Sql.of(table.select() + where));
            return waiting ? query.list(table::kept) : query.early(table::kept).chain(Function.identity());
        });
    }
}
