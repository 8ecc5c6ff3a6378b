package fr.microcredit.eligibility.exposure.persistence;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.exposure.Exposures;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.sql.Sql;

/** Exposures in PostgreSQL, a row a dossier. */
@ApplicationScoped
class ExposureTable implements Exposures {
    private static final String PUT = """
                                      insert into person_exposure (dossier_id, person_id, amount_cents)
                                      values (:dossier, :person, :amount)
                                      on conflict (dossier_id) do update set person_id = excluded.person_id, amount_cents = excluded.amount_cents""";
    private static final String BESIDES = """
                                          select cast(coalesce(sum(amount_cents), 0) as bigint) as total from person_exposure
                                          where person_id = :person and dossier_id <> :dossier""";

    @Override
    public Uni<Void> put(About about, Money principal) {
        return Sql.of(PUT).with("dossier", about.dossierId()).with("person", about.personId())
                .with("amount", principal).update().replaceWithVoid();
    }

    @Override
    public Uni<Money> besides(About about) {
        return Sql.of(BESIDES).with("person", about.personId()).with("dossier", about.dossierId())
                .first(row -> row.money("total")).map(Optional::orElseThrow);
    }
}
