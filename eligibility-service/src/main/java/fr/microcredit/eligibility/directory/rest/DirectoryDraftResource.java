package fr.microcredit.eligibility.directory.rest;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.directory.DraftEntry;
import fr.microcredit.eligibility.directory.EntryVersion;
import fr.microcredit.eligibility.directory.EntryVersions;
import fr.microcredit.eligibility.directory.PublishEntry;
import fr.microcredit.eligibility.directory.rest.EntryView.DraftView;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.tenancy.Roles;

/** Where the directory is written: one editor drafts a version of an entry, a second one publishes it. */
@Path("/directory-drafts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SCHEME_EDITOR, Roles.AUDITOR})
public class DirectoryDraftResource {
    /** A draft is known by its hash and has no version besides. */
    private static final int NO_VERSION = -1;

    private final Commands commands;
    private final Queries queries;
    private final DraftEntry draft;
    private final PublishEntry publish;
    private final EntryVersions versions;
    private final Answer<EntryVersion> answer;

    DirectoryDraftResource(Commands commands, Queries queries, DraftEntry draft, PublishEntry publish,
            EntryVersions versions) {
        this.commands = commands;
        this.queries = queries;
        this.draft = draft;
        this.publish = publish;
        this.versions = versions;
        this.answer = Answer.<EntryVersion>of((actor, key) -> versions.find(key)
                .map(found -> found.map(version -> new Kept<>(key, NO_VERSION, version))), DraftView::of)
                .offering((actor, version) -> version.possible(actor.subject()).stream().map(Codes::of).toList());
    }

    /** @param sha256 of the draft that was read */
    public record EntryPublication(@NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {
    }

    @GET
    @Operation(summary = "Drafts of the directory that are not published")
    public Uni<List<DraftView>> list() {
        return queries.run(actor -> versions.drafts().map(all -> all.stream().map(DraftView::of).toList()));
    }

    @POST
    @RolesAllowed(Roles.SCHEME_EDITOR)
    @Operation(summary = "Drafts a version of an accompanying body, a bank or a convention; every fault is told with its place")
    @APIResponseSchema(value = DraftView.class, responseCode = "201")
    @Refuses("entry-version-published")
    public Uni<Response> draft(@NotNull @Valid EntryForm form) {
        return commands.run("directory-entry-drafted", form, answer.at("/directory-drafts/"),
                act -> draft.handle(act, form.toEntry()).map(EntryVersion::key));
    }

    /** A draft, or what became of it. */
    @GET
    @Path("/{id}/{version}")
    @Operation(summary = "A version of an entry, drafted or published")
    @APIResponseSchema(value = DraftView.class, responseCode = "200")
    public Uni<Response> one(@PathParam("id") String id, @PathParam("version") String version) {
        return queries.one(answer, id + "/" + version);
    }

    @POST
    @Path("/{id}/{version}/publication")
    @RolesAllowed(Roles.SCHEME_EDITOR)
    @Operation(summary = "A second editor publishes the draft just read")
    @APIResponseSchema(value = DraftView.class, responseCode = "200")
    @Refuses("second-person-needed")
    @Refuses(status = 412, value = "stale-version")
    public Uni<Response> publish(@PathParam("id") String id, @PathParam("version") String version,
            @NotNull @Valid EntryPublication form) {
        return commands.run("directory-entry-published", form, answer,
                act -> publish.handle(act, id + "/" + version, form.sha256()).map(EntryVersion::key));
    }
}
