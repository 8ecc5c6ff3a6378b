package fr.microcredit.bank.file.rest;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

import fr.microcredit.bank.file.HandleFile;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.BankScope;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;

/** The bank's word to the borrower after the signature. */
@Path("/files/{dossierId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BANK_AGENT, Roles.BANK_CLIENT})
public class AgreementResource {
    private final Commands commands;
    private final HandleFile handle;
    private final Answer<BankFile> changed;

    AgreementResource(Commands commands, HandleFile handle, Store<BankFile> files) {
        this.commands = commands;
        this.handle = handle;
        this.changed = FileView.changed(files);
    }

    /**
     * @param agreedOn    day on which the borrower was told, today where absent
     * @param stillWanted whether the borrower wants the credit still; needed once the law's seven days are over
     */
    public record AgreementForm(LocalDate agreedOn, Boolean stillWanted) {
    }

    @POST
    @Path("/agreement")
    @Operation(summary = "The bank has told the borrower that it lends; its silence would be a refusal")
    @APIResponseSchema(value = FileView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"file-stage", "no-agreement-due"})
    @BankScope(Scopes.FILES_DECIDE)
    public Uni<Response> agree(@PathParam("dossierId") UUID dossierId, @NotNull @Valid AgreementForm form) {
        return commands.keep("file-agreed", form, changed, act -> handle.agree(act.on(form.agreedOn(), "/agreedOn"),
                dossierId, Boolean.TRUE.equals(form.stillWanted())));
    }
}
