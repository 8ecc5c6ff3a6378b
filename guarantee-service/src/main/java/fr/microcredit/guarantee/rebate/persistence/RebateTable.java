package fr.microcredit.guarantee.rebate.persistence;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.rebate.Rebates;
import fr.microcredit.guarantee.rebate.domain.Conditions;
import fr.microcredit.guarantee.rebate.domain.Rebate;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/** Rebates in PostgreSQL, at most one for each loan. */
@ApplicationScoped
class RebateTable implements Rebates {
    private static final long NONE = -1;
    private static final String ONE = """
                                      select dossier_id, office_id, bank_id, person_id, status, cast(fraction as text), no_unpaid, no_delay, cure_days,
                                             on_request, base_cents, amount_cents from rebate where dossier_id = :dossier""";
    private static final String PUT = """
                                      insert into rebate (dossier_id, office_id, bank_id, person_id, status, fraction, no_unpaid, no_delay, cure_days,
                                                          on_request, base_cents, amount_cents)
                                      values (:dossier, :office, :bank, :person, :status, :fraction, :noUnpaid, :noDelay, :cureDays, :onRequest,
                                              nullif(:base, -1), nullif(:amount, -1))
                                      on conflict (dossier_id) do update set status = excluded.status, base_cents = excluded.base_cents,
                                        amount_cents = excluded.amount_cents""";

    @Override
    public Uni<Optional<Rebate>> locked(UUID dossierId) {
        return Sql.of(ONE + " for update").with("dossier", dossierId).first(RebateTable::rebate);
    }

    @Override
    public Uni<Rebate> find(UUID dossierId) {
        return Sql.of(ONE).with("dossier", dossierId).first(RebateTable::rebate)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problems.NOT_FOUND)));
    }

    @Override
    public Uni<Void> put(Rebate r) {
        Conditions c = r.conditions();
        return Sql.of(PUT).with("dossier", r.dossierId()).with("office", r.officeId()).with("bank", r.bankId())
                .with("person", r.personId()).with("status", r.status().name()).with("fraction", c.fraction())
                .with("noUnpaid", c.noUnpaid()).with("noDelay", c.noDelay()).with("cureDays", c.cureDays())
                .with("onRequest", c.onRequest()).with("base", r.base().map(Money::cents).orElse(NONE))
                .with("amount", r.amount().map(Money::cents).orElse(NONE)).update().replaceWithVoid();
    }

    private static Rebate rebate(Row row) {
        Conditions conditions = new Conditions(new BigDecimal(row.text(5)), row.flag(6), row.flag(7), row.integer(8),
                row.flag(9));
        return new Rebate(row.uuid(0), row.text(1), row.text(2), row.uuid(3), Rebate.Status.valueOf(row.text(4)),
                conditions, money(row, 10), money(row, 11));
    }

    private static Optional<Money> money(Row row, int position) {
        return row.isNull(position) ? Optional.empty() : Optional.of(Money.ofCents(row.number(position)));
    }
}
