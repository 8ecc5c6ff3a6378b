package fr.microcredit.eligibility.parameter.persistence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.parameter.ParameterValues;
import fr.microcredit.eligibility.parameter.domain.DatedValue;
import fr.microcredit.eligibility.parameter.domain.ParameterName;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/** National values in PostgreSQL. One writer at a time, so that numbers become visible in their order. */
@ApplicationScoped
class ParameterTable implements ParameterValues {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('parameter_value'))";
    private static final String ADD = """
                                      insert into parameter_value (name, valid_from, valid_to, value, source, known_from, added_by)
                                      values (:name, :from, cast(nullif(:to, '') as date), :value, :source, :known, :by)
                                      on conflict (name, valid_from, known_from) do nothing""";
    private static final String ALL = """
                                      select name, cast(valid_from as text), cast(valid_to as text), cast(value as text), source,
                                             cast(known_from as text), number
                                      from parameter_value order by number""";
    private static final String REVISION = "select coalesce(max(number), 0) from parameter_value";

    @Override
    public Uni<Boolean> add(DatedValue value, String addedBy) {
        return Sql.of(LOCK).run().chain(() -> Sql.of(ADD).with("name", value.name().code()).with("from", value.from())
                .with("to", value.to().map(LocalDate::toString).orElse("")).with("value", value.value())
                .with("source", value.source()).with("known", value.knownFrom()).with("by", addedBy).update())
                .map(rows -> rows == 1);
    }

    @Override
    public Uni<List<DatedValue>> all() {
        return Sql.of(ALL).list(ParameterTable::value);
    }

    private static DatedValue value(Row row) {
        return new DatedValue(ParameterName.ofCode(row.text(0)).orElseThrow(), LocalDate.parse(row.text(1)),
                Optional.ofNullable(row.text(2)).map(LocalDate::parse), new BigDecimal(row.text(3)), row.text(4),
                LocalDate.parse(row.text(5)), row.number(6));
    }

    @Override
    public Uni<Long> revision() {
        return Sql.of(REVISION).first(row -> row.number(0)).map(found -> found.orElse(0L));
    }
}
