package fr.microcredit.intake.dossier.rest;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

import fr.microcredit.intake.accompaniment.RemindBank;
import fr.microcredit.intake.dossier.Dossier;
import fr.microcredit.intake.dossier.ReadDossiers;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.tenancy.Roles;

/** Asking a bank for the answer it owes. */
@Path("/dossiers/{dossierId}/bank-reminder")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class ReminderResource {
    private final Commands commands;
    private final RemindBank remind;
    private final Answer<Dossier> answer;

    ReminderResource(Commands commands, RemindBank remind, ReadDossiers read) {
        this.commands = commands;
        this.remind = remind;
        this.answer = DossierView.changed(read);
    }

    /**
     * @param way         how the bank was reached
     * @param effectiveOn business date of the act, today where absent
     */
    public record ReminderForm(@NotNull RemindBank.Way way, LocalDate effectiveOn) {
    }

    @POST
    @Operation(summary = "Writes down that the bank was asked for the answer it owes; what it owes stays what it is")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("dossier-stage")
    public Uni<Response> remind(@PathParam("dossierId") UUID id, @NotNull @Valid ReminderForm form) {
        return commands.keep("bank-reminded", form, answer,
                act -> remind.handle(act.on(form.effectiveOn(), "/effectiveOn"), id, form.way()));
    }
}
