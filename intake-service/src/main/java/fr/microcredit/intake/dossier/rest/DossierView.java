package fr.microcredit.intake.dossier.rest;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.dossier.ReadDossiers.Dossier;
import fr.microcredit.intake.request.domain.Budget;
import fr.microcredit.intake.request.domain.Consents;
import fr.microcredit.intake.request.domain.Content;
import fr.microcredit.intake.request.domain.Household;
import fr.microcredit.intake.request.domain.LoanRequest;

/**
 * A dossier as its office sees it; amounts in cents.
 *
 * @param stage     how far it has come
 * @param revision  of the request; 0 in the draft
 * @param applicant left out in lists, as household, budget and consents are
 */
public record DossierView(UUID dossierId, UUID personId, String stage, int revision, LocalDate openedOn,
        Optional<Applicant> applicant, Optional<Household> household, Optional<Budget> budget,
        Optional<LoanRequest> request, Optional<Consents> consents) {
    static DossierView whole(Dossier dossier) {
        Content content = dossier.request().content();
        return of(dossier, dossier.applicant(), content.household(), content.budget(),
                Optional.of(content.consents()));
    }

    static DossierView item(Dossier dossier) {
        return of(dossier, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static DossierView of(Dossier dossier, Optional<Applicant> applicant, Optional<Household> household,
            Optional<Budget> budget, Optional<Consents> consents) {
        return new DossierView(dossier.request().dossierId(), dossier.request().about().personId(), dossier.status(),
                dossier.request().revision(), dossier.request().openedOn(), applicant, household, budget,
                dossier.request().content().request(), consents);
    }
}
