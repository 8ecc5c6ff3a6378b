package fr.microcredit.intake.dossier.rest;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

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
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DossierView(UUID dossierId, UUID personId, String stage, int revision, LocalDate openedOn,
        Applicant applicant, Household household, Budget budget, LoanRequest request, Consents consents) {
    static DossierView whole(Dossier dossier) {
        Content content = dossier.request().content();
        return of(dossier, dossier.applicant().orElse(null), content.household().orElse(null),
                content.budget().orElse(null), content.consents());
    }

    static DossierView item(Dossier dossier) {
        return of(dossier, null, null, null, null);
    }

    private static DossierView of(Dossier dossier, Applicant applicant, Household household, Budget budget,
            Consents consents) {
        return new DossierView(dossier.request().dossierId(), dossier.request().about().personId(), dossier.status(),
                dossier.request().revision(), dossier.request().openedOn(), applicant, household, budget,
                dossier.request().content().request().orElse(null), consents);
    }
}
