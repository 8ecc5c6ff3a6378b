package fr.microcredit.guarantee.promise.persistence;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.promise.Exposures;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.sql.Sql;

/** Exposures in PostgreSQL. */
@ApplicationScoped
class ExposureTable implements Exposures {
    private static final String OF = "select exposure_cents from person_exposure where person_id = :person";
    private static final String RAISE = """
                                        insert into person_exposure as known (person_id, exposure_cents) values (:person, :by)
                                        on conflict (person_id) do update set exposure_cents = known.exposure_cents + excluded.exposure_cents""";
    private static final String LOWER = """
                                        update person_exposure set exposure_cents = exposure_cents + :by where person_id = :person""";

    @Override
    public Uni<Money> of(UUID personId) {
        return Sql.of(OF).with("person", personId).first(row -> row.money("exposure_cents"))
                .map(found -> found.orElse(Money.ZERO));
    }

    @Override
    public Uni<Void> change(UUID personId, Money by) {
        return by.equals(Money.ZERO)
                ? Uni.createFrom().voidItem()
                : Sql.of(by.isPositive() ? RAISE : LOWER).with("person", personId).with("by", by).update()
                        .replaceWithVoid();
    }
}
