package fr.microcredit.kit.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Page;
import fr.microcredit.kit.http.Paging;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;

@Path("/notes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER, Roles.OPERATOR})
public class NoteResource {
    private final Commands commands;
    private final Queries queries;
    private final Acts acts;
    private final Store<Note> notes;
    private final Answer<Note> answer;

    NoteResource(Commands commands, Queries queries, Acts acts, Store<Note> notes) {
        this.commands = commands;
        this.queries = queries;
        this.acts = acts;
        this.notes = notes;
        this.answer = Answer.of((actor, key) -> notes.find(key), View::of);
    }

    public record Draft(@NotBlank String text, @NotNull @Positive @Max(1_000_000) Long amountCents,
            LocalDate day, @Valid List<Line> lines) {
    }

    public record Line(@NotBlank String name, int count) {
    }

    /** What a note may be marked with; none is. */
    public enum Mark {
        READ
    }

    /** One component of each kind that may be missing. */
    public record View(String id, String text, Optional<LocalDate> readOn, Optional<Money> worth, Optional<Mark> mark) {
        static View of(Note note) {
            return new View(note.key(), note.text(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    @POST
    @APIResponseSchema(value = View.class, responseCode = "201")
    @Refuses("not-today")
    public Uni<Response> add(@NotNull @Valid Draft draft) {
        return commands.keep("noted", draft, answer.at("/notes/"),
                act -> acts.open(act.on(draft.day(), "/day"), notes, on -> {
                    String office = draft.text().startsWith("foreign") ? "someone-else" : act.actor().tenantId();
                    Note note = Note.of(office, draft.text(), on);
                    return Decision.accepted(note, new SampleEvents.Noted(note.text()));
                }).call(kept -> writeElsewhere(draft.text())).invoke(kept -> fail(draft.text())));
    }

    /** Whatever else a command may have written before it turns out that it is refused: here a row, and the note itself. */
    private static Uni<Void> writeElsewhere(String text) {
        return text.startsWith("refuse")
                ? Sql.of("insert into heard (key, text) values (:text, :text)").with("text", text).update()
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private static void fail(String text) {
        if (text.startsWith("refuse")) {
            throw new fr.microcredit.kit.domain.RefusedException(List.of(Reason.conflict("not-today")));
        }
        if (text.startsWith("break")) {
            throw new IllegalStateException("broken on purpose: secret " + text);
        }
    }

    @PUT
    @Path("/{id}")
    @Parameter(ref = "If-Match")
    @APIResponseSchema(value = View.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "A note is never too late")
    @APIResponse(responseCode = "422", description = "The note as it is", content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class)))
    public Uni<Response> change(@PathParam("id") String id, @NotNull @Valid Draft draft) {
        return commands.keep("note-changed", draft, answer,
                act -> acts.change(act.on(draft.day(), "/day"), notes, id, id,
                        (note, on) -> note.text().equals(draft.text())
                                ? Decision.unchanged(note)
                                : Decision.accepted(note.with(draft.text()), new SampleEvents.Noted(draft.text()))));
    }

    /** Every effect shows, since it adds. */
    @POST
    @Path("/{id}/lines")
    @APIResponseSchema(value = View.class, responseCode = "200")
    public Uni<Response> append(@PathParam("id") UUID id, @NotNull @Valid Line line) {
        String key = id.toString();
        return commands.keep("line-added", line, answer, act -> acts.report(act, notes, key, key,
                (note, on) -> Decision.accepted(note.with(note.text() + " " + line.name()),
                        new SampleEvents.LineAdded(line.name()))));
    }

    @GET
    @Path("/{id}")
    @APIResponseSchema(value = View.class, responseCode = "200")
    public Uni<Response> read(@PathParam("id") String id) {
        return queries.one(answer, id);
    }

    @GET
    @Path("/pages")
    public Uni<Page<View>> pages(@BeanParam Paging paging, @QueryParam("since") LocalDate since) {
        return queries.run(actor -> notes.page(new Store.Filter(actor.tenantId(), Optional.empty(),
                paging.place(), paging.limit())).map(found -> Page.of(found, paging.limit(), View::of)));
    }

    /** Answers otherwise than it says. */
    @GET
    @Path("/liar")
    @APIResponseSchema(value = View.class, responseCode = "200")
    public Response liar() {
        return Response.ok(new Line("no view", 1)).build();
    }

    /** Without any tenant filter of the application's: only row-level security is left. */
    @GET
    public Uni<List<String>> all() {
        return queries.run(actor -> Sql.of("select tenant from note").list(row -> row.text("tenant")));
    }
}
