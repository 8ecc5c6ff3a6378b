package fr.microcredit.commission.session.rest;

import java.time.LocalDate;
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

import fr.microcredit.commission.session.ArrangeAgenda;
import fr.microcredit.commission.session.HoldSession;
import fr.microcredit.commission.session.ReadSessions;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.OnDossier;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.tenancy.Roles;

/** What the secretary does to a session and its agenda before it decides. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COMMISSION_SECRETARY)
public class AgendaResource {
    private final Commands commands;
    private final HoldSession hold;
    private final ArrangeAgenda arrange;
    private final Answer<ReadSessions.Whole> whole;
    private final Answer<ReadSessions.Whole> ofItem;

    AgendaResource(Commands commands, HoldSession hold, ArrangeAgenda arrange, ReadSessions read) {
        this.commands = commands;
        this.hold = hold;
        this.arrange = arrange;
        this.whole = SessionViews.changed(read);
        this.ofItem = SessionViews.arranged(read);
    }

    /** @param heldOn day the session is held on instead; today or later, within a year */
    public record Postponement(@NotNull LocalDate heldOn) {
    }

    /** A request that waits. */
    public record ItemForm(@NotNull UUID dossierId) implements OnDossier {
    }

    /** @param sessionId the other session, not over yet */
    public record MoveForm(@NotNull UUID sessionId) {
    }

    /** @param dossierIds every dossier of the agenda, each once */
    public record OrderForm(@NotNull @Size(max = 500) List<@NotNull UUID> dossierIds) {
    }

    @POST
    @Path("/sessions/{id}/postponement")
    @Operation(summary = "Holds a session that was not opened on another day; its agenda stays")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("session-state")
    public Uni<Response> postpone(@PathParam("id") UUID id, @NotNull @Valid Postponement form) {
        return commands.keep("session-postponed", form, whole, act -> hold.postpone(act, id, form.heldOn()));
    }

    @POST
    @Path("/sessions/{id}/items")
    @Operation(summary = "Puts a request that waits on the agenda")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "200")
    @Refuses({"session-state", "request-not-waiting"})
    public Uni<Response> add(@PathParam("id") UUID id, @NotNull @Valid ItemForm form) {
        return commands.run("session-item-added", form, ofItem,
                act -> arrange.add(act, id, form.dossierId()).replaceWith(id::toString));
    }

    @POST
    @Path("/sessions/{id}/items/{dossierId}/removal")
    @Operation(summary = "Takes a request off the agenda; it waits for another session")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "200")
    @Refuses("not-on-the-agenda")
    public Uni<Response> remove(@PathParam("id") UUID id, @PathParam("dossierId") UUID dossierId) {
        return commands.run("session-item-removed", null, ofItem,
                act -> arrange.remove(act, id, dossierId).replaceWith(id::toString));
    }

    @POST
    @Path("/sessions/{id}/items/{dossierId}/move")
    @Operation(summary = "Puts a request on the agenda of another session in place of this one's")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "200")
    @Refuses({"session-state", "not-on-the-agenda", "request-not-waiting"})
    public Uni<Response> move(@PathParam("id") UUID id, @PathParam("dossierId") UUID dossierId,
            @NotNull @Valid MoveForm form) {
        return commands.run("session-item-moved", form, ofItem,
                act -> arrange.move(act, id, dossierId, form.sessionId()).replaceWith(id::toString));
    }

    @POST
    @Path("/sessions/{id}/order")
    @Operation(summary = "Puts the whole agenda in an order")
    @APIResponseSchema(value = SessionViews.SessionView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("session-state")
    public Uni<Response> order(@PathParam("id") UUID id, @NotNull @Valid OrderForm form) {
        return commands.keep("session-ordered", form, whole, act -> arrange.order(act, id, form.dossierIds()));
    }
}
