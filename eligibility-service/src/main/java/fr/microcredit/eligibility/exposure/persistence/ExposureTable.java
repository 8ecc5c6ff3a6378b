package fr.microcredit.eligibility.exposure.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.exposure.Exposures;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.sql.Outstanding;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.Foreseen;

/** Exposures in PostgreSQL, a row a dossier. */
@ApplicationScoped
class ExposureTable implements Exposures {
    private static final String PUT = """
                                      insert into person_exposure (dossier_id, person_id, amount_cents)
                                      select * from unnest(cast(:dossiers as uuid[]), cast(:persons as uuid[]), cast(:amounts as bigint[]))
                                      on conflict (dossier_id) do update set person_id = excluded.person_id, amount_cents = excluded.amount_cents""";
    private static final String BESIDES = """
                                          select person_id, dossier_id, amount_cents from person_exposure
                                          where person_id = any(cast(:persons as uuid[]))""";

    private final Foreseen<Map<UUID, Money>> owed = new Foreseen<>(about -> Optional.of(about.personId().toString()),
            ExposureTable::ask);

    private record Owed(About about, Money principal) {
    }

    @Override
    public Uni<Void> put(About about, Money principal) {
        Outstanding.gather(ExposureTable.class, new Owed(about, principal), ExposureTable::put);
        owed.seen(about.personId().toString()).ifPresent(known -> {
            Map<UUID, Money> now = new HashMap<>(known.orElse(Map.of()));
            now.put(about.dossierId(), principal);
            owed.changed(about.personId().toString(), now);
        });
        return Uni.createFrom().voidItem();
    }

    /** The last word on each dossier. */
    private static Sql put(List<Owed> all) {
        Map<UUID, Owed> byDossier = new HashMap<>();
        all.forEach(each -> byDossier.put(each.about().dossierId(), each));
        List<Owed> rows = List.copyOf(byDossier.values());
        return Sql.of(PUT).with("dossiers", UUID.class, rows.stream().map(row -> row.about().dossierId()).toList())
                .with("persons", UUID.class, rows.stream().map(row -> row.about().personId()).toList())
                .with("amounts", Long.class, rows.stream().map(row -> row.principal().cents()).toList());
    }

    private static Uni<Map<String, Map<UUID, Money>>> ask(Set<String> persons) {
        return Sql.of(BESIDES).with("persons", UUID.class, persons.stream().map(UUID::fromString).toList())
                .list(row -> Map.entry(row.uuid("person_id").toString(),
                        Map.entry(row.uuid("dossier_id"), row.money("amount_cents"))))
                .map(rows -> rows.stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors
                        .toMap(row -> row.getValue().getKey(), row -> row.getValue().getValue()))));
    }

    @Override
    public Uni<Money> besides(About about) {
        return owed.of(about.personId().toString())
                .map(known -> Money.sum(known.orElse(Map.of()).entrySet().stream()
                        .filter(each -> !each.getKey().equals(about.dossierId())).map(Map.Entry::getValue).toList()));
    }
}
