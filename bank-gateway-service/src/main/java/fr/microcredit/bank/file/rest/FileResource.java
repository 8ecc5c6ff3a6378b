package fr.microcredit.bank.file.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.BankFiles;
import fr.microcredit.bank.file.HandleFile;
import fr.microcredit.bank.file.ReadFiles;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.kit.http.CommandContext;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Cursor;
import fr.microcredit.kit.http.Page;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Reply;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.tenancy.Roles;

/** The partner banks' side: files sent to them and what they decide. Every command needs an Idempotency-Key. */
@Path("/files")
@RolesAllowed({Roles.BANK_AGENT, Roles.BANK_CLIENT})
public class FileResource {
    /** Closed, since free words could tell what does not belong into events. */
    private static final String REASONS = "repayment-doubtful|amount-too-high|risk-too-high|income-unstable|file-incomplete|guarantee-declined|other";

    private final Commands commands;
    private final Queries queries;
    private final HandleFile handle;
    private final ReadFiles read;

    FileResource(Commands commands, Queries queries, HandleFile handle, ReadFiles read) {
        this.commands = commands;
        this.queries = queries;
        this.handle = handle;
        this.read = read;
    }

    /**
     * @param reasons   stable codes; empty for an acceptance
     * @param decidedOn business date, today where absent
     */
    public record DecisionForm(@NotNull @Pattern(regexp = "accepted|disagreed") String decision,
            @NotNull @Size(max = 10) List<@NotNull @Pattern(regexp = REASONS) String> reasons, LocalDate decidedOn) {
    }

    /** The last word, after the meeting. */
    public record FinalDecisionForm(@NotNull @Pattern(regexp = "accepted|refused") String decision,
            @NotNull @Size(max = 10) List<@NotNull @Pattern(regexp = REASONS) String> reasons, LocalDate decidedOn) {
    }

    /**
     * @param signedOn   day of the borrower's acceptance
     * @param firstDueOn due date of the first instalment; later ones keep its day of the month
     */
    public record ContractForm(@NotNull LocalDate signedOn, @NotNull LocalDate firstDueOn) {
    }

    /** @param disbursedOn not within seven days of the signature */
    public record DisbursementForm(@NotNull LocalDate disbursedOn) {
    }

    @GET
    public Uni<Page<FileView>> list(
            @QueryParam("status") @Pattern(regexp = "received|accepted|disagreed|refused|contracted|disbursed") String status,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
        return queries.run(actor -> read.list(filter(actor, status, cursor, limit)).map(found -> page(found, limit)));
    }

    @GET
    @Path("/{dossierId}")
    public Uni<Response> read(@PathParam("dossierId") UUID dossierId) {
        return queries.reply(actor -> read.one(actor, dossierId)
                .map(found -> Reply.ok(FileView.whole(found.file(), found.identity()))
                        .withVersion(found.file().version())));
    }

    @POST
    @Path("/{dossierId}/decision")
    public Uni<Response> decide(@PathParam("dossierId") UUID dossierId, @NotNull @Valid DecisionForm form) {
        HandleFile.View view = new HandleFile.View(form.decision().equals("accepted"), form.reasons(),
                form.decidedOn());
        return commands.run(form,
                command -> changed(handle.decide(command.actor(), reference(dossierId, command), view)));
    }

    @POST
    @Path("/{dossierId}/final-decision")
    public Uni<Response> finalise(@PathParam("dossierId") UUID dossierId, @NotNull @Valid FinalDecisionForm form) {
        HandleFile.View view = new HandleFile.View(form.decision().equals("accepted"), form.reasons(),
                form.decidedOn());
        return commands.run(form,
                command -> changed(handle.finalise(command.actor(), reference(dossierId, command), view)));
    }

    @POST
    @Path("/{dossierId}/contract")
    public Uni<Response> contract(@PathParam("dossierId") UUID dossierId, @NotNull @Valid ContractForm form) {
        BankFile.Contract contract = new BankFile.Contract(form.signedOn(), form.firstDueOn());
        return commands.run(form,
                command -> changed(handle.contract(command.actor(), reference(dossierId, command), contract)));
    }

    @POST
    @Path("/{dossierId}/disbursement")
    public Uni<Response> disburse(@PathParam("dossierId") UUID dossierId, @NotNull @Valid DisbursementForm form) {
        return commands.run(form, command -> changed(
                handle.disburse(command.actor(), reference(dossierId, command), form.disbursedOn())));
    }

    private static HandleFile.Reference reference(UUID dossierId, CommandContext command) {
        return new HandleFile.Reference(dossierId, command.expectedVersion());
    }

    private static Uni<Reply> changed(Uni<BankFile> file) {
        return file.map(changed -> Reply.ok(FileView.item(changed)).withVersion(changed.version()));
    }

    private static BankFiles.Filter filter(Actor actor, String status, String cursor, int limit) {
        return new BankFiles.Filter(actor.tenantId(),
                Optional.ofNullable(status).map(code -> BankFile.Status.valueOf(code.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(cursor).map(Cursor::decoded),
                limit);
    }

    private static Page<FileView> page(List<BankFile> found, int limit) {
        BankFile last = found.isEmpty() ? null : found.get(found.size() - 1);
        String next = found.size() < limit
                ? null
                : new Cursor(last.transmittedOn(), last.dossierId()).encoded();
        return new Page<>(found.stream().map(FileView::item).toList(), next);
    }
}
