package fr.microcredit.bank.file.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import fr.microcredit.bank.file.domain.FileTerms.Frozen.Guarantee;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.BankScope;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;

/** How a bank would go on where guarantee or subsidy are lost. */
@Path("/files/{dossierId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BANK_AGENT, Roles.BANK_CLIENT})
public class ProposalResource {
    private final Commands commands;
    private final HandleFile handle;
    private final Answer<BankFile> changed;

    ProposalResource(Commands commands, HandleFile handle, Store<BankFile> files) {
        this.commands = commands;
        this.handle = handle;
        this.changed = FileView.changed(files);
    }

    /** @param share of the outstanding principal, of 1; at most that of the frozen terms */
    public record GuaranteeForm(@NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}") String guarantor,
            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1", inclusive = false) @Digits(integer = 1, fraction = 6) BigDecimal share) {
        Guarantee toGuarantee() {
            return new Guarantee(guarantor, share);
        }
    }

    /**
     * @param guarantees with which the bank would lend; none where it bears the risk alone, all of the terms where only the
     *                   subsidy is lost
     * @param proposedOn business date, today where absent
     */
    public record ProposalForm(@NotNull @Size(max = 10) List<@NotNull @Valid GuaranteeForm> guarantees,
            LocalDate proposedOn) {
    }

    @POST
    @Path("/proposal")
    @Operation(summary = "The bank says under which guarantee it would go on; the office answers")
    @APIResponseSchema(value = FileView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"file-stage", "office-asked", "convention-requires-guarantee"})
    @BankScope(Scopes.FILES_DECIDE)
    public Uni<Response> propose(@PathParam("dossierId") UUID dossierId, @NotNull @Valid ProposalForm form) {
        return commands.keep("file-proposed", form, changed, act -> handle.propose(
                act.on(form.proposedOn(), "/proposedOn"), dossierId,
                form.guarantees().stream().map(GuaranteeForm::toGuarantee).toList()));
    }
}
