package fr.microcredit.intake.dossier.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import fr.microcredit.intake.dossier.domain.Applicant;
import fr.microcredit.intake.dossier.domain.Budget;
import fr.microcredit.intake.dossier.domain.Consents;
import fr.microcredit.intake.dossier.domain.Dossier;
import fr.microcredit.intake.dossier.domain.Household;
import fr.microcredit.intake.dossier.domain.LoanRequest;

/**
 * A dossier as its office sees it.
 *
 * @param stage     how far it has come, in kebab case
 * @param revision  of the request; 0 in the draft
 * @param applicant left out in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DossierView(UUID dossierId, UUID personId, String stage, int revision, LocalDate openedOn,
        DossierForm.ApplicantForm applicant, DossierForm.HouseholdForm household, DossierForm.BudgetForm budget,
        DossierForm.RequestForm request, DossierForm.ConsentsForm consents) {

    static DossierView whole(Dossier dossier, Applicant applicant) {
        return new DossierView(dossier.id(), dossier.personId(), dossier.stage().code(), dossier.revision(),
                dossier.openedOn(), applicant(applicant),
                dossier.content().household().map(DossierView::household).orElse(null),
                dossier.content().budget().map(DossierView::budget).orElse(null),
                dossier.content().request().map(DossierView::request).orElse(null),
                consents(dossier.content().consents()));
    }

    static DossierView item(Dossier dossier) {
        return new DossierView(dossier.id(), dossier.personId(), dossier.stage().code(), dossier.revision(),
                dossier.openedOn(), null, null, null,
                dossier.content().request().map(DossierView::request).orElse(null),
                null);
    }

    private static DossierForm.ApplicantForm applicant(Applicant who) {
        return new DossierForm.ApplicantForm(who.familyName(), who.givenNames(), who.birthDate(), who.street(),
                who.postalCode(), who.city(), who.phone().orElse(null), who.email().orElse(null));
    }

    private static DossierForm.HouseholdForm household(Household household) {
        return new DossierForm.HouseholdForm(household.commune(), household.adults(), household.childBirthDates(),
                household.residentSince().orElse(null));
    }

    private static DossierForm.BudgetForm budget(Budget budget) {
        return new DossierForm.BudgetForm(lines(budget.resources()), lines(budget.charges()),
                budget.loans().stream()
                        .map(loan -> new DossierForm.LoanForm(loan.monthly().cents(), loan.outstanding().cents()))
                        .toList(),
                budget.overIndebted());
    }

    private static List<DossierForm.LineForm> lines(List<Budget.Line> lines) {
        return lines.stream().map(line -> new DossierForm.LineForm(line.kind(), line.monthly().cents())).toList();
    }

    private static DossierForm.RequestForm request(LoanRequest asked) {
        return new DossierForm.RequestForm(asked.schemeId(), asked.bankId(), asked.purpose().code(), asked.project(),
                asked.ground().code(), asked.amount().cents(), asked.months());
    }

    private static DossierForm.ConsentsForm consents(Consents consents) {
        return new DossierForm.ConsentsForm(consents.transmission().orElse(null),
                consents.incidentReports().orElse(null));
    }
}
