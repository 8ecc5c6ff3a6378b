package fr.microcredit.eligibility.assessment.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.Assessments;
import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Findings;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/** Requests, situations, assessments and judgements in PostgreSQL. */
@ApplicationScoped
class AssessmentTable implements Assessments {
    private static final String ADD_SITUATION = """
                                                insert into situation (dossier_id, office_id, revision, document) values (:dossier, :office, :revision, :document)
                                                on conflict do nothing""";
    private static final String ADD_REQUEST = """
                                              insert into request (dossier_id, office_id, person_id, revision, situation_revision, asked_on, wish)
                                              values (:dossier, :office, :person, :revision, :situation, :on, :wish) on conflict do nothing""";
    private static final String REQUESTS = """
                                           select office_id, person_id, revision, situation_revision, cast(asked_on as text), wish from request
                                           where dossier_id = :dossier order by revision""";
    private static final String SITUATION = """
                                            select document from situation where dossier_id = :dossier and revision = :revision""";
    private static final String EXISTS = """
                                         select 1 from assessment where dossier_id = :dossier and revision = :revision""";
    private static final String NEWEST = """
                                         from AssessmentRow where dossierId = :dossier and officeId = :office order by revision desc""";
    private static final String STORED_FINGERPRINT = """
                                                     select coalesce(result_sha256, '') from assessment where id = :id""";
    private static final String NEWEST_OF_SCHEME = """
                                                   from AssessmentRow a where a.schemeId = :scheme
                                                     and not exists (select 1 from AssessmentRow later where later.dossierId = a.dossierId
                                                                     and later.revision > a.revision)
                                                   order by a.assessedOn desc, a.id""";
    private static final String ADD_JUDGEMENT = """
                                                insert into judgement (assessment_id, office_id, rule, judged_by, grounds)
                                                values (:assessment, :office, :rule, :by, :grounds) on conflict do nothing""";

    @Override
    public Uni<Void> addSituation(UUID dossierId, String officeId, int revision, Situation situation) {
        return Sql.of(ADD_SITUATION).with("dossier", dossierId).with("office", officeId).with("revision", revision)
                .with("document", Documents.write(situation)).update().replaceWithVoid();
    }

    @Override
    public Uni<Void> addRequest(Request request) {
        return Sql.of(ADD_REQUEST).with("dossier", request.dossierId()).with("office", request.officeId())
                .with("person", request.personId()).with("revision", request.revision())
                .with("situation", request.situationRevision()).with("on", request.on())
                .with("wish", Documents.write(request.wish())).update().replaceWithVoid();
    }

    @Override
    public Uni<Optional<Situation>> situation(UUID dossierId, int revision) {
        return Sql.of(SITUATION).with("dossier", dossierId).with("revision", revision)
                .first(row -> Documents.situation(row.text(0)));
    }

    @Override
    public Uni<List<Request>> requests(UUID dossierId) {
        return Sql.of(REQUESTS).with("dossier", dossierId).list(row -> request(dossierId, row));
    }

    private static Request request(UUID dossierId, Row row) {
        return new Request(dossierId, row.text(0), row.uuid(1), row.integer(2), row.integer(3),
                Documents.wish(row.text(5)), LocalDate.parse(row.text(4)));
    }

    @Override
    public Uni<Void> add(Assessment assessment) {
        return Panache.getSession().chain(session -> session.persist(AssessmentRow.of(assessment)));
    }

    @Override
    public Uni<Assessment> lockedNewest(String officeId, UUID dossierId) {
        return newest(officeId, dossierId, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Uni<Assessment> newest(String officeId, UUID dossierId) {
        return newest(officeId, dossierId, LockModeType.NONE);
    }

    private static Uni<Assessment> newest(String officeId, UUID dossierId, LockModeType lock) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(NEWEST, AssessmentRow.class)
                        .setParameter("dossier", dossierId).setParameter("office", officeId).setMaxResults(1)
                        .setLockMode(lock).getSingleResultOrNull())
                .map(row -> {
                    if (row == null) {
                        throw new ProblemException(Problems.NOT_FOUND);
                    }
                    return row.toAssessment();
                });
    }

    @Override
    public Uni<Boolean> exists(UUID dossierId, int revision) {
        return Sql.of(EXISTS).with("dossier", dossierId).with("revision", revision).first(row -> true)
                .map(Optional::isPresent);
    }

    @Override
    public Uni<Assessment> save(Assessment assessment) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery("from AssessmentRow where id = :id", AssessmentRow.class)
                        .setParameter("id", assessment.id()).getSingleResult().invoke(row -> row.take(assessment))
                        .call(session::flush))
                .map(AssessmentRow::toAssessment);
    }

    @Override
    public Uni<Void> addJudgement(Assessment assessment, String rule, String judgedBy, String grounds) {
        return Sql.of(ADD_JUDGEMENT).with("assessment", assessment.id()).with("office", assessment.officeId())
                .with("rule", rule).with("by", judgedBy).with("grounds", grounds).update().replaceWithVoid();
    }

    @Override
    public Uni<String> storedFingerprint(Assessment assessment) {
        return Sql.of(STORED_FINGERPRINT).with("id", assessment.id()).first(row -> row.text(0))
                .map(Optional::orElseThrow);
    }

    @Override
    public String fingerprint(Assessment assessment, Findings findings) {
        return Documents.fingerprint(assessment, findings);
    }

    @Override
    public Uni<List<Assessment>> newestOfScheme(String schemeId, int atMost) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(NEWEST_OF_SCHEME, AssessmentRow.class)
                        .setParameter("scheme", schemeId).setMaxResults(atMost).getResultList())
                .map(rows -> rows.stream().map(AssessmentRow::toAssessment).toList());
    }
}
