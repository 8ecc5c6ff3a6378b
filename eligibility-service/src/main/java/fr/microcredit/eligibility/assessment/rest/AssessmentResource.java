package fr.microcredit.eligibility.assessment.rest;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.Assessments;
import fr.microcredit.eligibility.assessment.RuleOnAssessment;
import fr.microcredit.eligibility.assessment.RuleOnAssessment.Reasoned;
import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Outcome.Result;
import fr.microcredit.eligibility.assessment.wording.Sentences;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.problem.Languages;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.tenancy.Roles;

/** The assessments of an office's dossiers, and the acts a named person may take on them. */
@Path("/assessments/{dossierId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class AssessmentResource {
    private static final String RULE = "[a-z][a-z-]{0,59}";
    private static final String DAY = "/effectiveOn";

    private final Commands commands;
    private final Queries queries;
    private final Assessments assessments;
    private final RuleOnAssessment rule;
    private final HttpHeaders headers;

    AssessmentResource(Commands commands, Queries queries, Assessments assessments, RuleOnAssessment rule,
            @Context HttpHeaders headers) {
        this.commands = commands;
        this.queries = queries;
        this.assessments = assessments;
        this.rule = rule;
        this.headers = headers;
    }

    /** What a person says of a rule that no computation can decide. */
    public enum Judgement {
        PASS(Result.PASS), FAIL(Result.FAIL);

        private final Result result;

        Judgement(Result result) {
            this.result = result;
        }
    }

    /**
     * @param rule        one whose outcome is {@code needs-human}
     * @param grounds     why, in the agent's words; they stay in the office
     * @param effectiveOn business date, today where absent
     */
    public record JudgementForm(@NotNull @Pattern(regexp = RULE) String rule, @NotNull Judgement judgement,
            @NotBlank @Size(max = 2000) String grounds, LocalDate effectiveOn) {
    }

    /**
     * @param rule        one that fails and that the scheme lets a person set aside
     * @param reason      why, in the person's words; it stays in the office
     * @param effectiveOn business date, today where absent
     */
    public record OverrideForm(@NotNull @Pattern(regexp = RULE) String rule,
            @NotBlank @Size(max = 2000) String reason, LocalDate effectiveOn) {
    }

    /** @param effectiveOn business date, today where absent */
    public record ConfirmationForm(LocalDate effectiveOn) {
    }

    @GET
    @Operation(summary = "The newest assessment of a request with every outcome")
    @APIResponseSchema(value = AssessmentView.class, responseCode = "200")
    public Uni<Response> read(@PathParam("dossierId") UUID dossierId) {
        return queries.one(answer(), dossierId.toString());
    }

    @POST
    @Path("/judgements")
    @Operation(summary = "A named agent judges what no rule can decide")
    @APIResponseSchema(value = AssessmentView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("nothing-to-judge")
    public Uni<Response> judge(@PathParam("dossierId") UUID dossierId, @NotNull @Valid JudgementForm form) {
        return act("rule-judged", form, form.effectiveOn(), dossierId,
                act -> rule.judge(act, dossierId, form.judgement().result,
                        new Reasoned(form.rule(), form.grounds())));
    }

    /** Only a manager sets a rule aside, and only one the scheme names. */
    @POST
    @Path("/overrides")
    @RolesAllowed(Roles.OFFICE_MANAGER)
    @Operation(summary = "A manager sets aside a failing rule where the scheme allows it")
    @APIResponseSchema(value = AssessmentView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("nothing-to-override")
    public Uni<Response> override(@PathParam("dossierId") UUID dossierId, @NotNull @Valid OverrideForm form) {
        return act("rule-overridden", form, form.effectiveOn(), dossierId,
                act -> rule.override(act, dossierId, new Reasoned(form.rule(), form.reason())));
    }

    @POST
    @Path("/confirmation")
    @Operation(summary = "A named agent confirms that a request is not eligible")
    @APIResponseSchema(value = AssessmentView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("nothing-to-confirm")
    public Uni<Response> confirm(@PathParam("dossierId") UUID dossierId, @NotNull @Valid ConfirmationForm form) {
        return act("ineligibility-confirmed", form, form.effectiveOn(), dossierId,
                act -> rule.confirm(act, dossierId));
    }

    private Uni<Response> act(String name, Object form, LocalDate day, UUID dossierId,
            Function<Act, Uni<Kept<Assessment>>> work) {
        return commands.run(name, form, answer(),
                act -> work.apply(act.on(day, DAY)).map(kept -> dossierId.toString()));
    }

    /** By its dossier: always the newest version of the request. */
    private Answer<Assessment> answer() {
        Sentences words = Sentences.in(Languages.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
        return Answer.<Assessment>of(this::newest, assessment -> AssessmentView.of(assessment, words))
                .offeringFrom((actor, key) -> rule.possible(actor, key)
                        .map(found -> found.map(acts -> acts.stream().map(Codes::of).toList())));
    }

    private Uni<Optional<Kept<Assessment>>> newest(Actor actor, String dossierId) {
        return assessments.newest(UUID.fromString(dossierId))
                .map(found -> found.filter(kept -> kept.state().tenant().equals(actor.tenantId())));
    }
}
