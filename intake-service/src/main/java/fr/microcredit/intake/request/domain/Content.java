package fr.microcredit.intake.request.domain;

import java.util.Optional;

/** What the office has written down; sections may be missing until the dossier is submitted. */
public record Content(Optional<Household> household, Optional<Budget> budget, Optional<LoanRequest> request,
        Consents consents) {
    Content withRequest(LoanRequest changed) {
        return new Content(household, budget, Optional.of(changed), consents);
    }
}
