package fr.microcredit.guarantee.rebate.rest;

import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.annotation.JsonInclude;

import fr.microcredit.guarantee.rebate.RebateInterest;
import fr.microcredit.guarantee.rebate.domain.Rebate;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.tenancy.Roles;

/** The Region's rebates of interest. */
@Path("/rebates")
@RolesAllowed({Roles.FUND_MANAGER, Roles.AUDITOR, Roles.OFFICE_MANAGER})
public class RebateResource {
    private final Queries queries;
    private final RebateInterest rebates;

    RebateResource(Queries queries, RebateInterest rebates) {
        this.queries = queries;
        this.rebates = rebates;
    }

    /** A loan's rebate, amounts in cents; base and amount are known after full repayment. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RebateView(UUID dossierId, String status, String fraction, Long baseCents, Long amountCents) {
        static RebateView of(Rebate r) {
            return new RebateView(r.dossierId(), r.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    r.conditions().fraction().toPlainString(), r.base().map(Money::cents).orElse(null),
                    r.amount().map(Money::cents).orElse(null));
        }
    }

    @GET
    @Path("/{dossierId}")
    public Uni<RebateView> rebate(@PathParam("dossierId") UUID dossierId) {
        return queries.run(actor -> rebates.find(dossierId).map(RebateView::of));
    }
}
