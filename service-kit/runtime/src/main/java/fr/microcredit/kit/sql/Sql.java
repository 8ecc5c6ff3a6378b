package fr.microcredit.kit.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.hibernate.reactive.mutiny.Mutiny;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * A native statement on the session of the running transaction, for what entities do not say well: conflicts, locks,
 * sequences, sets of rows. Parameters are named and never null; casts are written {@code cast(x as y)}.
 */
public final class Sql {
    private final String text;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Sql(String text) {
        this.text = text;
    }

    public static Sql of(String text) {
        return new Sql(text);
    }

    public Sql with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /** Runs an insert, update or delete and gives the number of rows it touched. */
    public Uni<Integer> update() {
        return Panache.getSession().chain(session -> {
            Mutiny.MutationQuery query = session.createNativeQuery(text);
            parameters.forEach(query::setParameter);
            return query.executeUpdate();
        });
    }

    public <T> Uni<List<T>> list(Function<Row, T> mapping) {
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<Object> query = session.createNativeQuery(text, Object.class);
            parameters.forEach(query::setParameter);
            return query.getResultList();
        }).map(rows -> rows.stream().map(row -> mapping.apply(new Row(row))).toList());
    }

    /** Empty without a row, and where the mapping gives null. */
    public <T> Uni<Optional<T>> first(Function<Row, T> mapping) {
        return list(mapping).map(rows -> rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0)));
    }

    /** For statements that are queries to PostgreSQL and return nothing of interest, such as taking a lock. */
    public Uni<Void> run() {
        return list(row -> row).replaceWithVoid();
    }
}
