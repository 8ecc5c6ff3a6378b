package fr.microcredit.intake.dossier.rest;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

import fr.microcredit.intake.accompaniment.CorrectApplicant;
import fr.microcredit.intake.dossier.Dossier;
import fr.microcredit.intake.dossier.ReadDossiers;
import fr.microcredit.intake.request.AmendRequest;
import fr.microcredit.intake.request.domain.MissingItem;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.tenancy.Roles;

/** What the office changes of a request that it has handed in, until the commission has approved it or a bank has it. */
@Path("/dossiers/{dossierId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class AmendmentResource {
    private static final String DAY = "/effectiveOn";

    private final Commands commands;
    private final AmendRequest amend;
    private final CorrectApplicant correct;
    private final Answer<Dossier> answer;

    AmendmentResource(Commands commands, AmendRequest amend, CorrectApplicant correct, ReadDossiers read) {
        this.commands = commands;
        this.amend = amend;
        this.correct = correct;
        this.answer = DossierView.changed(read);
    }

    /** Why an office changes what it has handed in. */
    public enum Cause {
        CORRECTION, NEW_SITUATION, ADJOURNMENT;

        RequestEvent.Cause toCause() {
            return RequestEvent.Cause.valueOf(name());
        }
    }

    /** The whole dossier as it is to be, and why. */
    public record AmendmentForm(@NotNull Cause cause, @NotNull @Valid DossierForm.ApplicantForm applicant,
            @NotNull @Valid DossierForm.HouseholdForm household, @NotNull @Valid DossierForm.BudgetForm budget,
            @NotNull @Valid DossierForm.RequestForm request, @NotNull @Valid DossierForm.ConsentsForm consents,
            LocalDate effectiveOn) {
        DossierForm toForm() {
            return new DossierForm(applicant, household, budget, request, consents, effectiveOn);
        }
    }

    /** One of the assessment's alternatives, under which the rules are kept. */
    public record AlternativeForm(@NotNull @Min(1) @Max(DossierForm.AMOUNT_CENTS_MAX) Long amountCents,
            @NotNull @Min(1) @Max(DossierForm.MONTHS_MAX) Integer termMonths, LocalDate effectiveOn) {
    }

    @POST
    @Path("/amendments")
    @Operation(summary = "Changes a request that was handed in; it is assessed again")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("dossier-stage")
    public Uni<Response> amend(@PathParam("dossierId") UUID id, @NotNull @Valid AmendmentForm form) {
        DossierForm dossier = form.toForm();
        return commands.keep("dossier-amended", form, answer, act -> amend.handle(act.on(form.effectiveOn(), DAY), id,
                form.applicant().toApplicant(), dossier.toContent(), form.cause().toCause()));
    }

    /** The applicant as written down rightly. */
    public record CorrectionForm(@NotNull @Valid DossierForm.ApplicantForm applicant, LocalDate effectiveOn) {
    }

    @POST
    @Path("/applicant-correction")
    @Operation(summary = "Puts right who the applicant is and how to reach them, at any time; the bank is told")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("dossier-stage")
    public Uni<Response> correct(@PathParam("dossierId") UUID id, @NotNull @Valid CorrectionForm form) {
        return commands.keep("applicant-corrected", form, answer,
                act -> correct.handle(act.on(form.effectiveOn(), DAY), id, form.applicant().toApplicant()));
    }

    /** What the applicant still has to bring, each once. */
    public record ReturnForm(@NotEmpty @Size(max = 10) Set<@NotNull MissingItem> items, LocalDate effectiveOn) {
    }

    @POST
    @Path("/return")
    @Operation(summary = "Gives the request back to the applicant with what is missing; until it is there nobody decides")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("dossier-stage")
    public Uni<Response> giveBack(@PathParam("dossierId") UUID id, @NotNull @Valid ReturnForm form) {
        return commands.keep("items-asked", form, answer,
                act -> amend.giveBack(act.on(form.effectiveOn(), DAY), id, form.items()));
    }

    /** What has come of what was missing, each once. */
    public record ReceiptForm(@NotEmpty @Size(max = 10) Set<@NotNull MissingItem> items, LocalDate effectiveOn) {
    }

    @POST
    @Path("/receipts")
    @Operation(summary = "Ticks off what was missing; with the last the request goes on")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("dossier-stage")
    public Uni<Response> received(@PathParam("dossierId") UUID id, @NotNull @Valid ReceiptForm form) {
        return commands.keep("items-received", form, answer,
                act -> amend.received(act.on(form.effectiveOn(), DAY), id, form.items()));
    }

    @POST
    @Path("/alternative")
    @Operation(summary = "Takes another amount and term, such as the assessment proposes; it is assessed again")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("dossier-stage")
    public Uni<Response> alternative(@PathParam("dossierId") UUID id, @NotNull @Valid AlternativeForm form) {
        return commands.keep("dossier-amended", form, answer, act -> amend.resize(act.on(form.effectiveOn(), DAY), id,
                Money.ofCents(form.amountCents()), form.termMonths()));
    }
}
