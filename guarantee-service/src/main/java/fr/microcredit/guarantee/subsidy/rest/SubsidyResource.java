package fr.microcredit.guarantee.subsidy.rest;

import java.time.LocalDate;
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

import fr.microcredit.guarantee.promise.domain.Promise;
import fr.microcredit.guarantee.subsidy.Subsidies;
import fr.microcredit.guarantee.subsidy.domain.Subsidy;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.tenancy.Roles;

/** Subsidies paid from an office's envelopes. */
@Path("/subsidies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FUND_MANAGER, Roles.AUDITOR, Roles.OFFICE_MANAGER})
public class SubsidyResource {
    private final Queries queries;
    private final Answer<Subsidy> answer;

    SubsidyResource(Queries queries, Subsidies subsidies) {
        this.queries = queries;
        this.answer = Answer.of((actor, key) -> subsidies.find(key), SubsidyView::of);
    }

    /** A loan's subsidy, amounts in cents. */
    public record SubsidyView(UUID dossierId, String bankId, Subsidy.Status status, int round, int year, Money amount,
            int accruedThrough, Money accrued, Optional<LocalDate> expiresOn) {
        static SubsidyView of(Subsidy s) {
            return new SubsidyView(s.dossierId(), s.about().bank(), s.state(), s.round(), s.year(), s.amount(),
                    s.accrual().throughInstalment(), s.accrual().amount(), s.expiresOn());
        }
    }

    @GET
    @Path("/{dossierId}/{bankId}")
    @Operation(summary = "The interest subsidy of a loan of a bank")
    @APIResponseSchema(value = SubsidyView.class, responseCode = "200")
    public Uni<Response> subsidy(@PathParam("dossierId") UUID dossierId, @PathParam("bankId") String bankId) {
        return queries.one(answer, Promise.keyOf(dossierId, bankId));
    }
}
