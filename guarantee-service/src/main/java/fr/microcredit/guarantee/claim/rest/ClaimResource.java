package fr.microcredit.guarantee.claim.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.claim.Claims;
import fr.microcredit.guarantee.claim.DecideClaim;
import fr.microcredit.guarantee.claim.domain.Claim;
import fr.microcredit.guarantee.claim.domain.Claim.RejectionReason;
import fr.microcredit.guarantee.claim.domain.ClaimRules;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Page;
import fr.microcredit.kit.http.Paging;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;

/** Guarantees that banks call. */
@Path("/claims")
@Produces(MediaType.APPLICATION_JSON)
public class ClaimResource {
    private final Commands commands;
    private final Queries queries;
    private final DecideClaim decide;
    private final Claims claims;
    private final Answer<Claim> answer;

    ClaimResource(Commands commands, Queries queries, DecideClaim decide, Claims claims) {
        this.commands = commands;
        this.queries = queries;
        this.decide = decide;
        this.claims = claims;
        this.answer = Answer.of((actor, key) -> claims.find(key), ClaimView::of)
                .offering(ClaimRules::possible);
    }

    /** What a fund manager decides. */
    public enum Verdict {
        ACCEPTED, REJECTED
    }

    /**
     * @param reasons   of a rejection, at least one; none of an acceptance
     * @param decidedOn business date, today where absent
     */
    public record DecisionForm(@NotNull Verdict decision, @Size(max = 5) List<@NotNull RejectionReason> reasons,
            LocalDate decidedOn) {
        List<RejectionReason> stated() {
            return reasons == null ? List.of() : reasons.stream().distinct().toList();
        }
    }

    /**
     * The guarantor has paid its share; the amount is that of the claim.
     *
     * @param paidOn business date, today where absent
     */
    public record PaymentForm(@NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}") String guarantor,
            LocalDate paidOn) {
    }

    @GET
    @RolesAllowed({Roles.FUND_MANAGER, Roles.AUDITOR})
    @Operation(summary = "Claims, newest first: those to decide where no status is named")
    public Uni<Page<ClaimView>> list(@QueryParam("status") @DefaultValue("filed") Claim.Status status,
            @BeanParam Paging paging) {
        return queries.run(actor -> claims
                .page(new Store.Filter(actor.tenantId(), Optional.of(Codes.of(status)), paging.place(),
                        paging.limit()))
                .map(found -> Page.of(found, paging.limit(), ClaimView::of)));
    }

    @GET
    @Path("/{claimId}")
    @RolesAllowed({Roles.FUND_MANAGER, Roles.AUDITOR, Roles.OFFICE_MANAGER})
    @Operation(summary = "A claim: what is asked, what speaks against it, what was decided, paid and recovered")
    @APIResponseSchema(value = ClaimView.class, responseCode = "200")
    public Uni<Response> claim(@PathParam("claimId") UUID claimId) {
        return queries.one(answer, claimId.toString());
    }

    @POST
    @Path("/{claimId}/decision")
    @RolesAllowed(Roles.FUND_MANAGER)
    @Operation(summary = "A fund manager accepts a claim, which calls the guarantors, or rejects it with reasons")
    @APIResponseSchema(value = ClaimView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"claim-stage", "claim-not-covered", "call-envelope-exceeded"})
    public Uni<Response> decide(@PathParam("claimId") UUID claimId, @NotNull @Valid DecisionForm form) {
        if (form.decision() == Verdict.REJECTED) {
            return commands.keep("claim-rejected", form, answer,
                    act -> decide.reject(act.on(form.decidedOn(), "/decidedOn"), claimId, form.stated()));
        }
        if (!form.stated().isEmpty()) {
            throw RefusedException.of(Reason.invalid("/reasons", "reasons-of-a-rejection"));
        }
        return commands.keep("claim-accepted", form, answer,
                act -> decide.accept(act.on(form.decidedOn(), "/decidedOn"), claimId));
    }

    @POST
    @Path("/{claimId}/payments")
    @RolesAllowed(Roles.FUND_MANAGER)
    @Operation(summary = "A guarantor has paid its share of an accepted claim, once")
    @APIResponseSchema(value = ClaimView.class, responseCode = "200")
    @Refuses({"claim-stage", "share-already-paid"})
    public Uni<Response> pay(@PathParam("claimId") UUID claimId, @NotNull @Valid PaymentForm form) {
        return commands.keep("claim-paid", form, answer,
                act -> decide.pay(act.on(form.paidOn(), "/paidOn"), claimId, form.guarantor()));
    }
}
