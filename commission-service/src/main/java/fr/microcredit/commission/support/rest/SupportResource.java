package fr.microcredit.commission.support.rest;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.support.DecideSupport;
import fr.microcredit.commission.support.ReadSupport;
import fr.microcredit.commission.support.domain.SupportRequest;
import fr.microcredit.commission.support.domain.SupportRules.Put;
import fr.microcredit.commission.support.domain.SupportRuling;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.tenancy.Roles;

/** What an office asks its support commission for, what that decides, and what came of it. */
@Path("/support-requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT, Roles.OFFICE_MANAGER})
public class SupportResource {
    private final Commands commands;
    private final Queries queries;
    private final DecideSupport decide;
    private final ReadSupport read;

    SupportResource(Commands commands, Queries queries, DecideSupport decide, ReadSupport read) {
        this.commands = commands;
        this.queries = queries;
        this.decide = decide;
        this.read = read;
    }

    /**
     * @param instalments of a grant, some of the request's; all of them where left out
     * @param amountCents of a grant, at most what is asked for; all of it where left out
     * @param reasons     each once; at least one for a refusal, none for a grant
     * @param decidedOn   day of the session, today where absent; not before the request
     */
    public record SupportDecisionForm(@NotNull SupportRuling.Verdict decision,
            @Size(min = 1, max = 24) List<@NotNull @Min(1) @Max(600) Integer> instalments,
            @Min(1) @Max(100_000_000) Long amountCents,
            @NotNull @Size(max = 10) List<SupportRuling.@NotNull Reason> reasons, LocalDate decidedOn) {
        Put put() {
            return new Put(decision, Optional.ofNullable(instalments).map(List::copyOf),
                    Optional.ofNullable(amountCents).map(Money::ofCents), reasons);
        }
    }

    /** @param withdrawnOn business date, today where absent; not before the grant */
    public record SupportWithdrawalForm(@NotNull SupportRequest.Why why, LocalDate withdrawnOn) {
    }

    @GET
    @Operation(summary = "What the support commission was asked for, the oldest first: who waits, since when and for how long")
    public Uni<List<SupportViews.SupportView>> list(@QueryParam("status") SupportRequest.Status status) {
        return queries.run(actor -> read.requests(actor.tenantId(), Optional.ofNullable(status))
                .map(all -> all.stream().map(SupportViews.SupportView::of).toList()));
    }

    @GET
    @Path("/unmatched-payments")
    @Operation(summary = "What banks were paid by the support commission without a grant for it")
    public Uni<List<SupportViews.UnmatchedPayment>> unmatched() {
        return queries.run(actor -> read.unmatched(actor.tenantId())
                .map(all -> all.stream().map(SupportViews.UnmatchedPayment::of).toList()));
    }

    @POST
    @Path("/{requestId}/decision")
    @RolesAllowed(Roles.COMMISSION_PRESIDENT)
    @Operation(summary = "The support commission grants or refuses, within what the office lets it spend")
    @APIResponseSchema(value = SupportViews.SupportView.class, responseCode = "200")
    @Refuses({"support-decided", "support-lapsed", "no-support-settings", "support-budget-exceeded",
            "support-dossier-limit", "support-year-limit"})
    public Uni<Response> decide(@PathParam("requestId") UUID requestId, @NotNull @Valid SupportDecisionForm form) {
        return commands.run("support-" + Codes.of(form.decision()), form, SupportViews.decided(read),
                act -> decide.decide(act.on(form.decidedOn(), "/decidedOn"), requestId, form.put())
                        .map(kept -> ReadSupport.keyOf(kept.key(), requestId)));
    }

    @POST
    @Path("/{requestId}/withdrawal")
    @RolesAllowed(Roles.COMMISSION_PRESIDENT)
    @Operation(summary = "Takes a grant back before anything is paid under it")
    @APIResponseSchema(value = SupportViews.SupportView.class, responseCode = "200")
    @Refuses({"support-paid", "support-not-granted"})
    public Uni<Response> withdraw(@PathParam("requestId") UUID requestId,
            @NotNull @Valid SupportWithdrawalForm form) {
        return commands.run("support-withdrawn", form, SupportViews.decided(read),
                act -> decide.withdraw(act.on(form.withdrawnOn(), "/withdrawnOn"), requestId, form.why())
                        .map(kept -> ReadSupport.keyOf(kept.key(), requestId)));
    }
}
