package fr.microcredit.intake.request.domain;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.kit.money.Money;

/** What the office has written down; sections may be missing until the dossier is submitted. */
public record Content(Optional<Household> household, Optional<Budget> budget, Optional<LoanRequest> request,
        Consents consents) {
    /** With another amount over another term, where something is asked for. */
    public Content resized(Money amount, int termMonths) {
        return request.map(asked -> withRequest(asked.changedTo(amount, termMonths))).orElse(this);
    }

    /** For another bank, to which the applicant agrees on a day. */
    public Content forBank(String bankId, LocalDate consentGivenOn) {
        return new Content(household, budget, request.map(asked -> asked.of(bankId)),
                new Consents(Optional.of(consentGivenOn), consents.incidentReports()));
    }

    /** INSEE code of the household's, once it was written down. */
    public Optional<String> commune() {
        return household.map(Household::commune);
    }

    Content withRequest(LoanRequest changed) {
        return new Content(household, budget, Optional.of(changed), consents);
    }
}
