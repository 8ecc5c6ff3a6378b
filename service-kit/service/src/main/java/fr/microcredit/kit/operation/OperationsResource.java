package fr.microcredit.kit.operation;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.outbox.StuckRows;
import fr.microcredit.kit.reception.DeadLetterDesk;
import fr.microcredit.kit.reception.DeadLetters;
import fr.microcredit.kit.reception.ParkingLot;
import fr.microcredit.kit.tenancy.Roles;

/** What operators and auditors see and do in every service. */
@Path("/operations")
@Produces(MediaType.APPLICATION_JSON)
public class OperationsResource {
    private final Queries queries;
    private final Commands commands;
    private final Backlog backlog;
    private final DeadLetters deadLetters;
    private final DeadLetterDesk desk;
    private final StuckRows stuckRows;
    private final ParkingLot parking;
    private final AuditTrail audit;

    OperationsResource(Queries queries, Commands commands, Backlog backlog, DeadLetters deadLetters,
            DeadLetterDesk desk, StuckRows stuckRows, ParkingLot parking,
            AuditTrail audit) {
        this.queries = queries;
        this.commands = commands;
        this.backlog = backlog;
        this.deadLetters = deadLetters;
        this.desk = desk;
        this.stuckRows = stuckRows;
        this.parking = parking;
        this.audit = audit;
    }

    @GET
    @Path("/backlog")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "What the service has still to send and to read")
    public Uni<Backlog.Counts> backlog() {
        return queries.run(actor -> backlog.counts());
    }

    @GET
    @Path("/dead-letters")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Events nobody could apply")
    public Uni<List<DeadLetters.DeadLetter>> deadLetters(
            @QueryParam("status") @DefaultValue("open") @Pattern(regexp = "open|replayed|skipped|erased|") String status) {
        return queries.run(actor -> deadLetters.list(status));
    }

    @POST
    @Path("/dead-letters/{id}/replay")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Applies a dead letter again, after what was wrong is mended")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> replay(@PathParam("id") UUID id) {
        return commands.run("dead-letter-replayed", null, Answer.none(),
                act -> desk.replay(act.actor(), id).replaceWith(id::toString));
    }

    @POST
    @Path("/dead-letters/{id}/skip")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Passes over a dead letter; what waits behind it goes on")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> skip(@PathParam("id") UUID id) {
        return commands.run("dead-letter-skipped", null, Answer.none(),
                act -> desk.skip(act.actor(), id).replaceWith(id::toString));
    }

    /** Dossiers whose events have waited for longer than they should. */
    @GET
    @Path("/parked")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Dossiers whose events wait for longer than they should")
    public Uni<List<ParkingLot.Overdue>> parked() {
        return queries.run(actor -> parking.overdue());
    }

    @GET
    @Path("/outbox/stuck")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Events that can not be sent for their own fault")
    public Uni<List<StuckRows.StuckRow>> stuckRows() {
        return queries.run(actor -> stuckRows.list());
    }

    @POST
    @Path("/outbox/stuck/{seq}/retry")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Tries to send such an event again")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> retry(@PathParam("seq") long seq) {
        return commands.run("outbox-row-retried", null, Answer.none(),
                act -> stuckRows.retry(seq).replaceWith(() -> String.valueOf(seq)));
    }

    /** Recomputes a tenant's audit chain. */
    @GET
    @Path("/audit/{tenant}/verification")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(summary = "Whether a tenant's audit chain is whole")
    public Uni<AuditTrail.Verification> verify(@PathParam("tenant") String tenant) {
        return queries.run(actor -> audit.verify(tenant));
    }

    @GET
    @Path("/audit/{tenant}/entries")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(summary = "A tenant's audit chain")
    public Uni<List<AuditTrail.Entry>> entries(@PathParam("tenant") String tenant) {
        return queries.run(actor -> audit.entries(tenant));
    }
}
