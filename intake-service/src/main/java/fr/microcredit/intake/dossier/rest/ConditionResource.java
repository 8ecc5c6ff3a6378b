package fr.microcredit.intake.dossier.rest;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

import fr.microcredit.intake.dossier.Dossier;
import fr.microcredit.intake.dossier.ReadDossiers;
import fr.microcredit.intake.request.TickOffConditions;
import fr.microcredit.intake.request.domain.Approval;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.tenancy.Roles;

/** Conditions of an approval as a list to tick off. */
@Path("/dossiers/{dossierId}/conditions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class ConditionResource {
    private final Commands commands;
    private final TickOffConditions tickOff;
    private final Answer<Dossier> answer;

    ConditionResource(Commands commands, TickOffConditions tickOff, ReadDossiers read) {
        this.commands = commands;
        this.tickOff = tickOff;
        this.answer = DossierView.changed(read);
    }

    /**
     * @param conditions  of the approval that are met, each once
     * @param effectiveOn business date of the act, today where absent
     */
    public record FulfilmentForm(@NotEmpty @Size(max = 10) Set<Approval.@NotNull Condition> conditions,
            LocalDate effectiveOn) {
    }

    @POST
    @Operation(summary = "Ticks off conditions of the commission's approval; the bank sees which are met")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("dossier-stage")
    public Uni<Response> fulfil(@PathParam("dossierId") UUID id, @NotNull @Valid FulfilmentForm form) {
        return commands.keep("conditions-fulfilled", form, answer,
                act -> tickOff.handle(act.on(form.effectiveOn(), "/effectiveOn"), id, form.conditions()));
    }
}
