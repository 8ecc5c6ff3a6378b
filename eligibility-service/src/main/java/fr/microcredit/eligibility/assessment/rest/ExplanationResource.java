package fr.microcredit.eligibility.assessment.rest;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import fr.microcredit.eligibility.assessment.ExplainAssessment;
import fr.microcredit.eligibility.assessment.wording.Sentences;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.problem.Languages;
import fr.microcredit.kit.tenancy.Roles;

/** Why the rules said what they said: for the person concerned, for programs, and as a proof. */
@Path("/assessments/{dossierId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class ExplanationResource {
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    private final Queries queries;
    private final ExplainAssessment explain;
    private final Template explanation;
    private final HttpHeaders headers;

    ExplanationResource(Queries queries, ExplainAssessment explain, Template explanation,
            @Context HttpHeaders headers) {
        this.queries = queries;
        this.explain = explain;
        this.explanation = explanation;
        this.headers = headers;
    }

    /**
     * @param identical whether the same rules and figures give the same answer, to the byte
     * @param stored    SHA-256 of what was written down
     * @param replayed  SHA-256 of what the rules say now
     */
    public record ReplayView(UUID dossierId, int revision, boolean identical, String stored, String replayed) {
    }

    /** Also what the office's own commission reads before it decides: figures and a file number, no name. */
    @GET
    @Path("/explanation")
    @RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER, Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT})
    @Operation(summary = "How the result came about, in words")
    public Uni<ExplanationView> explanation(@PathParam("dossierId") UUID dossierId) {
        Sentences words = words();
        return read(dossierId).map(found -> ExplanationView.of(found.explained(), words));
    }

    /** The same as a page for the person concerned. */
    @GET
    @Path("/explanation.html")
    @RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER, Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT})
    @Produces(HTML)
    @Operation(summary = "The same as a page for the person concerned")
    @APIResponseSchema(value = String.class, responseCode = "200")
    public Uni<Response> page(@PathParam("dossierId") UUID dossierId) {
        Sentences words = words();
        return explanation(dossierId)
                .chain(view -> explanation.data("e", view).data("t", words).data("lang", words.language())
                        .createUni())
                .map(html -> Response.ok(html).header("Content-Security-Policy", PAGE_POLICY).build());
    }

    @GET
    @Path("/replay")
    @Operation(summary = "Computes the assessment again and compares it byte by byte")
    public Uni<ReplayView> replay(@PathParam("dossierId") UUID dossierId) {
        return read(dossierId).map(ExplainAssessment.Read::replayed)
                .map(found -> new ReplayView(found.assessment().dossierId(), found.assessment().revision(),
                        found.isIdentical(), found.assessment().fingerprint(), found.replayed()));
    }

    /** What follows is computed beside the event loop. */
    private Uni<ExplainAssessment.Read> read(UUID dossierId) {
        return queries.run(actor -> explain.newest(actor, dossierId)).emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private Sentences words() {
        return Sentences.in(Languages.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }
}
