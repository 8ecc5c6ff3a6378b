package fr.microcredit.intake.dossier.rest;

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
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.dossier.ChangeDossier;
import fr.microcredit.intake.dossier.Dossiers;
import fr.microcredit.intake.dossier.OpenDossier;
import fr.microcredit.intake.dossier.ReadDossiers;
import fr.microcredit.intake.dossier.SubmitDossier;
import fr.microcredit.intake.dossier.TransmitDossier;
import fr.microcredit.intake.dossier.WithdrawDossier;
import fr.microcredit.intake.dossier.domain.Applicant;
import fr.microcredit.intake.dossier.domain.Dossier;
import fr.microcredit.intake.dossier.domain.Stage;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Cursor;
import fr.microcredit.kit.http.Page;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Reply;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.tenancy.Roles;

/** The office's desk. */
@Path("/dossiers")
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class DossierResource {
    private final Commands commands;
    private final Queries queries;
    private final OpenDossier open;
    private final ChangeDossier change;
    private final SubmitDossier submit;
    private final WithdrawDossier withdraw;
    private final TransmitDossier transmit;
    private final ReadDossiers read;

    DossierResource(Commands commands, Queries queries, OpenDossier open, ChangeDossier change, SubmitDossier submit,
            WithdrawDossier withdraw, TransmitDossier transmit, ReadDossiers read) {
        this.commands = commands;
        this.queries = queries;
        this.open = open;
        this.change = change;
        this.submit = submit;
        this.withdraw = withdraw;
        this.transmit = transmit;
        this.read = read;
    }

    /** @param effectiveOn business date of the act, today where absent */
    public record Act(LocalDate effectiveOn) {
    }

    /** Why the applicant gives the request up. */
    public record Withdrawal(@NotNull @Pattern(regexp = "applicant|other-solution|no-contact") String reason,
            LocalDate effectiveOn) {
    }

    @POST
    public Uni<Response> open(@NotNull @Valid DossierForm form) {
        Applicant applicant = form.applicant().toApplicant();
        return commands.run(form,
                command -> open
                        .handle(command.actor(),
                                new OpenDossier.Command(applicant, form.toContent(), form.effectiveOn()))
                        .map(dossier -> Reply
                                .created("/dossiers/" + dossier.id(), DossierView.whole(dossier, applicant))
                                .withVersion(dossier.version())));
    }

    @PUT
    @Path("/{id}")
    public Uni<Response> change(@PathParam("id") UUID id, @NotNull @Valid DossierForm form) {
        Applicant applicant = form.applicant().toApplicant();
        return commands.run(form, command -> change
                .handle(command.actor(),
                        new ChangeDossier.Command(id, command.expectedVersion(), applicant, form.toContent()))
                .map(dossier -> Reply.ok(DossierView.whole(dossier, applicant)).withVersion(dossier.version())));
    }

    @POST
    @Path("/{id}/submission")
    public Uni<Response> submit(@PathParam("id") UUID id, @NotNull @Valid Act act) {
        return commands.run(act, command -> submit
                .handle(command.actor(),
                        new SubmitDossier.Command(id, command.expectedVersion(), act.effectiveOn()))
                .map(DossierResource::changed));
    }

    @POST
    @Path("/{id}/withdrawal")
    public Uni<Response> withdraw(@PathParam("id") UUID id, @NotNull @Valid Withdrawal act) {
        return commands.run(act, command -> withdraw
                .handle(command.actor(),
                        new WithdrawDossier.Command(id, command.expectedVersion(), act.reason(), act.effectiveOn()))
                .map(DossierResource::changed));
    }

    @POST
    @Path("/{id}/transmission")
    public Uni<Response> transmit(@PathParam("id") UUID id, @NotNull @Valid Act act) {
        return commands.run(act, command -> transmit
                .handle(command.actor(),
                        new TransmitDossier.Command(id, command.expectedVersion(), act.effectiveOn()))
                .map(DossierResource::changed));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return queries.reply(actor -> read.one(actor, id)
                .map(found -> Reply.ok(DossierView.whole(found.dossier(), found.applicant()))
                        .withVersion(found.dossier().version())));
    }

    @GET
    @Path("/{id}/timeline")
    public Uni<List<TimelineView>> timeline(@PathParam("id") UUID id) {
        return queries.run(actor -> read.timeline(actor, id)
                .map(entries -> entries.stream().map(TimelineView::of).toList()));
    }

    @GET
    public Uni<Page<DossierView>> list(@QueryParam("stage") String stage, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
        return queries.run(actor -> read.list(filter(actor, stage, cursor, limit)).map(found -> page(found, limit)));
    }

    private static Dossiers.Filter filter(Actor actor, String stage, String cursor, int limit) {
        return new Dossiers.Filter(actor.tenantId(), Optional.ofNullable(stage).map(DossierResource::stage),
                Optional.ofNullable(cursor).map(Cursor::decoded),
                limit);
    }

    private static Stage stage(String code) {
        try {
            return Stage.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problems.MALFORMED);
        }
    }

    private static Page<DossierView> page(List<Dossier> found, int limit) {
        Dossier last = found.isEmpty() ? null : found.get(found.size() - 1);
        String next = found.size() < limit ? null : new Cursor(last.openedOn(), last.id()).encoded();
        return new Page<>(found.stream().map(DossierView::item).toList(), next);
    }

    private static Reply changed(Dossier dossier) {
        return Reply.ok(DossierView.item(dossier)).withVersion(dossier.version());
    }
}
