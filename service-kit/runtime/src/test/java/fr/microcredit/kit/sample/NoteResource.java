package fr.microcredit.kit.sample;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.event.OutgoingEvent;
import fr.microcredit.kit.http.CommandContext;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Reply;
import fr.microcredit.kit.http.Versions;
import fr.microcredit.kit.outbox.Outbox;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.tenancy.Roles;

@Path("/notes")
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OPERATOR})
public class NoteResource {
    private final Commands commands;
    private final Queries queries;
    private final Outbox outbox;
    private final AuditTrail audit;

    NoteResource(Commands commands, Queries queries, Outbox outbox, AuditTrail audit) {
        this.commands = commands;
        this.queries = queries;
        this.outbox = outbox;
        this.audit = audit;
    }

    public record Draft(@NotBlank String text, @NotNull @Positive @Max(1_000_000) Long amountCents,
            java.time.LocalDate day, @Valid List<Line> lines) {
    }

    public record Line(@NotBlank String name, int count) {
    }

    public record View(String id, String text, long version) {
    }

    public record Noted(String noteId, String officeId, String text) {
    }

    @POST
    public Uni<Response> add(@NotNull @Valid Draft draft) {
        return commands.run(draft, command -> insert(command, draft));
    }

    private Uni<Reply> insert(CommandContext command, Draft draft) {
        Note note = new Note();
        note.id = UUID.randomUUID();
        note.officeId = draft.text().startsWith("foreign") ? "someone-else" : command.actor().tenantId();
        note.text = draft.text();
        return Panache.getSession().chain(session -> session.persist(note))
                .chain(() -> outbox.append(noted(note)))
                .chain(() -> audit.record(command.actor(), "noted", note.id.toString(), java.util.Map.of()))
                .map(done -> {
                    if (draft.text().startsWith("refuse")) {
                        throw new ProblemException(Problems.CONFLICT);
                    }
                    if (draft.text().startsWith("break")) {
                        throw new IllegalStateException("broken on purpose: secret " + draft.text());
                    }
                    return Reply.created("/notes/" + note.id, view(note)).withVersion(note.version);
                });
    }

    @PUT
    @Path("/{id}")
    public Uni<Response> change(@PathParam("id") UUID id, @NotNull @Valid Draft draft) {
        return commands.run(draft, command -> find(command.actor(), id).chain(note -> {
            Versions.check(command.expectedVersion(), note.version);
            note.text = draft.text();
            return outbox.append(noted(note)).chain(() -> Panache.getSession().chain(session -> session.flush()))
                    .map(done -> Reply.ok(view(note)).withVersion(note.version));
        }));
    }

    @GET
    @Path("/{id}")
    public Uni<View> read(@PathParam("id") UUID id) {
        return queries.run(actor -> find(actor, id).map(NoteResource::view));
    }

    /** Without any tenant filter of the application's: only row-level security is left. */
    @GET
    public Uni<List<String>> all() {
        return queries.run(actor -> Sql.of("select office_id from note").list(row -> row.text(0)));
    }

    private static Uni<Note> find(Actor actor, UUID id) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery("from Note where id = :id", Note.class)
                        .setParameter("id", id).getSingleResultOrNull())
                .map(note -> {
                    if (note == null) {
                        throw new ProblemException(Problems.NOT_FOUND);
                    }
                    return note;
                });
    }

    private static OutgoingEvent noted(Note note) {
        return new OutgoingEvent("fr.microcredit.kittest.noted", note.id.toString(),
                new Noted(note.id.toString(), note.officeId, note.text));
    }

    private static View view(Note note) {
        return new View(note.id.toString(), note.text, note.version);
    }
}
