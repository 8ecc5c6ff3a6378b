package fr.microcredit.observatory.facts.persistence;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.sql.Sql;
import fr.microcredit.observatory.facts.Facts;
import fr.microcredit.observatory.facts.domain.FactChange;
import fr.microcredit.observatory.facts.domain.FactField;

/** Facts in PostgreSQL: one statement for each event, the columns taken from the enumeration and never from the event. */
@ApplicationScoped
class FactTable implements Facts {
    @Override
    public Uni<Void> apply(FactChange change) {
        List<FactField> fields = List.copyOf(change.values().keySet());
        Sql statement = Sql.of(text(fields)).with("dossier", change.dossierId()).with("office", change.officeId())
                .with("person", change.personId());
        for (Map.Entry<FactField, Object> value : change.values().entrySet()) {
            statement.with(value.getKey().column(), value.getValue());
        }
        return statement.update().replaceWithVoid();
    }

    private static String text(List<FactField> fields) {
        String columns = fields.stream().map(field -> ", " + field.column()).collect(Collectors.joining());
        String values = fields.stream().map(field -> ", :" + field.column()).collect(Collectors.joining());
        String merges = fields.stream().map(field -> ", " + field.column() + " = " + merge(field))
                .collect(Collectors.joining());
        return "insert into dossier_fact as f (dossier_id, office_id, person_id" + columns
                + ") values (:dossier, :office, :person" + values
                + ") on conflict (dossier_id) do update set person_id = excluded.person_id" + merges;
    }

    private static String merge(FactField field) {
        String column = field.column();
        return switch (field.merge()) {
            case REPLACE -> "excluded." + column;
            case KEEP_FIRST -> "coalesce(f." + column + ", excluded." + column + ")";
            case ADD -> "coalesce(f." + column + ", 0) + excluded." + column;
        };
    }
}
