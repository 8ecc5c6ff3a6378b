package fr.microcredit.eligibility.parameter.persistence;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.parameter.ParameterValues;
import fr.microcredit.eligibility.parameter.domain.DatedValue;
import fr.microcredit.eligibility.parameter.domain.ParameterName;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/** National values in PostgreSQL. One writer at a time, so that numbers become visible in their order. */
@ApplicationScoped
class ParameterTable implements ParameterValues {
    private static final String LOCK = "national-values";
    private static final String ADD = """
                                      insert into parameter_value (name, valid_from, valid_to, value, source, known_from, added_by, confirmed_by)
                                      values (:name, :from, :to, :value, :source, :known, :by, :confirmed)
                                      on conflict (name, valid_from, known_from) do nothing""";
    private static final String ALL = """
                                      select name, valid_from, valid_to, value, source, known_from, number
                                      from parameter_value order by number""";
    private static final String REVISION = "select coalesce(max(number), 0) as newest from parameter_value";

    @Override
    public Uni<Boolean> add(DatedValue value, String addedBy, String confirmedBy) {
        return Locks.ahead(LOCK).chain(() -> Sql.of(ADD).with("name", value.name()).with("from", value.from())
                .with("to", value.to()).with("value", value.value()).with("source", value.source())
                .with("known", value.knownFrom()).with("by", addedBy).with("confirmed", confirmedBy).update())
                .map(rows -> rows == 1);
    }

    @Override
    public Uni<List<DatedValue>> all() {
        return Sql.of(ALL).list(ParameterTable::value);
    }

    private static DatedValue value(Row row) {
        return new DatedValue(row.code(ParameterName.class, "name"), row.date("valid_from"),
                row.maybe("valid_to", Row::date), row.decimal("value"), row.text("source"), row.date("known_from"),
                row.number("number"));
    }

    @Override
    public Uni<Long> revision() {
        return Sql.of(REVISION).first(row -> row.number("newest")).map(Optional::orElseThrow);
    }
}
