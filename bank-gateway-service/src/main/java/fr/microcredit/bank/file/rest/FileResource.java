package fr.microcredit.bank.file.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.Files;
import fr.microcredit.bank.file.HandleFile;
import fr.microcredit.bank.file.ReadFiles;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.ContractRules;
import fr.microcredit.bank.file.domain.FileRules;
import fr.microcredit.bank.file.domain.RefusalReason;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.BankScope;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Page;
import fr.microcredit.kit.http.Paging;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;
import fr.microcredit.kit.time.BusinessCalendar;

/** The partner banks' side: files sent to them and what they decide. */
@Path("/files")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BANK_AGENT, Roles.BANK_CLIENT})
public class FileResource {
    private static final long FEES_CENTS_MAX = 100_000_000;

    private final Commands commands;
    private final Queries queries;
    private final HandleFile handle;
    private final Files files;
    private final BusinessCalendar calendar;
    private final Answer<BankFile> changed;
    private final Answer<ReadFiles.Whole> whole;

    FileResource(Commands commands, Queries queries, HandleFile handle, ReadFiles read, Files files,
            BusinessCalendar calendar) {
        this.commands = commands;
        this.queries = queries;
        this.handle = handle;
        this.files = files;
        this.calendar = calendar;
        this.changed = FileView.changed(files);
        this.whole = Answer.of((actor, key) -> read.one(key), FileView::whole);
    }

    /** A first view of a file. */
    public enum FirstView {
        ACCEPTED, DISAGREED
    }

    /** The last word, after the meeting. */
    public enum LastWord {
        ACCEPTED, REFUSED
    }

    /**
     * @param reasons   why not, each once; none for an acceptance
     * @param decidedOn business date, today where absent
     */
    public record DecisionForm(@NotNull FirstView decision,
            @NotNull @Size(max = 10) List<@NotNull RefusalReason> reasons,
            LocalDate decidedOn) {
    }

    /**
     * @param reasons   why not, each once; none for an acceptance
     * @param decidedOn business date, today where absent
     */
    public record FinalDecisionForm(@NotNull LastWord decision,
            @NotNull @Size(max = 10) List<@NotNull RefusalReason> reasons, LocalDate decidedOn) {
    }

    /**
     * @param signedOn   day of the borrower's acceptance
     * @param firstDueOn due date of the first instalment; later ones keep its day of the month
     * @param feesCents  of the file; none where absent
     * @param taeg       the bank's own yearly rate of charge, in percent such as {@code 4.49}
     * @param agreementReserved whether the bank has reserved its agreement to the borrower, which says something of contracts
     *                          before 2011-05-01 only; not where absent
     */
    public record ContractForm(@NotNull LocalDate signedOn, @NotNull LocalDate firstDueOn,
            @Min(0) @Max(FEES_CENTS_MAX) Long feesCents, @Pattern(regexp = QueryTexts.PERCENT) String taeg,
            Boolean agreementReserved) {
        ContractRules.Offer offer() {
            return new ContractRules.Offer(firstDueOn, Money.ofCents(feesCents == null ? 0 : feesCents),
                    Optional.ofNullable(taeg).map(BigDecimal::new), Boolean.TRUE.equals(agreementReserved));
        }
    }

    /** @param disbursedOn not within seven days of the signature */
    public record DisbursementForm(@NotNull LocalDate disbursedOn) {
    }

    @GET
    @Operation(summary = "The bank's files, newest first: all, or those that wait for something, have changed or lack a report")
    @BankScope(Scopes.FILES_READ)
    public Uni<Page<FileView>> list(@BeanParam FileSearch search, @BeanParam Paging paging) {
        return queries.run(actor -> search.lateOn(calendar)
                .chain(day -> files.search(search.of(actor.tenantId(), paging, day)))
                .map(found -> Page.of(found, paging.limit(), FileView::item)));
    }

    @GET
    @Path("/{dossierId}")
    @Operation(summary = "A file with the applicant's identity and the frozen terms")
    @APIResponseSchema(value = FileView.class, responseCode = "200")
    @BankScope(Scopes.FILES_READ)
    public Uni<Response> read(@PathParam("dossierId") UUID dossierId) {
        return queries.one(whole, actor -> BankFile.keyOf(dossierId, actor.tenantId()));
    }

    @POST
    @Path("/{dossierId}/decision")
    @Operation(summary = "The bank's first view: accepted, or disagreed with reasons")
    @APIResponseSchema(value = FileView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"file-stage", "office-asked"})
    @BankScope(Scopes.FILES_DECIDE)
    public Uni<Response> decide(@PathParam("dossierId") UUID dossierId, @NotNull @Valid DecisionForm form) {
        FileRules.View view = new FileRules.View(form.decision() == FirstView.ACCEPTED, form.reasons());
        return commands.keep("file-decided", form, changed,
                act -> handle.decide(act.on(form.decidedOn(), "/decidedOn"), dossierId, view));
    }

    @POST
    @Path("/{dossierId}/final-decision")
    @Operation(summary = "The bank's last word after a meeting or its waiver")
    @APIResponseSchema(value = FileView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"file-stage", "meeting-required"})
    @BankScope(Scopes.FILES_DECIDE)
    public Uni<Response> finalise(@PathParam("dossierId") UUID dossierId, @NotNull @Valid FinalDecisionForm form) {
        FileRules.View view = new FileRules.View(form.decision() == LastWord.ACCEPTED, form.reasons());
        return commands.keep("file-finalised", form, changed,
                act -> handle.finalise(act.on(form.decidedOn(), "/decidedOn"), dossierId, view));
    }

    @POST
    @Path("/{dossierId}/contract")
    @Operation(summary = "Borrower and bank have signed")
    @APIResponseSchema(value = FileView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"file-stage", "guarantee-pending", "guarantee-declined"})
    @BankScope(Scopes.FILES_DECIDE)
    public Uni<Response> contract(@PathParam("dossierId") UUID dossierId, @NotNull @Valid ContractForm form) {
        return commands.keep("file-contracted", form, changed,
                act -> handle.contract(act.on(form.signedOn(), "/signedOn"), dossierId, form.offer()));
    }

    @POST
    @Path("/{dossierId}/disbursement")
    @Operation(summary = "The loan is paid out")
    @APIResponseSchema(value = FileView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"file-stage", "guarantee-pending", "guarantee-declined", "agreement-required"})
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> disburse(@PathParam("dossierId") UUID dossierId, @NotNull @Valid DisbursementForm form) {
        return commands.keep("file-disbursed", form, changed,
                act -> handle.disburse(act.on(form.disbursedOn(), "/disbursedOn"), dossierId));
    }
}
