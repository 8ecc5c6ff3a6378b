package fr.microcredit.intake.dossier.rest;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.accompaniment.AnswerProposal;
import fr.microcredit.intake.accompaniment.AskAnotherBank;
import fr.microcredit.intake.accompaniment.EndDossier;
import fr.microcredit.intake.accompaniment.domain.AnotherBankRules.Proposal;
import fr.microcredit.intake.dossier.Dossier;
import fr.microcredit.intake.dossier.ReadDossiers;
import fr.microcredit.intake.request.domain.Funding.SubsidyPayer;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.tenancy.Roles;

/** What an office does where its bank does not simply lend: another bank, other terms, or the end. */
@Path("/dossiers/{dossierId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class OutcomeResource {
    private static final String DAY = "/effectiveOn";

    private final Commands commands;
    private final AskAnotherBank askAnotherBank;
    private final AnswerProposal answerProposal;
    private final EndDossier end;
    private final Answer<Dossier> answer;

    OutcomeResource(Commands commands, AskAnotherBank askAnotherBank, AnswerProposal answerProposal, EndDossier end,
            ReadDossiers read) {
        this.commands = commands;
        this.askAnotherBank = askAnotherBank;
        this.answerProposal = answerProposal;
        this.end = end;
        this.answer = DossierView.changed(read);
    }

    /**
     * @param bankId         with a live convention under the scheme; none that has refused
     * @param consentGivenOn day on which the applicant agreed to this bank: from the refusal of the last one on, or after its
     *                       last day where it has left
     * @param effectiveOn    business date of the act, today where absent
     */
    public record AnotherBankForm(@NotNull @Pattern(regexp = DossierForm.CODE) String bankId,
            @NotNull LocalDate consentGivenOn, LocalDate effectiveOn) {
        Proposal toProposal() {
            return new Proposal(bankId, consentGivenOn);
        }
    }

    /** How a dossier ends by an agent's word. */
    public enum Ending {
        /** Its bank has refused it, and the applicant asks no other one. */
        REFUSED_BY_BANK,
        /** Nobody has heard of the applicant for ninety days. */
        ABANDONED
    }

    /** @param effectiveOn business date of the act, today where absent */
    public record ClosureForm(@NotNull Ending outcome, LocalDate effectiveOn) {
    }

    @POST
    @Path("/another-bank")
    @Operation(summary = "Proposes another bank after a final refusal, or where the bank has left before it had the request, under a new consent; it is assessed and sent")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"dossier-stage", "approval-expired", "withdrawal-pending"})
    public Uni<Response> anotherBank(@PathParam("dossierId") UUID id, @NotNull @Valid AnotherBankForm form) {
        return commands.keep("bank-proposed", form, answer,
                act -> askAnotherBank.handle(act.on(form.effectiveOn(), DAY), id, form.toProposal()));
    }

    /**
     * @param subsidyPaidBy who bears the difference of the two rates; {@code envelope} also where the scheme has no subsidy
     * @param effectiveOn   business date of the act, today where absent
     */
    public record AgreementForm(@NotNull SubsidyPayer subsidyPaidBy, LocalDate effectiveOn) {
    }

    @POST
    @Path("/proposal-agreement")
    @Operation(summary = "Agrees to how the bank would go on without guarantee or subsidy; it is assessed and sent again")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"dossier-stage", "withdrawal-pending", "convention-requires-guarantee", "convention-requires-subsidy"})
    public Uni<Response> agree(@PathParam("dossierId") UUID id, @NotNull @Valid AgreementForm form) {
        return commands.keep("proposal-agreed", form, answer,
                act -> answerProposal.agree(act.on(form.effectiveOn(), DAY), id, form.subsidyPaidBy()));
    }

    @POST
    @Path("/proposal-refusal")
    @Operation(summary = "Does not agree to how the bank would go on: the bank decides again on what it has")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"dossier-stage", "withdrawal-pending"})
    public Uni<Response> refuse(@PathParam("dossierId") UUID id, @NotNull @Valid DossierResource.DayForm form) {
        return commands.keep("proposal-refused", form, answer,
                act -> answerProposal.decline(act.on(form.effectiveOn(), DAY), id));
    }

    @POST
    @Path("/closure")
    @Operation(summary = "Ends a dossier without a loan: no other bank is asked, or nobody hears of the applicant")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("dossier-stage")
    public Uni<Response> close(@PathParam("dossierId") UUID id, @NotNull @Valid ClosureForm form) {
        return commands.keep("dossier-closed", form, answer, act -> {
            act.on(form.effectiveOn(), DAY).noting("outcome", Codes.of(form.outcome()));
            return form.outcome() == Ending.ABANDONED ? end.abandoned(act, id) : end.notLent(act, id);
        });
    }
}
