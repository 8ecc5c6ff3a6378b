package fr.microcredit.intake.dossier.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/** What intake writes on its topics; the schemas stand in {@code contracts/schemas}. */
final class DossierWire {
    private DossierWire() {
    }

    record Opened(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn) {
    }

    record Submitted(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, int revision,
            int situationRevision, String schemeId, String bankId, String purpose, String ground, long amountCents,
            int termMonths, Bands bands) {
    }

    record Bands(String age, String income, String household) {
    }

    record Amended(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, int revision,
            int situationRevision, String schemeId, String bankId, String purpose, String ground, long amountCents,
            int termMonths, String cause) {
    }

    record Transmitted(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn,
            int revision,
            String purpose, JsonNode terms) {
    }

    record Withdrawn(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, String reason) {
    }

    record Closed(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, String outcome) {
    }

    record Situation(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, int revision,
            String commune,
            int personsFrom14, int personsUnder14, boolean loneParent, long resourcesCents, long chargesCents,
            long loanInstalmentsCents, long existingDebtCents, boolean overIndebted,
            Optional<Integer> residenceMonths) {
    }

    record Identity(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn,
            Person applicant, DeclaredForm declaredForm, LocalDate consentGivenOn) {
    }

    record Person(String familyName, String givenNames, LocalDate birthDate, String street, String postalCode,
            String city, Optional<String> phone, Optional<String> email) {
    }

    record DeclaredForm(List<Line> resources, List<Line> charges, List<Loan> loans) {
    }

    record Line(String kind, long monthlyCents) {
    }

    record Loan(long monthlyCents, long outstandingCents) {
    }
}
