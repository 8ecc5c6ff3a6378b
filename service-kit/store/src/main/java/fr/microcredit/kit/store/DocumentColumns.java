package fr.microcredit.kit.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.session.ReactiveSession;

import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.sql.Sql;

/** How rows of one kind are written together in one statement, by the columns that Hibernate knows them to have. */
final class DocumentColumns<R extends DocumentRow<?>> {
    private static final String KEY = "key";

    private final Map<String, AttributeMapping> attributes = new LinkedHashMap<>();
    private final String insert;
    private final String update;

    private DocumentColumns(EntityPersister entity) {
        entity.forEachAttributeMapping(attribute -> attribute.forEachSelectable(
                (place, column) -> attributes.put(column.getSelectionExpression(), attribute)));
        String names = String.join(", ", attributes.keySet());
        String table = entity.getTableName();
        String from = " from jsonb_populate_recordset(cast(null as " + table
                + "), cast(cast(:rows as text) as jsonb)) ";
        insert = "insert into " + table + " (" + KEY + ", " + names + ") select " + KEY + ", " + names + from;
        update = "update " + table + " as kept set "
                + attributes.keySet().stream().map(name -> name + " = given." + name)
                        .collect(Collectors.joining(", "))
                + from + "as given where kept." + KEY + " = given." + KEY;
    }

    static <R extends DocumentRow<?>> DocumentColumns<R> of(Class<R> type, Mutiny.Session session) {
        return new DocumentColumns<>(((MutinySessionImpl) session).unwrap(ReactiveSession.class).getFactory()
                .getMappingMetamodel().getEntityDescriptor(type));
    }

    /** Fails on a key that is there already. */
    Sql insert(List<R> rows) {
        return Sql.of(insert).with("rows", written(rows));
    }

    /** Fails where one is not there. */
    Sql update(List<R> rows) {
        return Sql.of(update).with("rows", written(rows)).touching(rows.size());
    }

    private String written(List<R> rows) {
        return KitJson.write(rows.stream().map(this::written).toList());
    }

    private Map<String, Object> written(R row) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of(KEY, row.key));
        attributes.forEach((name, attribute) -> values.put(name, attribute.getValue(row)));
        row.waiting = false;
        return values;
    }
}
