package fr.microcredit.eligibility.exposure.persistence;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.exposure.Exposures;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.sql.Sql;

/** Exposures in PostgreSQL, a row a dossier. */
@ApplicationScoped
class ExposureTable implements Exposures {
    private static final String PUT = """
                                      insert into person_exposure (dossier_id, person_id, state, amount_cents, since)
                                      values (:dossier, :person, :state, :amount, :since)
                                      on conflict (dossier_id) do update set person_id = excluded.person_id, state = excluded.state,
                                        amount_cents = excluded.amount_cents, since = excluded.since""";
    private static final String REMOVE = "delete from person_exposure where dossier_id = :dossier";
    private static final String BESIDES = """
                                          select cast(coalesce(sum(amount_cents), 0) as bigint) from person_exposure
                                          where person_id = :person and dossier_id <> :dossier
                                            and (state = 'outstanding' or since >= :since)""";

    @Override
    public Uni<Void> put(UUID dossierId, UUID personId, State state, Money amount, LocalDate since) {
        return Sql.of(PUT).with("dossier", dossierId).with("person", personId)
                .with("state", state.name().toLowerCase(Locale.ROOT)).with("amount", amount.cents())
                .with("since", since).update().replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(UUID dossierId) {
        return Sql.of(REMOVE).with("dossier", dossierId).update().replaceWithVoid();
    }

    @Override
    public Uni<Money> besides(UUID personId, UUID dossierId, LocalDate promisedSince) {
        return Sql.of(BESIDES).with("person", personId).with("dossier", dossierId).with("since", promisedSince)
                .first(row -> Money.ofCents(row.number(0))).map(sum -> sum.orElse(Money.ZERO));
    }
}
