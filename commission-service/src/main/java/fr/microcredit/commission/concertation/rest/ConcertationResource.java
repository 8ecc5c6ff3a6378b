package fr.microcredit.commission.concertation.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

import fr.microcredit.commission.concertation.Disagreements;
import fr.microcredit.commission.concertation.ReadConcertation;
import fr.microcredit.commission.concertation.RecordConcertation;
import fr.microcredit.commission.concertation.RecordConcertation.With;
import fr.microcredit.commission.concertation.domain.ConcertationRules.Minutes;
import fr.microcredit.commission.concertation.domain.ConcertationRules.Outcome;
import fr.microcredit.commission.concertation.domain.Disagreement;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.tenancy.Roles;

/** Disagreements with a bank: the meeting before its last word. */
@Path("/concertations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COMMISSION_SECRETARY, Roles.OFFICE_MANAGER})
public class ConcertationResource {
    private final Commands commands;
    private final Queries queries;
    private final RecordConcertation concertation;
    private final Disagreements disagreements;
    private final Answer<Disagreement> answer;

    ConcertationResource(Commands commands, Queries queries, RecordConcertation concertation,
            Disagreements disagreements, ReadConcertation read) {
        this.commands = commands;
        this.queries = queries;
        this.concertation = concertation;
        this.disagreements = disagreements;
        this.answer = DisagreementView.changed(read);
    }

    /**
     * @param amountCents agreed on; absent where it stays
     * @param termMonths  agreed on; absent where they stay
     * @param heldOn      business date, today where absent; not before the disagreement
     * @param present     by their functions; may be left out
     * @param minutes     what was said; it stays in the office
     */
    public record MeetingForm(@Min(1) @Max(10_000_000) Long amountCents, @Min(1) @Max(120) Integer termMonths,
            LocalDate heldOn, @Size(max = 20) List<Disagreement.@NotNull Function> present,
            @Size(max = 4000) String minutes) {
        Outcome outcome() {
            return new Outcome(UUID.randomUUID(), Optional.ofNullable(amountCents).map(Money::ofCents),
                    Optional.ofNullable(termMonths),
                    new Minutes(present == null ? List.of() : present, Optional.ofNullable(minutes)));
        }
    }

    /** @param effectiveOn business date, today where absent; not before the disagreement */
    public record WaiverForm(LocalDate effectiveOn) {
    }

    /**
     * @param round   the bank's decision it comes from
     * @param meeting the last one
     * @param appointment for the one to come
     */
    public record DisagreementView(UUID dossierId, String bankId, int round, LocalDate disagreedOn,
            Disagreement.Status status, Optional<Disagreement.Meeting> meeting,
            Optional<Disagreement.Appointment> appointment) {
        /** How a command on it is answered, and what can be done instead where it is refused. */
        static Answer<Disagreement> changed(ReadConcertation read) {
            return Answer.of(read::one, DisagreementView::of).offeringFrom((actor, key) -> read.possible(actor, key)
                    .map(found -> found.map(acts -> acts.stream().map(Codes::of).toList())));
        }

        static DisagreementView of(Disagreement d) {
            return new DisagreementView(d.dossierId(), d.about().bank(), d.round(), d.disagreedOn(), d.state(),
                    d.meeting(), d.appointment());
        }
    }

    @GET
    @Operation(summary = "Disagreements of banks without a last word yet; the open ones wait for a meeting")
    public Uni<List<DisagreementView>> unsettled() {
        return queries.run(actor -> disagreements.unsettled(actor.tenantId())
                .map(all -> all.stream().map(Kept::state).map(DisagreementView::of).toList()));
    }

    @POST
    @Path("/{dossierId}/{bankId}/meetings")
    @Operation(summary = "A meeting of office and bank was held")
    @APIResponseSchema(value = DisagreementView.class, responseCode = "200")
    @Refuses("no-meeting-due")
    public Uni<Response> meet(@PathParam("dossierId") UUID dossierId, @PathParam("bankId") String bankId,
            @NotNull @Valid MeetingForm form) {
        return commands.keep("concertation-held", form, answer,
                act -> concertation.meet(act.on(form.heldOn(), "/heldOn"), new With(dossierId, bankId),
                        form.outcome()));
    }

    @POST
    @Path("/{dossierId}/{bankId}/waiver")
    @Operation(summary = "The office does without the meeting")
    @APIResponseSchema(value = DisagreementView.class, responseCode = "200")
    @Refuses({"no-meeting-due", "waiver-not-allowed"})
    public Uni<Response> waive(@PathParam("dossierId") UUID dossierId, @PathParam("bankId") String bankId,
            @NotNull @Valid WaiverForm form) {
        return commands.keep("concertation-waived", form, answer,
                act -> concertation.waive(act.on(form.effectiveOn(), "/effectiveOn"), new With(dossierId, bankId)));
    }
}
