package fr.microcredit.intake.agent.rest;

import java.time.LocalDate;
import java.util.List;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.agent.ArrangeAbsence;
import fr.microcredit.intake.agent.ArrangeAbsence.Wanted;
import fr.microcredit.intake.agent.domain.Absence;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.tenancy.Roles;

/** Who of the own office is away, and who takes care of their dossiers meanwhile. */
@Path("/absences")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class AbsenceResource {
    private static final String DAY = "/effectiveOn";

    private final Commands commands;
    private final Queries queries;
    private final ArrangeAbsence arrange;
    private final Answer<Absence> answer;

    AbsenceResource(Commands commands, Queries queries, ArrangeAbsence arrange) {
        this.commands = commands;
        this.queries = queries;
        this.arrange = arrange;
        this.answer = Answer.of(arrange::one, AbsenceView::of);
    }

    /**
     * @param agent      who is away; whoever sends this where absent, somebody else only by a manager
     * @param substitute one of the office's agents
     * @param from       first day
     * @param to         last day, within a year
     * @param effectiveOn business date of the act, today where absent
     */
    public record AbsenceForm(@Size(min = 1, max = 255) String agent,
            @NotNull @Size(min = 1, max = 255) String substitute, @NotNull LocalDate from, @NotNull LocalDate to,
            LocalDate effectiveOn) {
        private Wanted toWanted(String asking) {
            return new Wanted(Optional.ofNullable(agent).orElse(asking), substitute, from, to);
        }
    }

    /**
     * @param to          last day on which the substitute stands in; the eve of the first where it is called off
     * @param effectiveOn business date of the act, today where absent
     */
    public record ReturnForm(@NotNull LocalDate to, LocalDate effectiveOn) {
    }

    /**
     * @param agent      who is away
     * @param substitute who stands in: whose dossiers an agent has as substitute stand among their own
     */
    public record AbsenceView(UUID absenceId, String agent, String substitute, LocalDate from, LocalDate to) {
        private static AbsenceView of(Absence absence) {
            return new AbsenceView(absence.id(), absence.agent(), absence.substitute(), absence.from(), absence.to());
        }
    }

    @POST
    @Operation(summary = "Names who takes care of an agent's dossiers while they are away")
    @APIResponseSchema(value = AbsenceView.class, responseCode = "201")
    @Refuses("unknown-agent")
    public Uni<Response> name(@NotNull @Valid AbsenceForm form) {
        return commands.keep("substitute-named", form, answer.at("/absences/"),
                act -> arrange.name(act.on(form.effectiveOn(), DAY), form.toWanted(act.actor().subject())));
    }

    @POST
    @Path("/{absenceId}/end")
    @Operation(summary = "Ends an absence earlier, or calls it off")
    @APIResponseSchema(value = AbsenceView.class, responseCode = "200")
    public Uni<Response> end(@PathParam("absenceId") UUID id, @NotNull @Valid ReturnForm form) {
        return commands.keep("absence-ended", form, answer,
                act -> arrange.end(act.on(form.effectiveOn(), DAY), id, form.to()));
    }

    @GET
    @Operation(summary = "Who of the own office is away or will be, and who stands in")
    public Uni<List<AbsenceView>> list() {
        return queries.run(arrange::notOver)
                .map(found -> found.stream().map(kept -> AbsenceView.of(kept.state())).toList());
    }

    @GET
    @Path("/{absenceId}")
    @Operation(summary = "An absence of the own office")
    @APIResponseSchema(value = AbsenceView.class, responseCode = "200")
    public Uni<Response> read(@PathParam("absenceId") UUID id) {
        return queries.one(answer, id.toString());
    }
}
