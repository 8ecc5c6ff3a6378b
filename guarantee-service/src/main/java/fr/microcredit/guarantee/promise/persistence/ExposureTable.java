package fr.microcredit.guarantee.promise.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.promise.Exposures;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.sql.Outstanding;
import fr.microcredit.kit.sql.Sql;

/** Exposures in PostgreSQL. */
@ApplicationScoped
class ExposureTable implements Exposures {
    private static final String OF = "select exposure_cents from person_exposure where person_id = :person";
    private static final String CHANGE = """
                                         merge into person_exposure known
                                         using unnest(cast(:persons as uuid[]), cast(:changes as bigint[])) as given(person, change)
                                         on known.person_id = given.person
                                         when matched then update set exposure_cents = known.exposure_cents + given.change
                                         when not matched and given.change > 0 then insert (person_id, exposure_cents)
                                           values (given.person, given.change)""";

    private record Change(UUID person, Money by) {
    }

    @Override
    public Uni<Money> of(UUID personId) {
        return Sql.of(OF).with("person", personId).first(row -> row.money("exposure_cents"))
                .map(found -> found.orElse(Money.ZERO));
    }

    @Override
    public Uni<Void> change(UUID personId, Money by) {
        Outstanding.gather(ExposureTable.class, new Change(personId, by), ExposureTable::change);
        return Uni.createFrom().voidItem();
    }

    private static Sql change(List<Change> all) {
        Map<UUID, Money> byPerson = new LinkedHashMap<>();
        all.forEach(each -> byPerson.merge(each.person(), each.by(), Money::plus));
        return Sql.of(CHANGE).with("persons", UUID.class, byPerson.keySet())
                .with("changes", Long.class, byPerson.values().stream().map(Money::cents).toList());
    }
}
