package fr.microcredit.intake.dossier.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.difficulty.AskDeferral;
import fr.microcredit.intake.difficulty.AskSupport;
import fr.microcredit.intake.difficulty.FollowProcedure;
import fr.microcredit.intake.difficulty.ReadDifficulty;
import fr.microcredit.intake.difficulty.ReadDifficulty.Seen;
import fr.microcredit.intake.difficulty.domain.Ladder.Procedure;
import fr.microcredit.intake.difficulty.domain.Ladder.Stage;
import fr.microcredit.intake.difficulty.domain.Ladder.Support;
import fr.microcredit.intake.difficulty.domain.LadderRules;
import fr.microcredit.intake.dossier.ReadDossiers;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.tenancy.Roles;

/** What an office asks of bank and support commission for a loan that runs, and how a procedure of over-indebtedness goes on. */
@Path("/dossiers/{dossierId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class LoanRequestResource {
    private static final String DAY = "/effectiveOn";
    private static final int INSTALMENTS_MAX = 24;
    private static final int NUMBER_MAX = 600;

    private final Commands commands;
    private final Queries queries;
    private final AskDeferral askDeferral;
    private final AskSupport askSupport;
    private final FollowProcedure follow;
    private final ReadDifficulty read;
    private final Answer<Seen> answer;

    LoanRequestResource(Commands commands, Queries queries, AskDeferral askDeferral, AskSupport askSupport,
            FollowProcedure follow, ReadDifficulty read, ReadDossiers dossiers) {
        this.commands = commands;
        this.queries = queries;
        this.askDeferral = askDeferral;
        this.askSupport = askSupport;
        this.follow = follow;
        this.read = read;
        this.answer = DifficultyResource.answer(read, dossiers);
    }

    /** @param months that are to be put off; the bank's convention may allow less at once */
    public record DeferralForm(@NotNull @Min(1) @Max(LadderRules.DEFERRAL_MONTHS_MAX) Integer months,
            LocalDate effectiveOn) {
    }

    @POST
    @Path("/deferral-request")
    @Operation(summary = "Asks the bank to put instalments off: one that is missed, or one that can not be paid when due")
    @APIResponseSchema(value = DifficultyView.class, responseCode = "200")
    @Refuses({"dossier-stage", "deferral-pending"})
    public Uni<Response> deferral(@PathParam("dossierId") UUID id, @NotNull @Valid DeferralForm form) {
        return commands.keep("deferral-asked", form, answer,
                act -> askDeferral.handle(act.on(form.effectiveOn(), DAY), id, form.months()));
    }

    /**
     * @param instalments that are to be paid, by number, each once
     * @param report      for the support commission: no name; stays in the office
     */
    public record SupportForm(
            @NotEmpty @Size(max = INSTALMENTS_MAX) Set<@NotNull @Min(1) @Max(NUMBER_MAX) Integer> instalments,
            @NotBlank @Size(max = LadderRules.REPORT_MAX) String report, LocalDate effectiveOn) {
    }

    @POST
    @Path("/support-request")
    @Operation(summary = "Asks the support commission to pay instalments in the borrower's place")
    @APIResponseSchema(value = DifficultyView.class, responseCode = "200")
    @Refuses("dossier-stage")
    public Uni<Response> support(@PathParam("dossierId") UUID id, @NotNull @Valid SupportForm form) {
        return commands.keep("support-asked", form, answer, act -> askSupport
                .handle(act.on(form.effectiveOn(), DAY), id, form.instalments(), form.report()));
    }

    @GET
    @Path("/support-requests")
    @RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER, Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT})
    @Operation(summary = "What the support commission was asked for, newest first, with the office's report")
    public Uni<List<Support>> supportRequests(@PathParam("dossierId") UUID id) {
        return queries.run(actor -> read.one(actor, id.toString())).map(found -> DifficultyView.newestFirst(found
                .orElseThrow(RefusedException::unknown).state().loan()
                .map(loan -> loan.ladder().support()).orElse(List.of())));
    }

    /**
     * @param step of the procedure
     * @param on   day of the filing, or of the commission's decision
     */
    public record ProcedureForm(@NotNull Stage step, @NotNull LocalDate on, LocalDate effectiveOn) {
        /** The audit chain tells a filing from no other step (Code de la consommation, L721-3). */
        private String named() {
            return step == Stage.ADMISSIBLE ? "over-indebtedness-admitted" : "difficulty-step-recorded";
        }
    }

    @POST
    @Path("/over-indebtedness")
    @Operation(summary = "Follows a procedure of over-indebtedness: a filing stays in the office, admissible stops payments")
    @APIResponseSchema(value = DifficultyView.class, responseCode = "200")
    @Refuses({"dossier-stage", "procedure-step"})
    public Uni<Response> overIndebtedness(@PathParam("dossierId") UUID id, @NotNull @Valid ProcedureForm form) {
        return commands.keep(form.named(), form, answer, act -> follow.handle(act.on(form.effectiveOn(), DAY), id,
                new Procedure(form.step(), form.on())));
    }
}
