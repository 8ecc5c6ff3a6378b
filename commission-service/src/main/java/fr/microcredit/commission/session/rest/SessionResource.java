package fr.microcredit.commission.session.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

import fr.microcredit.commission.session.HoldSession;
import fr.microcredit.commission.session.ReadSessions;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Page;
import fr.microcredit.kit.http.Paging;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;

/** The commission's sessions, as the secretary convenes and cancels them. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT})
public class SessionResource {
    private final Commands commands;
    private final Queries queries;
    private final HoldSession hold;
    private final ReadSessions read;
    private final Store<Session> sessions;

    SessionResource(Commands commands, Queries queries, HoldSession hold, ReadSessions read,
            Store<Session> sessions) {
        this.commands = commands;
        this.queries = queries;
        this.hold = hold;
        this.read = read;
        this.sessions = sessions;
    }

    private Answer<ReadSessions.Whole> whole() {
        return SessionViews.changed(read);
    }

    /** @param heldOn day of the session; may lie ahead, within a year */
    public record Convocation(@NotNull LocalDate heldOn) {
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
    @Path("/sessions/{id}/cancellation")
    @RolesAllowed(Roles.COMMISSION_SECRETARY)
    @Operation(summary = "Cancels a session that was not opened; its requests wait again")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("session-state")
    public Uni<Response> cancel(@PathParam("id") UUID id) {
        return commands.keep("session-cancelled", null, whole(), act -> hold.cancel(act, id));
    }
}
