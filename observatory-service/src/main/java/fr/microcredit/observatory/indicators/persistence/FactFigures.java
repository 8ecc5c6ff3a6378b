package fr.microcredit.observatory.indicators.persistence;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.sql.Sql;
import fr.microcredit.observatory.indicators.Figures;
import fr.microcredit.observatory.indicators.domain.Counted;
import fr.microcredit.observatory.indicators.domain.Lent;
import fr.microcredit.observatory.indicators.domain.PeriodKind;
import fr.microcredit.observatory.indicators.domain.Territory;

/** Counts the facts. Every text put into a statement is one of this class's own constants. */
@ApplicationScoped
class FactFigures implements Figures {
    private static final List<Map.Entry<String, String>> STAGES = List.of(Map.entry("opened", "opened_on"),
            Map.entry("submitted", "submitted_on"), Map.entry("eligible", "eligible_on"),
            Map.entry("ineligible", "ineligible_on"), Map.entry("withdrawn", "withdrawn_on"),
            Map.entry("approved-by-commission", "approved_on"),
            Map.entry("refused-by-commission", "commission_refused_on"), Map.entry("transmitted", "transmitted_on"),
            Map.entry("accepted-by-bank", "accepted_on"), Map.entry("refused-by-bank", "bank_refused_on"),
            Map.entry("disbursed", "disbursed_on"), Map.entry("repaid", "repaid_on"));
    private static final List<Step> STEPS = List.of(new Step("opened-to-submitted", "opened_on", "submitted_on"),
            new Step("submitted-to-transmitted", "submitted_on", "transmitted_on"),
            new Step("transmitted-to-disbursed", "transmitted_on", "disbursed_on"),
            new Step("opened-to-disbursed", "opened_on", "disbursed_on"));
    private static final String YEAR = "to_char(%s, 'YYYY')";
    private static final String QUARTER = "to_char(%s, 'YYYY\"-Q\"Q')";

    private record Step(String name, String from, String to) {
    }

    @Override
    public Uni<List<Counted>> funnel(Territory territory, PeriodKind period) {
        String parts = STAGES.stream()
                .map(stage -> "select %s as territory, %s as period, '%s' as item, count(*), count(distinct person_id) from dossier_fact where %s is not null group by 1, 2"
                        .formatted(territory(territory), period(period, stage.getValue()), stage.getKey(),
                                stage.getValue()))
                .collect(Collectors.joining(" union all "));
        return counted(parts);
    }

    @Override
    public Uni<List<Counted>> purposes(Territory territory, PeriodKind period) {
        return counted(
                "select %s as territory, %s as period, purpose as item, count(*), count(distinct person_id) from dossier_fact where disbursed_on is not null and purpose is not null group by 1, 2, 3"
                        .formatted(territory(territory), period(period, "disbursed_on")));
    }

    @Override
    public Uni<List<Counted>> delays(Territory territory, PeriodKind period) {
        String parts = STEPS.stream()
                .map(step -> """
                             select %1$s as territory, %2$s as period, '%3$s' as item,
                                    cast(percentile_disc(0.5) within group (order by %5$s - %4$s) as bigint), count(distinct person_id)
                             from dossier_fact where %4$s is not null and %5$s is not null group by 1, 2"""
                        .formatted(territory(territory), period(period, step.to()), step.name(), step.from(),
                                step.to()))
                .collect(Collectors.joining(" union all "));
        return counted(parts);
    }

    private static Uni<List<Counted>> counted(String statement) {
        return Sql.of(statement + " order by territory, period, item")
                .list(row -> new Counted(row.text(0), row.text(1), row.text(2), row.number(3), row.number(4)));
    }

    /** The largest contributor is looked for per person: two loans of one person count together. */
    @Override
    public Uni<List<Lent>> loans(Territory territory, PeriodKind period) {
        return Sql
                .of("""
                    with lent as (select %1$s as territory, %2$s as period, person_id, principal_cents, term_months
                                  from dossier_fact where disbursed_on is not null),
                         largest as (select territory, period, max(own) as largest
                                     from (select territory, period, person_id, sum(principal_cents) as own
                                           from lent group by 1, 2, 3) as persons group by 1, 2)
                    select l.territory, l.period, count(*), count(distinct person_id), cast(sum(principal_cents) as bigint),
                           cast(round(avg(principal_cents)) as bigint),
                           cast(percentile_disc(0.5) within group (order by principal_cents) as bigint),
                           cast(round(avg(term_months)) as bigint), cast(max(g.largest) as bigint)
                    from lent l join largest g on g.territory = l.territory and g.period = l.period
                    group by 1, 2 order by 1, 2"""
                        .formatted(territory(territory), period(period, "disbursed_on")))
                .list(row -> new Lent(row.text(0), row.text(1), row.number(2), row.number(3), row.number(4),
                        row.number(5), row.number(6), row.number(7), row.number(8)));
    }

    private static String territory(Territory territory) {
        return territory == Territory.REGION ? "'region'" : "office_id";
    }

    private static String period(PeriodKind kind, String column) {
        return (kind == PeriodKind.YEAR ? YEAR : QUARTER).formatted(column);
    }
}
