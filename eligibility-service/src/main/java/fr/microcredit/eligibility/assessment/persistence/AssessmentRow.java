package fr.microcredit.eligibility.assessment.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Basis;
import fr.microcredit.eligibility.assessment.domain.Findings;

/** An assessment as it is stored: wish and outcomes as documents, since they are read whole. */
@Entity
@Table(name = "assessment")
class AssessmentRow {
    @Id
    UUID id;
    @Column(name = "dossier_id")
    UUID dossierId;
    @Column(name = "office_id")
    String officeId;
    @Column(name = "person_id")
    UUID personId;
    int revision;
    @Column(name = "assessed_on")
    LocalDate assessedOn;
    @Column(name = "scheme_id")
    String schemeId;
    @Column(name = "scheme_version")
    String schemeVersion;
    String wish;
    String basis;
    String automatic;
    @Column(name = "result_sha256")
    String resultSha256;
    String outcomes;
    String verdict;
    boolean confirmed;
    @Version
    long version;

    static AssessmentRow of(Assessment assessment) {
        AssessmentRow row = new AssessmentRow();
        row.id = assessment.id();
        row.dossierId = assessment.dossierId();
        row.officeId = assessment.officeId();
        row.personId = assessment.personId();
        row.revision = assessment.revision();
        row.assessedOn = assessment.on();
        row.schemeId = assessment.wish().schemeId();
        row.schemeVersion = assessment.basis().schemeVersion();
        row.wish = Documents.write(assessment.wish());
        row.basis = Documents.write(assessment.basis());
        row.automatic = Documents.write(assessment.automatic());
        row.resultSha256 = Documents.fingerprint(assessment, assessment.automatic());
        row.take(assessment);
        return row;
    }

    void take(Assessment assessment) {
        outcomes = Documents.write(assessment.outcomes());
        verdict = assessment.verdict().code();
        confirmed = assessment.confirmed();
    }

    Assessment toAssessment() {
        return new Assessment(id, dossierId, officeId, personId, revision, assessedOn, Documents.wish(wish),
                basis == null ? earlierBasis() : Documents.basis(basis), earlierOr(automatic),
                Documents.outcomes(outcomes), confirmed, version);
    }

    /** Rows written before bases were kept. */
    private Basis earlierBasis() {
        return new Basis(schemeVersion, assessedOn, 0, "", 0, 0);
    }

    private Findings earlierOr(String document) {
        return document == null
                ? new Findings(Documents.outcomes(outcomes), List.of())
                : Documents.findings(document);
    }
}
