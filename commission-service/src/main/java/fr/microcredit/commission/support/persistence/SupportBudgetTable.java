package fr.microcredit.commission.support.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.support.SupportBudget;
import fr.microcredit.commission.support.domain.LimitRules.Used;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.sql.Sql;

/** One row for each grant; sums are those of the rows, so that nothing can run apart from them. */
@ApplicationScoped
class SupportBudgetTable implements SupportBudget {
    private static final String USED = """
                                       select cast(coalesce(sum(counts_cents) filter (where year = :year), 0) as bigint) as of_year,
                                         cast(coalesce(sum(counts_cents) filter (where dossier_id = :dossier), 0) as bigint) as of_dossier,
                                         cast(coalesce(sum(counts_cents) filter (where year = :year and dossier_id = :dossier), 0)
                                           as bigint) as of_both
                                       from support_grant where tenant = :office and (year = :year or dossier_id = :dossier)""";
    private static final String GRANTED = """
                                          insert into support_grant (request_id, tenant, dossier_id, year, granted_cents, counts_cents)
                                          values (:request, :office, :dossier, :year, :amount, :counts)""";
    private static final String RECOUNT = """
                                          update support_grant as kept set counts_cents = given.counts
                                          from unnest(cast(:requests as uuid[]), cast(:counts as bigint[])) as given(request, counts)
                                          where kept.request_id = given.request""";

    @Override
    public Uni<Used> used(String officeId, int year, UUID dossierId) {
        return Sql.of(USED).with("office", officeId).with("year", year).with("dossier", dossierId)
                .first(row -> new Used(row.money("of_year"), row.money("of_dossier"), row.money("of_both")))
                .map(found -> found.orElse(Used.NOTHING));
    }

    @Override
    public Uni<Void> granted(Granted grant) {
        return Sql.of(GRANTED).with("request", grant.request()).with("office", grant.officeId())
                .with("dossier", grant.dossierId()).with("year", grant.year()).with("amount", grant.amount())
                .with("counts", grant.counts()).ahead();
    }

    @Override
    public Uni<Void> recount(Map<UUID, Money> grants) {
        List<UUID> requests = new ArrayList<>(grants.keySet());
        return requests.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(RECOUNT).with("requests", requests)
                        .with("counts", Long.class, requests.stream().map(grants::get).toList()).ahead();
    }
}
