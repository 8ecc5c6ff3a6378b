package fr.microcredit.intake.dossier.rest;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.intake.accompaniment.domain.AccompanimentRules;
import fr.microcredit.intake.accompaniment.domain.BankProposal;
import fr.microcredit.intake.accompaniment.domain.PossibleActs;
import fr.microcredit.intake.accompaniment.domain.ProposalRules;
import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.dossier.Dossier;
import fr.microcredit.intake.dossier.ReadDossiers;
import fr.microcredit.intake.request.FrozenTerms;
import fr.microcredit.intake.request.domain.Approval;
import fr.microcredit.intake.request.domain.Budget;
import fr.microcredit.intake.request.domain.Consents;
import fr.microcredit.intake.request.domain.Content;
import fr.microcredit.intake.request.domain.Household;
import fr.microcredit.intake.request.domain.LoanRequest;
import fr.microcredit.intake.request.domain.MissingItem;
import fr.microcredit.intake.request.domain.Registration;
import fr.microcredit.intake.request.domain.RequestEvent.WithdrawalReason;
import fr.microcredit.intake.request.domain.RequestRules.Sending;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Answer;

/**
 * A dossier as its office sees it; amounts in cents.
 *
 * @param fileNumber people call it by, such as {@code DIJ-2026-0042}
 * @param stage     how far it has come
 * @param agent     to whom it is entrusted; the office's agents are listed by name
 * @param submittedOn business date on which it was handed in
 * @param revision  of the request; 0 in the draft
 * @param lastOn    business date of the newest step of the request: since then it waits
 * @param name      whom it is for; left out where the person was erased
 * @param applicant left out in lists, as household, budget and consents are
 * @param missing   what the commission has adjourned it for, or the office has given it back for, and is not there yet
 * @param conditions the commission has approved it under
 * @param fulfilled those of them that were ticked off, by whom and when
 * @param possible  what the office can do as it stands, each named as its address is
 * @param proposal  of the bank, how it would go on without the guarantee or subsidy it has asked for; the office answers
 * @param openElsewhereSince month ({@code 2026-03}) since which another office has an open request of the same person, as
 *                  it was known when this one was handed in; left out where none was known, and before
 * @param withdrawal asked of the bank, which has not answered yet
 */
public record DossierView(UUID dossierId, String fileNumber, UUID personId, String stage, int revision, String agent,
        LocalDate openedOn, Optional<LocalDate> submittedOn, LocalDate lastOn, Optional<NameView> name,
        Optional<Applicant> applicant, Optional<Household> household,
        Optional<Budget> budget,
        Optional<LoanRequest> request, Optional<Consents> consents, List<MissingItem> missing,
        List<Approval.Condition> conditions, List<Approval.Fulfilled> fulfilled, List<PossibleActs.Act> possible,
        Optional<BankProposal> proposal,
        Optional<WithdrawalView> withdrawal, Optional<String> openElsewhereSince) {
    /** Whom a dossier is for, as the desk calls them in. */
    public record NameView(String familyName, String givenNames) {
    }

    /** Why and since when a bank is asked to end a request. */
    public record WithdrawalView(WithdrawalReason reason, LocalDate askedOn) {
    }

    static DossierView whole(Dossier dossier) {
        Content content = dossier.request().content();
        return of(dossier, dossier.applicant(), content.household(), content.budget(),
                Optional.of(content.consents()));
    }

    static DossierView item(Dossier dossier) {
        return of(dossier, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** How a command on a dossier is answered, and what can be done instead where it is refused. */
    static Answer<Dossier> changed(ReadDossiers read) {
        return Answer.of(read::changed, DossierView::whole).offering(DossierView::offered);
    }

    /** Each named as its address is. */
    static List<String> offered(Dossier dossier) {
        return possible(dossier).stream().map(Codes::of).toList();
    }

    private static List<PossibleActs.Act> possible(Dossier dossier) {
        return PossibleActs.of(dossier.request(), dossier.accompaniment(), dossier.loan(),
                new Sending(FrozenTerms.commissionRequired(dossier.request()), !dossier.bankGone()),
                FrozenTerms.meetingRequired(dossier.request()));
    }

    private static DossierView of(Dossier dossier, Optional<Applicant> applicant, Optional<Household> household,
            Optional<Budget> budget, Optional<Consents> consents) {
        Registration registration = dossier.request().registration();
        return new DossierView(dossier.request().dossierId(), registration.number().text(),
                dossier.request().about().personId(), dossier.status(), dossier.request().revision(),
                registration.agent(), dossier.request().openedOn(), registration.submittedOn(),
                dossier.request().lastOn(),
                dossier.applicant().map(who -> new NameView(who.familyName(), who.givenNames())), applicant, household,
                budget,
                dossier.request().content().request(), consents, dossier.request().missing(),
                dossier.request().approval().map(Approval::conditions).orElse(List.of()),
                dossier.request().approval().map(Approval::fulfilled).orElse(List.of()),
                possible(dossier),
                ProposalRules.answerable(dossier.request(), dossier.accompaniment()),
                dossier.request().withdrawal().filter(asked -> !dossier.request().stage().isFinal()
                        && AccompanimentRules.bankHas(dossier.request(), dossier.accompaniment()))
                        .map(asked -> new WithdrawalView(asked.reason(), asked.askedOn())),
                registration.openElsewhereSince().map(YearMonth::toString));
    }
}
