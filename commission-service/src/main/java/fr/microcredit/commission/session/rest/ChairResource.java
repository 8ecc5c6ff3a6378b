package fr.microcredit.commission.session.rest;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

import fr.microcredit.commission.session.ChairSession;
import fr.microcredit.commission.session.CloseSession;
import fr.microcredit.commission.session.ReadSessions;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.tenancy.Roles;

/** What an elected person does who chairs a session: opens it, says who is there, hands it on, closes it. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COMMISSION_PRESIDENT)
public class ChairResource {
    /** As many as sit on a committee at most. */
    private static final int MEMBERS_MAX = 50;

    private final Commands commands;
    private final ChairSession chair;
    private final CloseSession close;
    private final Answer<ReadSessions.Whole> whole;

    ChairResource(Commands commands, ChairSession chair, CloseSession close, ReadSessions read) {
        this.commands = commands;
        this.chair = chair;
        this.close = close;
        this.whole = SessionViews.changed(read);
    }

    /** In what capacity somebody chairs. */
    public record Chairing(@NotNull Session.Capacity capacity) {
    }

    /** @param present subjects of the committee's members who are there; who chairs need not be named; may come later */
    public record Opening(@NotNull Session.Capacity capacity,
            @Size(max = MEMBERS_MAX) List<@NotNull @Size(max = 64) String> present) {
    }

    /** @param present subjects of the committee's members who are there from now on */
    public record Attendance(
            @NotNull @Size(max = MEMBERS_MAX) List<@NotNull @Size(max = 64) String> present) {
    }

    @POST
    @Path("/sessions/{id}/opening")
    @Operation(summary = "The president opens the session")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"session-state", "no-mandate", "no-committee"})
    public Uni<Response> open(@PathParam("id") UUID id, @NotNull @Valid Opening form) {
        return commands.keep("session-opened", form, whole, act -> chair.open(act, id, form.capacity(),
                form.present() == null ? List.of() : form.present()));
    }

    @POST
    @Path("/sessions/{id}/attendance")
    @RolesAllowed({Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT})
    @Operation(summary = "Records which members are there, from now on")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"session-state", "not-in-the-chair", "no-committee"})
    public Uni<Response> attend(@PathParam("id") UUID id, @NotNull @Valid Attendance form) {
        return commands.keep("session-attended", form, whole, act -> chair.attend(act, id, form.present()));
    }

    @POST
    @Path("/sessions/{id}/chair")
    @Operation(summary = "Another elected person takes the chair of an open session")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"session-state", "no-mandate"})
    public Uni<Response> takeChair(@PathParam("id") UUID id, @NotNull @Valid Chairing form) {
        return commands.keep("session-chair-taken", form, whole, act -> chair.takeChair(act, id, form.capacity()));
    }

    @POST
    @Path("/sessions/{id}/opening-revocation")
    @Operation(summary = "Takes back an opening by mistake, as long as nothing was decided")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"not-in-the-chair", "session-has-decided"})
    public Uni<Response> revokeOpening(@PathParam("id") UUID id) {
        return commands.keep("session-opening-revoked", null, whole, act -> chair.revokeOpening(act, id));
    }

    @POST
    @Path("/sessions/{id}/closure")
    @Operation(summary = "The president closes the session")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("not-in-the-chair")
    public Uni<Response> close(@PathParam("id") UUID id) {
        return commands.keep("session-closed", null, whole, act -> close.handle(act, id));
    }
}
