package fr.microcredit.intake.dossier.rest;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.difficulty.ReadDifficulty;
import fr.microcredit.intake.difficulty.ReadDifficulty.Seen;
import fr.microcredit.intake.difficulty.RecordStep;
import fr.microcredit.intake.difficulty.domain.Ladder.Kind;
import fr.microcredit.intake.difficulty.domain.Ladder.Outcome;
import fr.microcredit.intake.difficulty.domain.LadderRules;
import fr.microcredit.intake.dossier.ReadDossiers;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.tenancy.Roles;

/** What an office does about a loan in difficulty, step by step. */
@Path("/dossiers/{dossierId}/difficulty")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class DifficultyResource {
    private final Commands commands;
    private final Queries queries;
    private final RecordStep record;
    private final Answer<Seen> answer;

    DifficultyResource(Commands commands, Queries queries, RecordStep record, ReadDifficulty read,
            ReadDossiers dossiers) {
        this.commands = commands;
        this.queries = queries;
        this.record = record;
        this.answer = answer(read, dossiers);
    }

    /** How a command on a loan is answered; what is possible instead is that of its dossier. */
    static Answer<Seen> answer(ReadDifficulty read, ReadDossiers dossiers) {
        return Answer.of(read::one, DifficultyView::of).offeringFrom((actor, key) -> dossiers.changed(actor, key)
                .map(found -> found.map(Kept::state).map(DossierView::offered)));
    }

    /** What can be recorded by itself; requests have acts of their own. */
    public enum StepKind {
        CALL(Kind.CALL), VISIT(Kind.VISIT),
        /** The borrower was told that an instalment can be deferred. */
        DEFERRAL_INFORMATION(Kind.DEFERRAL_INFORMATION), RESCHEDULING_ASKED(Kind.RESCHEDULING_ASKED),
        /** To a deferral or a rescheduling. */
        BANK_ANSWER(Kind.BANK_ANSWER), NOTE(Kind.NOTE);

        private final Kind kind;

        StepKind(Kind kind) {
            this.kind = kind;
        }
    }

    /**
     * @param outcome     what came of it; of a note nothing does
     * @param note        of the agent; stays in the office
     * @param effectiveOn business date of the act, today where absent
     */
    public record StepForm(@NotNull StepKind kind, Outcome outcome,
            @Size(min = 1, max = LadderRules.NOTE_MAX) String note, LocalDate effectiveOn) {
    }

    @GET
    @Operation(summary = "A loan as its office sees to it: what is unpaid, what was done, and what is to be done next")
    @APIResponseSchema(value = DifficultyView.class, responseCode = "200")
    public Uni<Response> read(@PathParam("dossierId") UUID id) {
        return queries.one(answer, id.toString());
    }

    @POST
    @Path("/steps")
    @Operation(summary = "Writes down what was done about a missed instalment and what came of it")
    @APIResponseSchema(value = DifficultyView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"dossier-stage", "ladder-full"})
    public Uni<Response> step(@PathParam("dossierId") UUID id, @NotNull @Valid StepForm form) {
        return commands.keep("difficulty-step-recorded", form, answer,
                act -> record.handle(act.on(form.effectiveOn(), "/effectiveOn"), id, form.kind().kind,
                        Optional.ofNullable(form.outcome()), Optional.ofNullable(form.note())));
    }
}
