package fr.microcredit.commission.session.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.DecideRequest;
import fr.microcredit.commission.session.HoldSession;
import fr.microcredit.commission.session.ReadSessions;
import fr.microcredit.commission.session.ReadSessions.Taken;
import fr.microcredit.commission.session.domain.Ruling;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.OnDossier;
import fr.microcredit.kit.http.Page;
import fr.microcredit.kit.http.Paging;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;

/** The commission's sessions: convened by the secretary, chaired by an elected person. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT})
public class SessionResource {
    private final Commands commands;
    private final Queries queries;
    private final HoldSession hold;
    private final DecideRequest decide;
    private final ReadSessions read;
    private final Store<Session> sessions;

    SessionResource(Commands commands, Queries queries, HoldSession hold, DecideRequest decide, ReadSessions read,
            Store<Session> sessions) {
        this.commands = commands;
        this.queries = queries;
        this.hold = hold;
        this.decide = decide;
        this.read = read;
        this.sessions = sessions;
    }

    private Answer<ReadSessions.Whole> whole() {
        return Answer.of(read::one, SessionViews.SessionView::of);
    }

    /** @param heldOn day of the session; may lie ahead, within a year */
    public record Convocation(@NotNull LocalDate heldOn) {
    }

    /** In what capacity somebody chairs. */
    public record Opening(@NotNull Session.Capacity capacity) {
    }

    /**
     * @param revision of the request that was decided on, as the agenda shows it
     * @param reasons each once; at least one for a refusal, none for an approval
     * @param missing what an adjourned request is to come back with, each once; may be left out
     * @param conditions of an approval, each once; may be left out
     */
    public record DecisionForm(@NotNull UUID dossierId, @NotNull @Min(1) Integer revision,
            @NotNull Ruling.Verdict decision,
            @NotNull @Size(max = 10) List<Ruling.@NotNull Reason> reasons,
            @Size(max = 10) List<Ruling.@NotNull Missing> missing,
            @Size(max = 10) List<Ruling.@NotNull Condition> conditions) implements OnDossier {
        DecideRequest.Motion toMotion() {
            return new DecideRequest.Motion(dossierId, revision, decision, reasons,
                    missing == null ? List.of() : missing, conditions == null ? List.of() : conditions);
        }
    }

    @GET
    @Path("/agenda")
    @Operation(summary = "Requests that wait for a session")
    public Uni<List<SessionViews.Item>> waiting() {
        return queries.run(actor -> read.waiting(actor.tenantId())
                .map(requests -> requests.stream().map(SessionViews.Item::of).toList()));
    }

    @GET
    @Path("/sessions")
    @Operation(summary = "The office's sessions, newest first")
    public Uni<Page<SessionViews.SessionView>> list(@QueryParam("status") Session.Status status,
            @BeanParam Paging paging) {
        return queries.run(actor -> sessions.page(new Store.Filter(actor.tenantId(),
                Optional.ofNullable(status).map(Codes::of), paging.place(), paging.limit()))
                .map(found -> Page.of(found, paging.limit(), SessionViews.SessionView::of)));
    }

    @POST
    @Path("/sessions")
    @RolesAllowed(Roles.COMMISSION_SECRETARY)
    @Operation(summary = "Convenes a session with every request that waits")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "201")
    public Uni<Response> convene(@NotNull @Valid Convocation form) {
        return commands.keep("session-convened", form, whole().at("/sessions/"),
                act -> hold.convene(act, form.heldOn()));
    }

    @GET
    @Path("/sessions/{id}")
    @Operation(summary = "A session with its agenda and decisions")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "200")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return queries.one(whole(), id.toString());
    }

    @POST
    @Path("/sessions/{id}/opening")
    @RolesAllowed(Roles.COMMISSION_PRESIDENT)
    @Operation(summary = "The president opens the session")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("session-state")
    public Uni<Response> open(@PathParam("id") UUID id, @NotNull @Valid Opening form) {
        return commands.keep("session-opened", form, whole(), act -> hold.open(act, id, form.capacity()));
    }

    @POST
    @Path("/sessions/{id}/chair")
    @RolesAllowed(Roles.COMMISSION_PRESIDENT)
    @Operation(summary = "Another elected person takes the chair of an open session")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("session-state")
    public Uni<Response> takeChair(@PathParam("id") UUID id, @NotNull @Valid Opening form) {
        return commands.keep("session-chair-taken", form, whole(), act -> hold.takeChair(act, id, form.capacity()));
    }

    @POST
    @Path("/sessions/{id}/opening-revocation")
    @RolesAllowed(Roles.COMMISSION_PRESIDENT)
    @Operation(summary = "Takes back an opening by mistake, as long as nothing was decided")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"not-in-the-chair", "session-has-decided"})
    public Uni<Response> revokeOpening(@PathParam("id") UUID id) {
        return commands.keep("session-opening-revoked", null, whole(), act -> hold.revokeOpening(act, id));
    }

    @POST
    @Path("/sessions/{id}/cancellation")
    @RolesAllowed(Roles.COMMISSION_SECRETARY)
    @Operation(summary = "Cancels a session that was not opened; its requests wait again")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("session-state")
    public Uni<Response> cancel(@PathParam("id") UUID id) {
        return commands.keep("session-cancelled", null, whole(), act -> hold.cancel(act, id));
    }

    @POST
    @Path("/sessions/{id}/decisions")
    @RolesAllowed(Roles.COMMISSION_PRESIDENT)
    @Operation(summary = "The session decides on a request")
    @APIResponseSchema(value = SessionViews.Decision.class, responseCode = "200")
    @Refuses({"not-in-the-chair", "not-on-the-agenda", "assessment-pending", "request-changed", "decided-otherwise"})
    public Uni<Response> decide(@PathParam("id") UUID id, @NotNull @Valid DecisionForm form) {
        Answer<Taken> answer = Answer.of(read::ruling,
                taken -> SessionViews.Decision.of(taken.session(), taken.ruling()));
        return commands.run("request-" + Codes.of(form.decision()), form, answer,
                act -> decide.handle(act, id, form.toMotion()).map(kept -> Taken.key(kept.key(), id)));
    }

    @POST
    @Path("/sessions/{id}/closure")
    @RolesAllowed(Roles.COMMISSION_PRESIDENT)
    @Operation(summary = "The president closes the session")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("not-in-the-chair")
    public Uni<Response> close(@PathParam("id") UUID id) {
        return commands.keep("session-closed", null, whole(), act -> hold.close(act, id));
    }
}
