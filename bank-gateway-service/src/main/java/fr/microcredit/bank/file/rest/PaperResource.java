package fr.microcredit.bank.file.rest;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.ReadFiles;
import fr.microcredit.bank.file.document.LoanPage.Supposed;
import fr.microcredit.bank.file.document.Papers;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.BankScope;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.print.PdfPrinter;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;

/** A file's papers, in French: what they show is read first, and printed when the transaction is over. */
@Path("/files/{dossierId}")
@Produces(PdfPrinter.MEDIA_TYPE)
@RolesAllowed({Roles.BANK_AGENT, Roles.BANK_CLIENT})
public class PaperResource {
    private final Queries queries;
    private final ReadFiles read;
    private final Store<BankFile> files;
    private final Papers papers;

    PaperResource(Queries queries, ReadFiles read, Store<BankFile> files, Papers papers) {
        this.queries = queries;
        this.read = read;
        this.files = files;
        this.papers = papers;
    }

    @GET
    @Path("/file.pdf")
    @Operation(summary = "The file as a paper, with the applicant's identity and what was declared")
    @BankScope(Scopes.FILES_READ)
    public Uni<byte[]> file(@PathParam("dossierId") UUID dossierId) {
        return printed(dossierId, read::one, papers::file);
    }

    @GET
    @Path("/amortisation-table.pdf")
    @Operation(summary = "The borrower's amortisation table as a paper, without a name")
    @BankScope(Scopes.FILES_READ)
    public Uni<byte[]> amortisation(@PathParam("dossierId") UUID dossierId,
            @Parameter(description = "Supposed; what is signed holds instead") @QueryParam("firstDueOn") LocalDate firstDueOn) {
        return printed(dossierId, files::find, file -> papers.amortisation(file, Optional.ofNullable(firstDueOn)));
    }

    @GET
    @Path("/fipen.pdf")
    @Operation(summary = "The standard pre-contract information (FIPEN) as a paper, without a name, by the law of the contract's day")
    @Refuses("no-standard-sheet")
    @BankScope(Scopes.FILES_READ)
    public Uni<byte[]> fipen(@PathParam("dossierId") UUID dossierId,
            @Parameter(description = "Supposed; what is signed holds instead") @QueryParam("firstDueOn") LocalDate firstDueOn,
            @Parameter(description = "Supposed; what is signed holds instead, and without both the file's newest step") @QueryParam("signedOn") LocalDate signedOn) {
        return printed(dossierId, files::find, file -> papers.fipen(file,
                new Supposed(Optional.ofNullable(signedOn), Optional.ofNullable(firstDueOn))));
    }

    private <T> Uni<byte[]> printed(UUID dossierId, Function<String, Uni<Optional<Kept<T>>>> reading,
            Function<T, Uni<byte[]>> paper) {
        return queries.run(actor -> reading.apply(BankFile.keyOf(dossierId, actor.tenantId())))
                .map(found -> found.orElseThrow(RefusedException::unknown).state()).chain(state -> paper.apply(state));
    }
}
