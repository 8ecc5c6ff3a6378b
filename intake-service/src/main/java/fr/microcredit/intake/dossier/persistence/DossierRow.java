package fr.microcredit.intake.dossier.persistence;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import fr.microcredit.intake.dossier.domain.Dossier;
import fr.microcredit.intake.dossier.domain.Stage;

/** A dossier as it is stored: what is searched in columns, what the office wrote as a document. */
@Entity
@Table(name = "dossier")
class DossierRow {
    @Id
    UUID id;
    @Column(name = "office_id")
    String officeId;
    @Column(name = "person_id")
    UUID personId;
    @Enumerated(EnumType.STRING)
    Stage stage;
    int revision;
    @Column(name = "situation_revision")
    int situationRevision;
    @Column(name = "opened_on")
    LocalDate openedOn;
    boolean approved;
    String content;
    String terms;
    @Version
    long version;

    static DossierRow of(Dossier dossier) {
        DossierRow row = new DossierRow();
        row.id = dossier.id();
        row.officeId = dossier.officeId();
        row.openedOn = dossier.openedOn();
        row.take(dossier);
        return row;
    }

    void take(Dossier dossier) {
        personId = dossier.personId();
        stage = dossier.stage();
        revision = dossier.revision();
        situationRevision = dossier.situationRevision();
        approved = dossier.approved();
        content = ContentDocument.write(dossier.content());
        terms = dossier.terms().orElse(null);
    }

    Dossier toDossier() {
        return new Dossier(id, officeId, personId, stage, revision, situationRevision, openedOn, approved,
                ContentDocument.read(content), Optional.ofNullable(terms), version);
    }
}
