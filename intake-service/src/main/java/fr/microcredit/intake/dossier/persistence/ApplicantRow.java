package fr.microcredit.intake.dossier.persistence;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import fr.microcredit.intake.dossier.domain.Applicant;

/** Who asks, in a row of its own that can be erased. */
@Entity
@Table(name = "applicant")
class ApplicantRow {
    @Id
    @Column(name = "dossier_id")
    UUID dossierId;
    @Column(name = "office_id")
    String officeId;
    @Column(name = "family_name")
    String familyName;
    @Column(name = "given_names")
    String givenNames;
    @Column(name = "birth_date")
    LocalDate birthDate;
    String street;
    @Column(name = "postal_code")
    String postalCode;
    String city;
    String phone;
    String email;

    static ApplicantRow of(UUID dossierId, String officeId, Applicant applicant) {
        ApplicantRow row = new ApplicantRow();
        row.dossierId = dossierId;
        row.officeId = officeId;
        row.take(applicant);
        return row;
    }

    void take(Applicant applicant) {
        familyName = applicant.familyName();
        givenNames = applicant.givenNames();
        birthDate = applicant.birthDate();
        street = applicant.street();
        postalCode = applicant.postalCode();
        city = applicant.city();
        phone = applicant.phone().orElse(null);
        email = applicant.email().orElse(null);
    }

    Applicant toApplicant() {
        return new Applicant(familyName, givenNames, birthDate, street, postalCode, city, Optional.ofNullable(phone),
                Optional.ofNullable(email));
    }
}
