package fr.microcredit.commission.session.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.ChairSession;
import fr.microcredit.commission.session.ConveneSession;
import fr.microcredit.commission.session.DecideRequest;
import fr.microcredit.commission.session.ReadSessions;
import fr.microcredit.commission.session.domain.Ruling;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Page;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Reply;
import fr.microcredit.kit.tenancy.Roles;

/** The commission's sessions: convened by the secretary, chaired by an elected person. */
@Path("/")
public class SessionResource {
    private final Commands commands;
    private final Queries queries;
    private final ConveneSession convene;
    private final ChairSession chair;
    private final DecideRequest decide;
    private final ReadSessions read;

    SessionResource(Commands commands, Queries queries, ConveneSession convene, ChairSession chair,
            DecideRequest decide,
            ReadSessions read) {
        this.commands = commands;
        this.queries = queries;
        this.convene = convene;
        this.chair = chair;
        this.decide = decide;
        this.read = read;
    }

    /** @param heldOn day of the session; may lie ahead */
    public record Convocation(@NotNull LocalDate heldOn) {
    }

    /** @param capacity {@code elected-representative} or {@code elected-substitute} */
    public record Opening(@NotNull @Pattern(regexp = "elected-representative|elected-substitute") String capacity) {
    }

    /** Closed, since free words could tell what does not belong into events. */
    private static final String REASONS = "repayment-not-sustainable|other-aid-possible|purpose-not-suitable|more-information|other";

    /** @param reasons stable codes; at least one for a refusal */
    public record DecisionForm(@NotNull UUID dossierId,
            @NotNull @Pattern(regexp = "approved|refused|adjourned") String decision,
            @NotNull @Size(max = 10) List<@NotNull @Pattern(regexp = REASONS) String> reasons) {
        Ruling toRuling() {
            return new Ruling(Ruling.Kind.valueOf(decision.toUpperCase(Locale.ROOT)), List.copyOf(reasons));
        }
    }

    @GET
    @Path("/agenda")
    @RolesAllowed({Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT})
    public Uni<List<SessionViews.Item>> waiting() {
        return queries
                .run(actor -> read.waiting(actor).map(items -> items.stream().map(SessionViews.Item::of).toList()));
    }

    @GET
    @Path("/sessions")
    @RolesAllowed({Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT})
    public Uni<List<SessionViews.SessionView>> list() {
        return queries.run(actor -> read.list(actor, Page.LIMIT_MAX)
                .map(sessions -> sessions.stream().map(SessionViews.SessionView::of).toList()));
    }

    @POST
    @Path("/sessions")
    @RolesAllowed(Roles.COMMISSION_SECRETARY)
    public Uni<Response> convene(@NotNull @Valid Convocation convocation) {
        return commands.run(convocation,
                command -> convene.handle(command.actor(), convocation.heldOn())
                        .map(session -> Reply.created("/sessions/" + session.id(), SessionViews.SessionView.of(session))
                                .withVersion(session.version())));
    }

    @GET
    @Path("/sessions/{id}")
    @RolesAllowed({Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT})
    public Uni<Response> read(@PathParam("id") UUID id) {
        return queries.reply(actor -> read.one(actor, id).map(
                whole -> Reply.ok(SessionViews.SessionView.of(whole)).withVersion(whole.session().version())));
    }

    @POST
    @Path("/sessions/{id}/opening")
    @RolesAllowed(Roles.COMMISSION_PRESIDENT)
    public Uni<Response> open(@PathParam("id") UUID id, @NotNull @Valid Opening opening) {
        Session.Capacity capacity = Session.Capacity
                .valueOf(opening.capacity().toUpperCase(Locale.ROOT).replace('-', '_'));
        return commands.run(opening, command -> chair.open(command.actor(), id, command.expectedVersion(), capacity)
                .map(SessionResource::changed));
    }

    @POST
    @Path("/sessions/{id}/decisions")
    @RolesAllowed(Roles.COMMISSION_PRESIDENT)
    public Uni<Response> decide(@PathParam("id") UUID id, @NotNull @Valid DecisionForm form) {
        return commands.run(form,
                command -> decide
                        .handle(command.actor(), new DecideRequest.Command(id, form.dossierId(), form.toRuling()))
                        .map(taken -> Reply.ok(SessionViews.Decision.of(taken))));
    }

    @POST
    @Path("/sessions/{id}/closure")
    @RolesAllowed(Roles.COMMISSION_PRESIDENT)
    public Uni<Response> close(@PathParam("id") UUID id) {
        return commands.run(command -> chair.close(command.actor(), id, command.expectedVersion())
                .map(SessionResource::changed));
    }

    private static Reply changed(Session session) {
        return Reply.ok(SessionViews.SessionView.of(session)).withVersion(session.version());
    }
}
