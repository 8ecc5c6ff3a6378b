package fr.microcredit.guarantee.fund.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.fund.Guarantees;
import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.guarantee.fund.domain.Share;
import fr.microcredit.guarantee.promise.domain.Promise;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.tenancy.Roles;

/** What the guarantors answer for on a loan. */
@Path("/guarantees")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FUND_MANAGER, Roles.AUDITOR, Roles.OFFICE_MANAGER})
public class GuaranteeResource {
    private final Queries queries;
    private final Answer<Guarantee> answer;

    GuaranteeResource(Queries queries, Guarantees guarantees) {
        this.queries = queries;
        this.answer = Answer.of((actor, key) -> guarantees.find(key), GuaranteeView::of);
    }

    /**
     * A loan's guarantee; amounts in cents.
     *
     * @param claimId the newest claim on it ({@code GET /claims/...}); absent where the bank has filed none
     */
    public record GuaranteeView(UUID dossierId, String bankId, Guarantee.Status status, int round, Money principal,
            Money outstanding,
            Optional<LocalDate> expiresOn, List<Share> shares, Optional<UUID> claimId) {
        static GuaranteeView of(Guarantee g) {
            return new GuaranteeView(g.dossierId(), g.about().bank(), g.state(), g.round(), g.principal(),
                    g.outstanding(),
                    g.expiresOn(), g.shares(), g.claim());
        }
    }

    @GET
    @Path("/{dossierId}/{bankId}")
    @Operation(summary = "The guarantee of a loan of a bank, by guarantor")
    @APIResponseSchema(value = GuaranteeView.class, responseCode = "200")
    public Uni<Response> guarantee(@PathParam("dossierId") UUID dossierId, @PathParam("bankId") String bankId) {
        return queries.one(answer, Promise.keyOf(dossierId, bankId));
    }
}
