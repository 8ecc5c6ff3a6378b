package fr.microcredit.observatory.release.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.observatory.release.Figures;
import fr.microcredit.observatory.release.domain.Counted;
import fr.microcredit.observatory.release.domain.Lent;
import fr.microcredit.observatory.release.domain.YearFigures;

/** Counts the facts; the name of a stage is the fact that holds its day. */
@ApplicationScoped
class FactFigures implements Figures {
    private static final String BEGIN = """
                                        select cast(min(facts ->> 'opened') as date) as begin from dossier_fact""";
    private static final String FUNNEL = """
                                         select s.stage as item, count(*) as value, count(distinct f.person_id) as persons
                                         from dossier_fact f cross join unnest(cast(:stages as text[])) as s(stage)
                                         where substr(f.facts ->> s.stage, 1, 4) = :year group by s.stage""";
    /** What was given back after a withdrawal was not lent. */
    private static final String PURPOSES = """
                                           select facts ->> 'purpose' as item, count(*) as value, count(distinct person_id) as persons
                                           from dossier_fact
                                           where substr(facts ->> 'disbursed', 1, 4) = :year and not facts ? 'given-back'
                                             and facts ? 'purpose' group by 1""";
    private static final String DELAY = """
                                        select cast(:step as text) as item, cast(coalesce(percentile_disc(0.5) within group (
                                                 order by cast(facts ->> :to as date) - cast(facts ->> :from as date)), 0) as bigint) as value,
                                               count(distinct person_id) as persons
                                        from dossier_fact where substr(facts ->> :to, 1, 4) = :year and facts ? :from""";
    /** The largest contributor is looked for per person: two loans of one person count together. */
    private static final String LOANS = """
                                        with lent as (select person_id, cast(facts ->> 'principalCents' as bigint) as principal,
                                                             cast(facts ->> 'termMonths' as int) as term
                                                      from dossier_fact where substr(facts ->> 'disbursed', 1, 4) = :year
                                                        and not facts ? 'given-back')
                                        select count(*) as loans, count(distinct person_id) as persons,
                                               cast(coalesce(sum(principal), 0) as bigint) as total,
                                               cast(coalesce(round(avg(principal)), 0) as bigint) as mean,
                                               cast(coalesce(percentile_disc(0.5) within group (order by principal), 0) as bigint) as median,
                                               cast(coalesce(round(avg(term)), 0) as bigint) as term,
                                               cast(coalesce((select max(own) from (select sum(principal) as own from lent
                                                                                    group by person_id) as persons), 0) as bigint) as largest
                                        from lent""";

    @Override
    public Uni<Optional<LocalDate>> begin() {
        return Sql.of(BEGIN).first(row -> row.maybe("begin", Row::date).orElse(null));
    }

    @Override
    public Uni<YearFigures> of(int year) {
        String text = String.valueOf(year);
        return Sql.of(FUNNEL).with("stages", YearFigures.STAGES).with("year", text).list(FactFigures::counted)
                .chain(funnel -> Sql.of(PURPOSES).with("year", text).list(FactFigures::counted)
                        .chain(purposes -> delays(text).chain(delays -> loans(text)
                                .map(loans -> new YearFigures(funnel, loans, purposes, delays)))));
    }

    private static Uni<List<Counted>> delays(String year) {
        return Each.mapped(YearFigures.STEPS, step -> Sql.of(DELAY).with("step", step.name()).with("from", step.from())
                .with("to", step.to()).with("year", year).first(FactFigures::counted).map(Optional::orElseThrow));
    }

    private static Uni<Lent> loans(String year) {
        return Sql.of(LOANS).with("year", year)
                .first(row -> new Lent(row.number("loans"), row.number("persons"), row.number("total"),
                        row.number("mean"), row.number("median"), row.number("term"), row.number("largest")))
                .map(Optional::orElseThrow);
    }

    private static Counted counted(Row row) {
        return new Counted(row.text("item"), row.number("value"), row.number("persons"));
    }
}
