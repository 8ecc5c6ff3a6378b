package fr.microcredit.intake.catalogue.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.catalogue.KnownSchemes;
import fr.microcredit.intake.catalogue.domain.Scheme;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.tenancy.Roles;

/** The schemes and banks an office can choose from. */
@Path("/schemes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class SchemeResource {
    private final Queries queries;
    private final KnownSchemes schemes;

    SchemeResource(Queries queries, KnownSchemes schemes) {
        this.queries = queries;
        this.schemes = schemes;
    }

    /**
     * @param commission  {@code required} or {@code none}
     * @param banks       that the scheme lists
     * @param conventions versions of what those banks have agreed on; a bank without a running one takes no new request
     * @param lenders     versions of where those banks lend; one that names no territory lends everywhere
     */
    public record SchemeView(String schemeId, String version, String name, LocalDate validFrom,
            Optional<LocalDate> validTo,
            String commission, List<Scheme.Convention> banks, List<Scheme.Agreement> conventions,
            List<Scheme.Lender> lenders) {
        static SchemeView of(Scheme scheme) {
            return new SchemeView(scheme.schemeId(), scheme.version(), scheme.name(), scheme.validFrom(),
                    scheme.validTo(), scheme.commissionRequired() ? "required" : "none",
                    scheme.conventions(), scheme.agreements(), scheme.lenders());
        }
    }

    @GET
    @Operation(summary = "Schemes and banks an office can choose")
    public Uni<List<SchemeView>> list() {
        return queries.run(actor -> schemes.all().map(all -> all.stream().map(SchemeView::of).toList()));
    }
}
