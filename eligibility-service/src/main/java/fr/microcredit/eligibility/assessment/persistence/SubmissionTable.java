package fr.microcredit.eligibility.assessment.persistence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.Submissions;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.assessment.domain.Submission;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/** Requests and situations in PostgreSQL, each version once. */
@ApplicationScoped
class SubmissionTable implements Submissions {
    private static final String ADD = """
                                      insert into %s (dossier_id, office_id, revision, document)
                                      values (:dossier, :office, :revision, cast(cast(:document as text) as jsonb)) on conflict do nothing""";
    private static final String SITUATIONS = """
                                             select dossier_id, revision, cast(document as text) as document from situation
                                             where (dossier_id, revision) in
                                               (select * from unnest(cast(:dossiers as uuid[]), cast(:revisions as int[])))""";
    private static final String SUBMISSIONS = """
                                              select cast(document as text) as document from submission
                                              where dossier_id = :dossier order by revision""";

    @Override
    public Uni<Void> addSituation(SituationKey key, String officeId, Situation situation) {
        return add("situation", key, officeId, situation);
    }

    @Override
    public Uni<Void> add(Submission submission) {
        return add("submission", new SituationKey(submission.about().dossierId(), submission.revision()),
                submission.about().officeId(), submission);
    }

    private static Uni<Void> add(String table, SituationKey key, String officeId, Object document) {
        return Sql.of(ADD.formatted(table)).with("dossier", key.dossierId()).with("office", officeId)
                .with("revision", key.revision()).with("document", KitJson.write(document)).update()
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Situation>> situation(SituationKey key) {
        return situations(List.of(key)).map(found -> Optional.ofNullable(found.get(key)));
    }

    @Override
    public Uni<Map<SituationKey, Situation>> situations(Collection<SituationKey> keys) {
        return Sql.of(SITUATIONS)
                .with("dossiers", UUID.class, keys.stream().map(SituationKey::dossierId).toList())
                .with("revisions", Integer.class, keys.stream().map(SituationKey::revision).toList())
                .list(SubmissionTable::situation).map(found -> {
                    Map<SituationKey, Situation> situations = new HashMap<>();
                    found.forEach(each -> situations.put(each.getKey(), each.getValue()));
                    return situations;
                });
    }

    private static Map.Entry<SituationKey, Situation> situation(Row row) {
        return Map.entry(new SituationKey(row.uuid("dossier_id"), row.integer("revision")),
                KitJson.read(row.text("document"), Situation.class));
    }

    @Override
    public Uni<List<Submission>> of(UUID dossierId) {
        return Sql.of(SUBMISSIONS).with("dossier", dossierId)
                .list(row -> KitJson.read(row.text("document"), Submission.class));
    }
}
