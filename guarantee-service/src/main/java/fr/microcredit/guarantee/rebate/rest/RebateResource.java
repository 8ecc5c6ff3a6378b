package fr.microcredit.guarantee.rebate.rest;

import java.math.BigDecimal;
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

import fr.microcredit.guarantee.rebate.domain.Rebate;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;

/** The Region's rebates of interest. */
@Path("/rebates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FUND_MANAGER, Roles.AUDITOR, Roles.OFFICE_MANAGER})
public class RebateResource {
    private final Queries queries;
    private final Answer<Rebate> answer;

    RebateResource(Queries queries, Store<Rebate> rebates) {
        this.queries = queries;
        this.answer = Answer.of((actor, key) -> rebates.find(key), RebateView::of);
    }

    /** A loan's rebate, amounts in cents; base and amount are known after full repayment. */
    public record RebateView(UUID dossierId, Rebate.Status status, BigDecimal fraction, Optional<Money> base,
            Optional<Money> amount) {
        static RebateView of(Rebate r) {
            return new RebateView(r.dossierId(), r.state(), r.fraction(), r.base(),
                    r.amount());
        }
    }

    @GET
    @Path("/{dossierId}")
    @Operation(summary = "The interest given back on a loan")
    @APIResponseSchema(value = RebateView.class, responseCode = "200")
    public Uni<Response> rebate(@PathParam("dossierId") UUID dossierId) {
        return queries.one(answer, dossierId.toString());
    }
}
