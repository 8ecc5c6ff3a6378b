package fr.microcredit.kit.store;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import jakarta.persistence.LockModeType;

import org.hibernate.reactive.mutiny.Mutiny;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.Aggregate;
import fr.microcredit.kit.sql.Outstanding;

/**
 * Aggregates in PostgreSQL, one row each. What was read with its lock stays in the session, so that writing it needs no
 * second look; the statement goes with the commit.
 *
 * @param <R> its row
 */
public abstract class DocumentStore<T extends Aggregate, R extends DocumentRow<T>> implements Store<T> {
    private final Class<R> type;
    private final Supplier<R> fresh;
    private final String entity;

    protected DocumentStore(Class<R> type, Supplier<R> fresh) {
        this.type = type;
        this.fresh = fresh;
        this.entity = type.getName();
    }

    @Override
    public Uni<Optional<Kept<T>>> locked(String key) {
        return row("from " + entity + " where key = :key", LockModeType.PESSIMISTIC_WRITE, key);
    }

    private Uni<Optional<Kept<T>>> row(String query, LockModeType lock, String key) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(query, type).setParameter("key", key)
                .setLockMode(lock).getSingleResultOrNull()).invoke(row -> hold(row))
                .map(row -> Optional.ofNullable(row).map(DocumentRow::kept));
    }

    @Override
    public Uni<Optional<Kept<T>>> find(String key) {
        return Panache.getSession().chain(session -> session.find(type, key).invoke(row -> letGo(session, row)))
                .map(row -> Optional.ofNullable(row).map(DocumentRow::kept));
    }

    private static void hold(DocumentRow<?> row) {
        if (row != null) {
            row.held = true;
        }
    }

    /**
     * What was only looked at does not stay in the session: Hibernate would give it again, as it was, to whoever locks the row
     * later, and what others have written since would be lost.
     */
    private static void letGo(Mutiny.Session session, DocumentRow<?> row) {
        if (row != null && !row.held) {
            session.detach(row);
        }
    }

    @Override
    public Uni<Kept<T>> add(T state) {
        R row = fresh.get();
        row.begin(state);
        return Panache.getSession().chain(session -> session.persist(row)).invoke(Outstanding::entityChanged)
                .replaceWith(row::kept);
    }

    @Override
    public Uni<Kept<T>> save(T state) {
        return Panache.getSession().chain(session -> session.find(type, state.key()))
                .map(row -> changed(row, state));
    }

    private Kept<T> changed(R row, T state) {
        row.change(state);
        Outstanding.entityChanged();
        return row.kept();
    }

    @Override
    public Uni<List<Kept<T>>> page(Filter filter) {
        return list(pageOf(filter), query -> {
            query.setParameter("tenant", filter.tenant()).setMaxResults(filter.limit());
            filter.status().ifPresent(status -> query.setParameter("status", status));
            filter.before().ifPresent(place -> query.setParameter("day", place.day()).setParameter("key", place.key()));
            return query;
        });
    }

    private static String pageOf(Filter filter) {
        return "tenant = :tenant" + (filter.status().isPresent() ? " and status = :status" : "")
                + (filter.before().isPresent() ? " and (day < :day or day = :day and key < :key)" : "")
                + " order by day desc, key desc";
    }

    /** Rows that fit a condition in HQL, for what a service searches besides. */
    protected Uni<List<Kept<T>>> list(String where, UnaryOperator<Mutiny.SelectionQuery<R>> parameters) {
        return rows(where, parameters, DocumentStore::letGo);
    }

    private Uni<List<Kept<T>>> rows(String where, UnaryOperator<Mutiny.SelectionQuery<R>> parameters,
            BiConsumer<Mutiny.Session, R> then) {
        return Panache.getSession()
                .chain(session -> parameters
                        .apply(session.createSelectionQuery("from " + entity + " where " + where, type))
                        .getResultList().invoke(rows -> rows.forEach(row -> then.accept(session, row))))
                .map(rows -> rows.stream().map(DocumentRow::kept).toList());
    }

    /** The same, locked until the transaction ends; the condition ends with an order by key, which is the order of locks. */
    protected Uni<List<Kept<T>>> lockedList(String where, UnaryOperator<Mutiny.SelectionQuery<R>> parameters) {
        return rows(where, query -> parameters.apply(query).setLockMode(LockModeType.PESSIMISTIC_WRITE),
                (session, row) -> hold(row));
    }
}
