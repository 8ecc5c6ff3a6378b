package fr.microcredit.observatory.release.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.http.Queries;
import fr.microcredit.observatory.release.Releases;

/** The observatory's public figures: what was released, never computed for a reader. */
@Path("/indicators")
@Produces(MediaType.APPLICATION_JSON)
public class IndicatorResource {
    private static final String FOR_AN_HOUR = "public, max-age=3600";

    private final Queries queries;
    private final Releases releases;
    private final int personsMin;

    IndicatorResource(Queries queries, Releases releases,
            @ConfigProperty(name = "observatory.persons-min") int personsMin) {
        this.queries = queries;
        this.releases = releases;
        this.personsMin = personsMin;
    }

    @GET
    @PermitAll
    @Operation(summary = "The region's indicators by closed year, as released")
    @APIResponseSchema(value = IndicatorView.class, responseCode = "200")
    public Uni<Response> read() {
        return queries.open(releases::all).map(all -> Response.ok(IndicatorView.of(personsMin, all))
                .header("Cache-Control", FOR_AN_HOUR).build());
    }
}
