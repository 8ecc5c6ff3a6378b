package fr.microcredit.kit.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.persistence.LockModeType;

import org.hibernate.reactive.mutiny.Mutiny;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Aggregate;
import fr.microcredit.kit.sql.Outstanding;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.Foreseen;
import fr.microcredit.kit.tenancy.UnitOfWork;

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
    private final Foreseen<R> locked = new Foreseen<>(this::keyOf, this::lockedRows);
    private final Foreseen<Kept<T>> seen = new Foreseen<>(this::keyOf, this::seenRows);
    private volatile DocumentColumns<R> columns;

    protected DocumentStore(Class<R> type, Supplier<R> fresh) {
        this.type = type;
        this.fresh = fresh;
        this.entity = type.getName();
    }

    /** Under which key whom an event is about is kept here: the dossier's, unless a store says something else. */
    protected Optional<String> keyOf(About about) {
        return Optional.of(about.dossierId().toString());
    }

    @Override
    public Uni<Optional<Kept<T>>> locked(String key) {
        return locked.of(key).map(row -> row.map(DocumentRow::kept));
    }

    private Uni<Map<String, R>> lockedRows(Set<String> keys) {
        return byKey(keys, query -> query.setLockMode(LockModeType.PESSIMISTIC_WRITE))
                .invoke(rows -> rows.forEach(DocumentStore::hold))
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.key, Function.identity())));
    }

    private Uni<Map<String, Kept<T>>> seenRows(Set<String> keys) {
        return byKey(keys, UnaryOperator.identity())
                .call(rows -> Panache.getSession().invoke(session -> rows.forEach(row -> letGo(session, row))))
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.key, DocumentRow::kept)));
    }

    private Uni<List<R>> byKey(Set<String> keys, UnaryOperator<Mutiny.SelectionQuery<R>> with) {
        String one = "from " + entity + " where key = :key";
        String many = "from " + entity + " where key in :keys order by key";
        return session().chain(session -> with.apply(keys.size() == 1
                ? session.createSelectionQuery(one, type).setParameter("key", keys.iterator().next())
                : session.createSelectionQuery(many, type).setParameter("keys", keys)).getResultList());
    }

    @Override
    public Uni<Optional<Kept<T>>> find(String key) {
        if (locked.seen(key).isPresent()) {
            return Uni.createFrom().item(locked.seen(key).get().map(DocumentRow::kept));
        }
        return seen.expects(key) ? seen.of(key) : findAlone(key);
    }

    private Uni<Optional<Kept<T>>> findAlone(String key) {
        return session().chain(session -> session.find(type, key).invoke(row -> letGo(session, row)))
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
        boolean ofMany = UnitOfWork.current().isForMany() || locked.seen(row.key).isPresent();
        locked.changed(row.key, row);
        seen.changed(row.key, row.kept());
        return Panache.getSession().chain(session -> ofMany
                ? Uni.createFrom().item(row).invoke(() -> gather(Adds.class, session, row))
                : session.persist(row).invoke(Outstanding::entityChanged)).replaceWith(row::kept);
    }

    @Override
    public Uni<Kept<T>> save(T state) {
        Optional<R> known = locked.seen(state.key()).flatMap(Function.identity());
        return known.isPresent()
                ? Panache.getSession().invoke(session -> change(session, known.get(), state))
                        .replaceWith(known.get()::kept)
                : session().chain(session -> session.find(type, state.key())).invoke(row -> {
                    row.change(state);
                    Outstanding.entityChanged();
                }).invoke(row -> seen.changed(row.key, row.kept())).map(DocumentRow::kept);
    }

    /** One of many that were locked together is written together with them, and not by the session. */
    private void change(Mutiny.Session session, R row, T state) {
        session.detach(row);
        row.change(state);
        gather(Changes.class, session, row);
        seen.changed(row.key, row.kept());
    }

    private record Adds() {
    }

    private record Changes() {
    }

    /** However often it changes before it is written. */
    private void gather(Class<?> how, Mutiny.Session session, R row) {
        if (!row.waiting) {
            row.waiting = true;
            DocumentColumns<R> written = columns(session);
            Outstanding.gather(List.of(type, how), row, how == Adds.class ? written::insert : written::update);
        }
    }

    private DocumentColumns<R> columns(Mutiny.Session session) {
        if (columns == null) {
            columns = DocumentColumns.of(type, session);
        }
        return columns;
    }

    /** With what was gathered of its rows written, so that whoever asks sees it. */
    private Uni<Mutiny.Session> session() {
        return Outstanding.isGathered(List.of(type, Adds.class)) || Outstanding.isGathered(List.of(type, Changes.class))
                ? Sql.written().chain(Panache::getSession)
                : Panache.getSession();
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
        return session()
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
