package fr.microcredit.kit.sandbox;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.dayend.DayEnds;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.operation.Backlog;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Transactions;
import fr.microcredit.kit.time.SandboxConfig;

/** Moves this service's business date, and tells whether it has caught up; answers 404 outside the sandbox. */
@Path("/sandbox")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class SandboxResource {
    private final SandboxConfig sandbox;
    private final DayEnds dayEnds;
    private final Backlog backlog;
    private final Transactions transactions;

    SandboxResource(SandboxConfig config, DayEnds dayEnds, Backlog backlog, Transactions transactions) {
        this.sandbox = config;
        this.dayEnds = dayEnds;
        this.backlog = backlog;
        this.transactions = transactions;
    }

    /** @param to the new business date, not before the present one */
    public record Move(@NotNull LocalDate to) {
    }

    /**
     * @param today    the business date
     * @param nextWork first day before the one asked about whose end has work
     */
    public record BusinessDate(LocalDate today, Optional<LocalDate> nextWork) {
    }

    /**
     * @param quiet     nothing to send and nothing to read
     * @param lag       records not read yet
     * @param read      records read so far
     * @param published events published so far
     */
    public record Quietness(boolean quiet, long outbox, long lag, long parked, long dead, long read, long published) {
    }

    @GET
    @Path("/business-date")
    @Operation(summary = "The sandbox's business date, and the next day with work at its end")
    @Refuses(status = 404, value = "not-found")
    public Uni<BusinessDate> businessDate(@QueryParam("until") LocalDate until) {
        requireSandbox();
        return openDay().chain(today -> until == null
                ? Uni.createFrom().item(new BusinessDate(today, Optional.empty()))
                : dayEnds.nextWork(today, until.minusDays(1)).map(work -> new BusinessDate(today, work)));
    }

    @POST
    @Path("/business-date")
    @Operation(summary = "Moves the sandbox's business date; the days' ends are run")
    @Refuses(status = 404, value = "not-found")
    public Uni<BusinessDate> move(@NotNull @Valid Move move) {
        requireSandbox();
        return openDay().chain(today -> {
            if (move.to().isBefore(today)) {
                throw RefusedException.of(Reason.invalid("/to", "date-in-the-past"));
            }
            return dayEnds.openDay(today, move.to());
        }).map(done -> new BusinessDate(move.to(), Optional.empty()));
    }

    @GET
    @Path("/quietness")
    @Operation(summary = "Whether the service has nothing left to do")
    @Refuses(status = 404, value = "not-found")
    public Uni<Quietness> quietness() {
        requireSandbox();
        return transactions.inScope(DataScope.system(), () -> backlog.lag().chain(lag -> backlog.counts()
                .map(now -> new Quietness(now.outbox() == 0 && lag == 0, now.outbox(), lag, now.parked(), now.dead(),
                        now.read(), now.published()))));
    }

    private Uni<LocalDate> openDay() {
        return dayEnds.openDay().map(day -> day.orElse(sandbox.startDate()));
    }

    private void requireSandbox() {
        if (!sandbox.enabled()) {
            throw RefusedException.unknown();
        }
    }
}
