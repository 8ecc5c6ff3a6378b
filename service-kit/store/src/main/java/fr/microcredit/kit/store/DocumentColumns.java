package fr.microcredit.kit.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.session.ReactiveSession;

import fr.microcredit.kit.domain.Aggregate;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/** How rows of one kind are read and are written together in one statement, by the columns that Hibernate knows them to have. */
final class DocumentColumns<T extends Aggregate, R extends DocumentRow<T>> {
    private static final String KEY = "key";
    private static final String DOCUMENT = "document";

    private final Map<String, AttributeMapping> attributes = new LinkedHashMap<>();
    private final Supplier<R> fresh;
    private final Class<T> aggregate;
    private final String select;
    private final String insert;
    private final String update;

    @SuppressWarnings("unchecked")
    private DocumentColumns(EntityPersister entity, Supplier<R> fresh) {
        this.fresh = fresh;
        aggregate = (Class<T>) entity.findAttributeMapping(DOCUMENT).getJavaType().getJavaTypeClass();
        entity.forEachAttributeMapping(attribute -> attribute.forEachSelectable(
                (place, column) -> attributes.put(column.getSelectionExpression(), attribute)));
        String names = String.join(", ", attributes.keySet());
        String table = entity.getTableName();
        String from = " from jsonb_populate_recordset(cast(null as " + table
                + "), cast(cast(:rows as text) as jsonb)) ";
        select = "select " + KEY + ", version, cast(" + DOCUMENT + " as text) as " + DOCUMENT + " from " + table
                + " where ";
        insert = "insert into " + table + " (" + KEY + ", " + names + ") select " + KEY + ", " + names + from;
        update = "with written as (update " + table + " as kept set "
                + attributes.keySet().stream().map(name -> name + " = given." + name)
                        .collect(Collectors.joining(", "))
                + from + "as given where kept." + KEY + " = given." + KEY
                + " returning kept." + KEY + ") select 1 / cast(count(*) = :expected as int) from written";
    }

    static <T extends Aggregate, R extends DocumentRow<T>> DocumentColumns<T, R> of(Class<R> type, Supplier<R> fresh,
            Mutiny.Session session) {
        return new DocumentColumns<>(((MutinySessionImpl) session).unwrap(ReactiveSession.class).getFactory()
                .getMappingMetamodel().getEntityDescriptor(type), fresh);
    }

    /** Up to its condition. */
    String select() {
        return select;
    }

    Kept<T> kept(Row row) {
        return new Kept<>(row.text(KEY), row.number("version"), KitJson.read(row.text(DOCUMENT), aggregate));
    }

    /** Fails on a key that is there already. */
    Sql insert(Collection<Kept<T>> rows) {
        return Sql.of(insert).with("rows", written(rows));
    }

    /** Fails, by a division by zero, where one is not there: nobody looks at the answer before the commit is sent. */
    Sql update(Collection<Kept<T>> rows) {
        return Sql.of(update).with("rows", written(rows)).with("expected", (long) rows.size());
    }

    private String written(Collection<Kept<T>> rows) {
        return KitJson.write(rows.stream().map(this::written).toList());
    }

    private Map<String, Object> written(Kept<T> kept) {
        R row = fresh.get();
        row.put(kept);
        Map<String, Object> values = new LinkedHashMap<>(Map.of(KEY, kept.key()));
        attributes.forEach((name, attribute) -> values.put(name, attribute.getValue(row)));
        return values;
    }
}
