package fr.microcredit.eligibility.scheme.rest;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.scheme.SchemeLibrary;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.tenancy.Roles;

/** The rules of every published scheme with their sources, as they are applied. */
@Path("/schemes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER, Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT,
        Roles.SCHEME_EDITOR, Roles.AUDITOR})
public class SchemeResource {
    private final Queries queries;
    private final SchemeLibrary library;

    SchemeResource(Queries queries, SchemeLibrary library) {
        this.queries = queries;
        this.library = library;
    }

    @GET
    @Operation(summary = "Published schemes")
    public Uni<List<SchemeView>> list() {
        return queries.run(actor -> library.current()
                .map(shelf -> shelf.versions().stream().map(SchemeView::of).toList()));
    }

    /** With the file as it was written. */
    @GET
    @Path("/{schemeId}/versions/{version}")
    @Operation(summary = "One version of a scheme with its file")
    public Uni<SchemeView> one(@PathParam("schemeId") String schemeId, @PathParam("version") String version) {
        return queries.run(actor -> library.current()
                .map(shelf -> shelf.versions().stream()
                        .filter(each -> each.scheme().schemeId().equals(schemeId)
                                && each.scheme().version().equals(version))
                        .findFirst().map(SchemeView::withFile)
                        .orElseThrow(RefusedException::unknown)));
    }
}
