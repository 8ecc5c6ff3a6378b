package fr.microcredit.eligibility.assessment.rest;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.ConfirmIneligibility;
import fr.microcredit.eligibility.assessment.JudgeRule;
import fr.microcredit.eligibility.assessment.OverrideRule;
import fr.microcredit.eligibility.assessment.ReadAssessment;
import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Outcome.Result;
import fr.microcredit.eligibility.assessment.wording.Sentences;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Reply;
import fr.microcredit.kit.problem.Languages;
import fr.microcredit.kit.tenancy.Roles;

/** The assessments of an office's dossiers, and the acts a named person may take on them. */
@Path("/assessments")
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class AssessmentResource {
    private final Commands commands;
    private final Queries queries;
    private final ReadAssessment read;
    private final JudgeRule judge;
    private final OverrideRule override;
    private final ConfirmIneligibility confirm;
    private final HttpHeaders headers;

    AssessmentResource(Commands commands, Queries queries, ReadAssessment read, JudgeRule judge,
            OverrideRule override, ConfirmIneligibility confirm, @Context HttpHeaders headers) {
        this.commands = commands;
        this.queries = queries;
        this.read = read;
        this.judge = judge;
        this.override = override;
        this.confirm = confirm;
        this.headers = headers;
    }

    /**
     * @param rule        one whose outcome is {@code needs-human}
     * @param grounds     why, in the agent's words; they stay in the office
     * @param effectiveOn business date, today where absent
     */
    public record Judgement(@NotNull @Pattern(regexp = "[a-z][a-z-]{0,59}") String rule,
            @NotNull @Pattern(regexp = "pass|fail") String judgement, @NotBlank @Size(max = 2000) String grounds,
            LocalDate effectiveOn) {
    }

    /**
     * @param rule        one that fails and that the scheme lets a person set aside
     * @param reason      why, in the person's words; it stays in the office
     * @param effectiveOn business date, today where absent
     */
    public record Override(@NotNull @Pattern(regexp = "[a-z][a-z-]{0,59}") String rule,
            @NotBlank @Size(max = 2000) String reason, LocalDate effectiveOn) {
    }

    /** @param effectiveOn business date, today where absent */
    public record Confirmation(LocalDate effectiveOn) {
    }

    @GET
    @Path("/{dossierId}")
    public Uni<Response> read(@PathParam("dossierId") UUID dossierId) {
        return queries.reply(actor -> read.newest(actor, dossierId).map(this::reply));
    }

    @POST
    @Path("/{dossierId}/judgements")
    public Uni<Response> judge(@PathParam("dossierId") UUID dossierId, @NotNull @Valid Judgement act) {
        return commands.run(act, command -> judge
                .handle(command.actor(), new JudgeRule.Command(dossierId, command.expectedVersion(), act.rule(),
                        act.judgement().equals("pass") ? Result.PASS : Result.FAIL, act.grounds(), act.effectiveOn()))
                .map(this::reply));
    }

    /** Only a manager sets a rule aside, and only one the scheme names. */
    @POST
    @Path("/{dossierId}/overrides")
    @RolesAllowed(Roles.OFFICE_MANAGER)
    public Uni<Response> override(@PathParam("dossierId") UUID dossierId, @NotNull @Valid Override act) {
        return commands.run(act, command -> override
                .handle(command.actor(), new OverrideRule.Command(dossierId, command.expectedVersion(), act.rule(),
                        act.reason(), act.effectiveOn()))
                .map(this::reply));
    }

    @POST
    @Path("/{dossierId}/confirmation")
    public Uni<Response> confirm(@PathParam("dossierId") UUID dossierId, @NotNull @Valid Confirmation act) {
        return commands.run(act,
                command -> confirm
                        .handle(command.actor(),
                                new ConfirmIneligibility.Command(dossierId, command.expectedVersion(),
                                        act.effectiveOn()))
                        .map(this::reply));
    }

    private Reply reply(Assessment assessment) {
        return Reply.ok(AssessmentView.of(assessment, words())).withVersion(assessment.state());
    }

    private Sentences words() {
        return Sentences.in(Languages.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }
}
