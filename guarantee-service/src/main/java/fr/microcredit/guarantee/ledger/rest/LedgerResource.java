package fr.microcredit.guarantee.ledger.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.ledger.LedgerBook;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.tenancy.Roles;

/** Whether the ledger is sound, asked of the running service. */
@Path("/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.OPERATOR, Roles.FUND_MANAGER})
public class LedgerResource {
    private final Queries queries;
    private final LedgerBook ledger;

    LedgerResource(Queries queries, LedgerBook ledger) {
        this.queries = queries;
        this.ledger = ledger;
    }

    /** All figures must be zero. */
    public record CheckView(boolean sound, long totalCents, long unbalancedEntries, long wrongBalances,
            long overdrawnAccounts) {
        static CheckView of(LedgerBook.Check check) {
            return new CheckView(check.isSound(), check.totalCents(), check.unbalancedEntries(), check.wrongBalances(),
                    check.overdrawnAccounts());
        }
    }

    @GET
    @Path("/check")
    @Operation(summary = "Whether every entry balances and every account agrees with its entries")
    public Uni<CheckView> check() {
        return queries.run(actor -> ledger.check().map(CheckView::of));
    }
}
