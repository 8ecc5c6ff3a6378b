package fr.microcredit.intake.applicant.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who asks. It is stored apart from the dossier so that it can be erased, and leaves the office for one bank only, under
 * consent. The social-security number is never asked for.
 */
public record Applicant(String familyName, String givenNames, LocalDate birthDate, String street, String postalCode,
        String city, Optional<String> phone, Optional<String> email) {
}
