package fr.microcredit.commission.concertation.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.concertation.ConcertationPublisher.Meeting;
import fr.microcredit.commission.concertation.ReadConcertations;
import fr.microcredit.commission.concertation.RecordConcertation;
import fr.microcredit.commission.concertation.domain.Disagreement;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Reply;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.tenancy.Roles;

/** Disagreements with a bank: the meeting before its last word. */
@Path("/concertations")
@RolesAllowed({Roles.COMMISSION_SECRETARY, Roles.OFFICE_MANAGER})
public class ConcertationResource {
    private final Commands commands;
    private final Queries queries;
    private final RecordConcertation concertation;
    private final ReadConcertations read;

    ConcertationResource(Commands commands, Queries queries, RecordConcertation concertation, ReadConcertations read) {
        this.commands = commands;
        this.queries = queries;
        this.concertation = concertation;
        this.read = read;
    }

    /**
     * @param amountCents agreed on; absent where it stays
     * @param termMonths  agreed on; absent where they stay
     * @param heldOn      business date, today where absent
     */
    public record MeetingForm(@Min(1) @Max(10_000_000) Long amountCents, @Min(1) @Max(120) Integer termMonths,
            LocalDate heldOn) {
    }

    /** @param effectiveOn business date, today where absent */
    public record WaiverForm(LocalDate effectiveOn) {
    }

    /** @param changed whether the request is now to be assessed again */
    public record MeetingView(UUID meetingId, boolean changed, long amountCents, int termMonths, LocalDate heldOn) {
        static MeetingView of(Meeting meeting) {
            return new MeetingView(meeting.id(), meeting.changed(), meeting.amount().cents(), meeting.months(),
                    meeting.on());
        }
    }

    /** @param status {@code open}, {@code met} or {@code waived} */
    public record DisagreementView(UUID dossierId, String bankId, int round, String status) {
        static DisagreementView of(Disagreement d) {
            return new DisagreementView(d.dossierId(), d.bankId(), d.round(),
                    d.status().name().toLowerCase(Locale.ROOT));
        }
    }

    @GET
    public Uni<List<DisagreementView>> open() {
        return queries.run(actor -> read.open(actor).map(all -> all.stream().map(DisagreementView::of).toList()));
    }

    @POST
    @Path("/{dossierId}/meetings")
    public Uni<Response> meet(@PathParam("dossierId") UUID dossierId, @NotNull @Valid MeetingForm form) {
        return commands.run(form, command -> concertation
                .meet(command.actor(),
                        new RecordConcertation.Command(dossierId,
                                Optional.ofNullable(form.amountCents()).map(Money::ofCents),
                                Optional.ofNullable(form.termMonths()), form.heldOn()))
                .map(meeting -> Reply.ok(MeetingView.of(meeting))));
    }

    @POST
    @Path("/{dossierId}/waiver")
    public Uni<Response> waive(@PathParam("dossierId") UUID dossierId, @NotNull @Valid WaiverForm form) {
        return commands.run(form, command -> concertation.waive(command.actor(), dossierId, form.effectiveOn())
                .map(waived -> Reply.ok(DisagreementView.of(waived))));
    }
}
