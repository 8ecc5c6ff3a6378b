package fr.microcredit.eligibility.assessment.persistence;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.Submissions;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.assessment.domain.Submission;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.sql.Outstanding;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.Foreseen;

/** Requests and situations in PostgreSQL, each version once. */
@ApplicationScoped
class SubmissionTable implements Submissions {
    private static final String ADD = """
                                      insert into %s (dossier_id, office_id, revision, document)
                                      select dossier, office, revision, cast(document as jsonb)
                                      from unnest(cast(:dossiers as uuid[]), cast(:offices as text[]), cast(:revisions as int[]),
                                        cast(:documents as text[])) as given(dossier, office, revision, document) on conflict do nothing""";
    private static final String SITUATIONS = """
                                             select dossier_id, revision, cast(document as text) as document from situation
                                             where (dossier_id, revision) in
                                               (select * from unnest(cast(:dossiers as uuid[]), cast(:revisions as int[])))""";
    private static final String SITUATIONS_OF = """
                                                select dossier_id, revision, cast(document as text) as document from situation
                                                where dossier_id = any(cast(:dossiers as uuid[]))""";
    private static final String SUBMISSIONS_OF = """
                                                 select dossier_id, cast(document as text) as document from submission
                                                 where dossier_id = any(cast(:dossiers as uuid[])) order by dossier_id, revision""";

    private final Foreseen<Map<Integer, Situation>> situations = new Foreseen<>(SubmissionTable::dossier,
            SubmissionTable::askSituations);
    private final Foreseen<List<Submission>> submissions = new Foreseen<>(SubmissionTable::dossier,
            SubmissionTable::askSubmissions);

    private record Added(SituationKey key, String office, Object document) {
    }

    private static Optional<String> dossier(About about) {
        return Optional.of(about.dossierId().toString());
    }

    @Override
    public Uni<Void> addSituation(SituationKey key, String officeId, Situation situation) {
        String dossier = key.dossierId().toString();
        situations.seen(dossier).ifPresent(known -> {
            Map<Integer, Situation> more = new HashMap<>(known.orElse(Map.of()));
            more.putIfAbsent(key.revision(), situation);
            situations.changed(dossier, more);
        });
        Outstanding.gather(Situation.class, new Added(key, officeId, situation), rows -> add("situation", rows));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> add(Submission submission) {
        String dossier = submission.about().dossierId().toString();
        submissions.seen(dossier).ifPresent(
                known -> submissions.changed(dossier, withOneMore(known.orElse(List.of()), submission)));
        Outstanding.gather(Submission.class,
                new Added(new SituationKey(submission.about().dossierId(), submission.revision()),
                        submission.about().officeId(), submission),
                rows -> add("submission", rows));
        return Uni.createFrom().voidItem();
    }

    private static List<Submission> withOneMore(List<Submission> known, Submission more) {
        return known.stream().anyMatch(each -> each.revision() == more.revision())
                ? known
                : Stream.concat(known.stream(), Stream.of(more)).sorted(Comparator.comparing(Submission::revision))
                        .toList();
    }

    private static Sql add(String table, List<Added> rows) {
        return Sql.of(ADD.formatted(table))
                .with("dossiers", UUID.class, rows.stream().map(row -> row.key().dossierId()).toList())
                .with("offices", rows.stream().map(Added::office).toList())
                .with("revisions", Integer.class, rows.stream().map(row -> row.key().revision()).toList())
                .with("documents", rows.stream().map(row -> KitJson.write(row.document())).toList());
    }

    @Override
    public Uni<Optional<Situation>> situation(SituationKey key) {
        return situations.of(key.dossierId().toString())
                .map(known -> known.map(byRevision -> byRevision.get(key.revision())));
    }

    private static Uni<Map<String, Map<Integer, Situation>>> askSituations(Set<String> dossiers) {
        return ofDossiers(SITUATIONS_OF, dossiers).list(SubmissionTable::situation)
                .map(rows -> rows.stream().collect(Collectors.groupingBy(row -> row.getKey().dossierId().toString(),
                        Collectors.toMap(row -> row.getKey().revision(), Map.Entry::getValue))));
    }

    private static Uni<Map<String, List<Submission>>> askSubmissions(Set<String> dossiers) {
        return ofDossiers(SUBMISSIONS_OF, dossiers).list(row -> KitJson.read(row.text("document"), Submission.class))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(row -> row.about().dossierId().toString())));
    }

    private static Sql ofDossiers(String query, Set<String> dossiers) {
        return Sql.of(query).with("dossiers", UUID.class, dossiers.stream().map(UUID::fromString).toList());
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
        return submissions.of(dossierId.toString()).map(known -> known.orElse(List.of()));
    }
}
