package fr.microcredit.observatory.facts.persistence;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.observatory.facts.Facts;
import fr.microcredit.observatory.facts.domain.Learnt;

/** Facts in PostgreSQL: one statement for every event, whatever it tells. */
@ApplicationScoped
class FactTable implements Facts {
    private static final String LEARN = """
                                        insert into dossier_fact as f (dossier_id, office_id, person_id, facts)
                                        values (:dossier, :office, :person, cast(cast(:first as text) as jsonb)
                                                || cast(cast(:latest as text) as jsonb) || cast(cast(:counts as text) as jsonb))
                                        on conflict (dossier_id) do update set person_id = excluded.person_id,
                                          facts = cast(cast(:first as text) as jsonb) || f.facts
                                                  || cast(cast(:latest as text) as jsonb) || sums(f.facts, cast(cast(:counts as text) as jsonb))""";

    @Override
    public Uni<Void> learn(Learnt learnt) {
        return Sql.of(LEARN).with("dossier", learnt.about().dossierId()).with("office", learnt.about().officeId())
                .with("person", learnt.about().personId()).with("first", KitJson.write(learnt.first()))
                .with("latest", KitJson.write(learnt.latest())).with("counts", KitJson.write(learnt.counts())).update()
                .replaceWithVoid();
    }
}
