package fr.microcredit.eligibility.assessment.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.Assessments;
import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.tenancy.Foreseen;
import fr.microcredit.kit.tenancy.UnitOfWork;

/** Assessments and the grounds of judgements in PostgreSQL. */
@ApplicationScoped
class AssessmentStore extends DocumentStore<Assessment, AssessmentStore.AssessmentRow> implements Assessments {
    private static final String NEWEST_OF_SCHEME = """
                                                   select cast(document as text) as document from (
                                                     select distinct on (dossier_id) document, sort_day, key from assessment
                                                     where scheme_id = :scheme order by dossier_id, revision desc) newest
                                                   order by sort_day desc, key limit :most""";
    private static final String ADD_GROUNDS = """
                                              insert into judgement (assessment_id, office_id, rule, judged_by, grounds)
                                              values (:assessment, :office, :rule, :by, :grounds)""";

    private static final String NEWEST = "dossier_id = :dossier order by revision desc limit 1";
    private static final String REVISIONS = """
                                            select dossier_id, revision from assessment where dossier_id = any(cast(:dossiers as uuid[]))""";

    private final Foreseen<Set<Integer>> revisions = new Foreseen<>(this::keyOf, AssessmentStore::askRevisions);

    AssessmentStore() {
        super(AssessmentRow.class, AssessmentRow::new);
    }

    @Entity
    @Table(name = "assessment")
    static class AssessmentRow extends DocumentRow<Assessment> {
        @Column(name = "dossier_id")
        UUID dossier;
        @Column(name = "scheme_id")
        String scheme;
        int revision;

        @Override
        protected void index(Assessment state) {
            dossier = state.dossierId();
            scheme = state.wish().schemeId();
            revision = state.revision();
        }
    }

    @Override
    public Uni<Set<Integer>> revisions(UUID dossierId) {
        return revisions.of(dossierId.toString()).map(known -> known.orElse(Set.of()));
    }

    private static Uni<Map<String, Set<Integer>>> askRevisions(Set<String> dossiers) {
        return Sql.of(REVISIONS).with("dossiers", UUID.class, dossiers.stream().map(UUID::fromString).toList())
                .list(row -> Map.entry(row.uuid("dossier_id").toString(), row.integer("revision")))
                .map(rows -> rows.stream().collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toSet()))));
    }

    @Override
    public Uni<Kept<Assessment>> add(Assessment assessment) {
        String dossier = assessment.dossierId().toString();
        revisions.seen(dossier).ifPresent(known -> revisions.changed(dossier, Stream
                .concat(known.orElse(Set.of()).stream(), Stream.of(assessment.revision()))
                .collect(Collectors.toSet())));
        return super.add(assessment);
    }

    @Override
    public Uni<Optional<Kept<Assessment>>> newest(UUID dossierId) {
        return UnitOfWork.current().kept(Newest.class, dossierId.toString()).map(newest -> find(newest.key()))
                .orElseGet(() -> list(NEWEST, Map.of("dossier", dossierId)).map(found -> found.stream().findFirst()));
    }

    @Override
    public Uni<Optional<Kept<Assessment>>> newestLocked(UUID dossierId) {
        return lockedList(NEWEST, Map.of("dossier", dossierId)).map(found -> found.stream().findFirst())
                .invoke(found -> found.ifPresent(kept -> UnitOfWork.current().keep(Newest.class, dossierId.toString(),
                        new Newest(kept.key()))));
    }

    /** Found under the dossier's lock. */
    private record Newest(String key) {
    }

    @Override
    public Uni<List<Assessment>> newestOfScheme(String schemeId, int atMost) {
        return Sql.of(NEWEST_OF_SCHEME).with("scheme", schemeId).with("most", atMost)
                .list(row -> KitJson.read(row.text("document"), Assessment.class));
    }

    @Override
    public Uni<Void> addGrounds(Assessment assessment, String rule, String judgedBy, String grounds) {
        return Sql.of(ADD_GROUNDS).with("assessment", assessment.id()).with("office", assessment.tenant())
                .with("rule", rule).with("by", judgedBy).with("grounds", grounds).ahead();
    }
}
