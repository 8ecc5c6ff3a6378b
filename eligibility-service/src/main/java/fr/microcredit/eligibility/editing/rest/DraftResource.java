package fr.microcredit.eligibility.editing.rest;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import fr.microcredit.eligibility.editing.PublishScheme;
import fr.microcredit.eligibility.editing.ReviewDraft;
import fr.microcredit.eligibility.editing.UploadScheme;
import fr.microcredit.eligibility.scheme.RefreshLibraries;
import fr.microcredit.eligibility.scheme.SchemeVersion;
import fr.microcredit.eligibility.scheme.SchemeVersions;
import fr.microcredit.eligibility.scheme.rest.SchemeView;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.tenancy.Roles;

/** Where a territory's rules are written: a scheme file goes up, is looked at, and a second person publishes it. */
@Path("/scheme-drafts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SCHEME_EDITOR, Roles.AUDITOR})
public class DraftResource {
    /** A file is known by its hash and has no version besides. */
    private static final int NO_VERSION = -1;

    private final Commands commands;
    private final Queries queries;
    private final UploadScheme upload;
    private final ReviewDraft review;
    private final PublishScheme publish;
    private final RefreshLibraries refresh;
    private final Answer<SchemeVersion> answer;

    DraftResource(Commands commands, Queries queries, UploadScheme upload, ReviewDraft review,
            PublishScheme publish, RefreshLibraries refresh, SchemeVersions versions) {
        this.commands = commands;
        this.queries = queries;
        this.upload = upload;
        this.review = review;
        this.publish = publish;
        this.refresh = refresh;
        this.answer = Answer.<SchemeVersion>of((actor, key) -> versions.find(key)
                .map(found -> found.map(version -> new Kept<>(key, NO_VERSION, version))), SchemeView::of)
                .offering((actor, version) -> version.possible(actor.subject()).stream().map(Codes::of).toList());
    }

    /** @param sha256 of the file that was looked at */
    public record Publication(@NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {
    }

    /** Drafts and what keeps each from being published. */
    @GET
    @Operation(summary = "Drafts that are not published")
    public Uni<List<SchemeView>> list() {
        return queries.run(actor -> review.drafts().map(all -> all.stream().map(SchemeView::of).toList()));
    }

    /** @param file a scheme file, see {@code schemes/scheme-file.schema.json} */
    @POST
    @RolesAllowed(Roles.SCHEME_EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A scheme file as a draft; every fault is told with its line")
    @APIResponseSchema(value = SchemeView.class, responseCode = "201")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)), required = true)
    @Refuses("scheme-version-published")
    @Refuses(status = 422, value = "scheme-not-sound")
    public Uni<Response> upload(@NotBlank String file) {
        return commands.run("scheme-uploaded", file, answer.at("/scheme-drafts/"),
                act -> upload.handle(act, file).map(SchemeVersion::key));
    }

    /** What would change, rule by rule and as counts of past requests; computed beside the event loop. */
    @GET
    @Path("/{schemeId}/{version}")
    @Operation(summary = "What a draft changes, and who would change side")
    public Uni<ReviewView> review(@PathParam("schemeId") String schemeId, @PathParam("version") String version) {
        return queries.run(actor -> review.read(schemeId, version)).emitOn(Infrastructure.getDefaultWorkerPool())
                .map(review::review).map(ReviewView::of);
    }

    @POST
    @Path("/{schemeId}/{version}/publication")
    @RolesAllowed(Roles.SCHEME_EDITOR)
    @Operation(summary = "A second editor publishes the draft just read")
    @APIResponseSchema(value = SchemeView.class, responseCode = "200")
    @Refuses("second-person-needed")
    @Refuses(status = 412, value = "stale-version")
    @Refuses(status = 422, value = "scheme-not-sound")
    public Uni<Response> publish(@PathParam("schemeId") String schemeId, @PathParam("version") String version,
            @NotNull @Valid Publication form) {
        return commands.run("scheme-published", form, answer,
                act -> publish.handle(act, schemeId, version, form.sha256()).map(SchemeVersion::key))
                .call(refresh::refresh);
    }
}
