package fr.microcredit.commission.concertation.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.concertation.ReadConcertation;
import fr.microcredit.commission.concertation.RecordConcertation;
import fr.microcredit.commission.concertation.RecordConcertation.With;
import fr.microcredit.commission.concertation.domain.Disagreement;
import fr.microcredit.commission.concertation.domain.Disagreement.Appointment;
import fr.microcredit.commission.concertation.rest.ConcertationResource.DisagreementView;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.tenancy.Roles;

/** The meeting with a bank, arranged ahead. */
@Path("/concertations/{dossierId}/{bankId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COMMISSION_SECRETARY, Roles.OFFICE_MANAGER})
public class AppointmentResource {
    private static final int PLACE_MAX = 200;

    private final Commands commands;
    private final RecordConcertation concertation;
    private final Answer<Disagreement> answer;

    AppointmentResource(Commands commands, RecordConcertation concertation, ReadConcertation read) {
        this.commands = commands;
        this.concertation = concertation;
        this.answer = DisagreementView.changed(read);
    }

    /**
     * @param day      of the meeting, from today within three months
     * @param place    where it is worth saying; may be left out
     * @param expected by their functions
     * @param excuse   why the meeting that was arranged before is moved; left out for a first one
     */
    public record AppointmentForm(@NotNull LocalDate day, @NotNull Disagreement.Way way,
            @Size(max = PLACE_MAX) String place,
            @NotEmpty @Size(max = 20) List<Disagreement.@NotNull Function> expected, Disagreement.Excuse excuse) {
        Appointment appointment() {
            return new Appointment(day, way, Optional.ofNullable(place), expected, 0);
        }
    }

    /** Why it is called off. */
    public record CancellationForm(@NotNull Disagreement.Excuse excuse) {
    }

    @POST
    @Path("/appointment")
    @Operation(summary = "Arranges the meeting of office and bank ahead, or moves it with a reason")
    @APIResponseSchema(value = DisagreementView.class, responseCode = "200")
    @Refuses("no-meeting-due")
    public Uni<Response> arrange(@PathParam("dossierId") UUID dossierId, @PathParam("bankId") String bankId,
            @NotNull @Valid AppointmentForm form) {
        return commands.keep("concertation-arranged", form, answer, act -> concertation.arrange(act,
                new With(dossierId, bankId), form.appointment(), Optional.ofNullable(form.excuse())));
    }

    @POST
    @Path("/appointment/cancellation")
    @Operation(summary = "Calls off a meeting that was arranged, with a reason")
    @APIResponseSchema(value = DisagreementView.class, responseCode = "200")
    @Refuses("no-meeting-due")
    public Uni<Response> cancel(@PathParam("dossierId") UUID dossierId, @PathParam("bankId") String bankId,
            @NotNull @Valid CancellationForm form) {
        return commands.keep("concertation-called-off", form, answer,
                act -> concertation.cancel(act, new With(dossierId, bankId), form.excuse()));
    }
}
