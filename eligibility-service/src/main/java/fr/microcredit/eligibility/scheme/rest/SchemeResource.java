package fr.microcredit.eligibility.scheme.rest;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.scheme.SchemeLibrary;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.tenancy.Roles;

/** The rules of every scheme with their sources, as they are applied. */
@Path("/schemes")
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER, Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT,
        Roles.SCHEME_EDITOR, Roles.AUDITOR})
public class SchemeResource {
    private final SchemeLibrary library;

    SchemeResource(SchemeLibrary library) {
        this.library = library;
    }

    @GET
    public Uni<List<Scheme>> list() {
        return Uni.createFrom().item(library.all());
    }

    @GET
    @Path("/{schemeId}/versions/{version}")
    public Uni<Scheme> one(@PathParam("schemeId") String schemeId, @PathParam("version") String version) {
        return Uni.createFrom()
                .item(library.all().stream()
                        .filter(scheme -> scheme.schemeId().equals(schemeId) && scheme.version().equals(version))
                        .findFirst().orElseThrow(() -> new ProblemException(Problems.NOT_FOUND)));
    }
}
