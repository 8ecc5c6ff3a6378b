package fr.microcredit.observatory.facts.persistence;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.sql.Outstanding;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.observatory.facts.Facts;
import fr.microcredit.observatory.facts.domain.Learnt;

/** Facts in PostgreSQL: one statement for a whole batch of events, whatever they tell. Their dossiers are locked. */
@ApplicationScoped
class FactTable implements Facts {
    private static final String LEARN = """
                                        merge into dossier_fact f
                                        using (select dossier, office, person, cast(first as jsonb) as first, cast(latest as jsonb) as latest,
                                                 cast(counts as jsonb) as counts
                                               from unnest(cast(:dossiers as uuid[]), cast(:offices as text[]), cast(:persons as uuid[]),
                                                 cast(:first as text[]), cast(:latest as text[]), cast(:counts as text[]))
                                                 as given(dossier, office, person, first, latest, counts)) g
                                        on f.dossier_id = g.dossier
                                        when matched then update set person_id = g.person,
                                          facts = g.first || f.facts || g.latest || sums(f.facts, g.counts)
                                        when not matched then insert (dossier_id, office_id, person_id, facts)
                                          values (g.dossier, g.office, g.person, g.first || g.latest || g.counts)""";

    @Override
    public Uni<Void> learn(Learnt learnt) {
        Outstanding.gather(FactTable.class, learnt, FactTable::learn);
        return Uni.createFrom().voidItem();
    }

    private static Sql learn(List<Learnt> all) {
        Map<UUID, Learnt> byDossier = new LinkedHashMap<>();
        all.forEach(each -> byDossier.merge(each.about().dossierId(), each, Learnt::then));
        Collection<Learnt> rows = byDossier.values();
        return Sql.of(LEARN).with("dossiers", byDossier.keySet())
                .with("offices", texts(rows, row -> row.about().officeId()))
                .with("persons", UUID.class, rows.stream().map(row -> row.about().personId()).toList())
                .with("first", texts(rows, row -> KitJson.write(row.first())))
                .with("latest", texts(rows, row -> KitJson.write(row.latest())))
                .with("counts", texts(rows, row -> KitJson.write(row.counts())));
    }

    private static List<String> texts(Collection<Learnt> rows, Function<Learnt, String> column) {
        return rows.stream().map(column).toList();
    }
}
