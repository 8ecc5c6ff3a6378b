package fr.microcredit.bank.file.rest;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;

/** What a bank says of a borrower who has withdrawn from a contract: whether it had paid out, and whether that came back. */
@Path("/files/{dossierId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BANK_AGENT, Roles.BANK_CLIENT})
public class WithdrawalResource {
    private static final long AMOUNT_CENTS_MAX = 100_000_000;

    private final Commands commands;
    private final HandleFile handle;
    private final Answer<BankFile> changed;

    WithdrawalResource(Commands commands, HandleFile handle, Store<BankFile> files) {
        this.commands = commands;
        this.handle = handle;
        this.changed = FileView.changed(files);
    }

    /** @param confirmedOn business date, today where absent */
    public record ConfirmationForm(LocalDate confirmedOn) {
    }

    /**
     * @param amountCents outstanding capital and its interest since the pay-out, or since the newest payment
     * @param repaidOn    business date, today where absent
     */
    public record WithdrawalForm(@NotNull @Min(1) @Max(AMOUNT_CENTS_MAX) Long amountCents, LocalDate repaidOn) {
    }

    /** @param effectiveOn business date, today where absent */
    public record LapseForm(LocalDate effectiveOn) {
    }

    @POST
    @Path("/withdrawal-confirmation")
    @Operation(summary = "The borrower has withdrawn from the contract, and nothing was paid out on it")
    @APIResponseSchema(value = FileView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("file-stage")
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> confirmed(@PathParam("dossierId") UUID dossierId, @NotNull @Valid ConfirmationForm form) {
        return commands.keep("withdrawal-confirmed", form, changed,
                act -> handle.withdrawalConfirmed(act.on(form.confirmedOn(), "/confirmedOn"), dossierId));
    }

    @POST
    @Path("/withdrawal")
    @Operation(summary = "The borrower has withdrawn and given back what was paid out")
    @APIResponseSchema(value = FileView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("file-stage")
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> repaid(@PathParam("dossierId") UUID dossierId, @NotNull @Valid WithdrawalForm form) {
        return commands.keep("withdrawal-repaid", form, changed, act -> handle
                .withdrawalRepaid(act.on(form.repaidOn(), "/repaidOn"), dossierId, Money.ofCents(form.amountCents())));
    }

    @POST
    @Path("/withdrawal-lapse")
    @Operation(summary = "The borrower has withdrawn and given nothing back in thirty days: the loan goes on")
    @APIResponseSchema(value = FileView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("file-stage")
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> lapsed(@PathParam("dossierId") UUID dossierId, @NotNull @Valid LapseForm form) {
        return commands.keep("withdrawal-lapsed", form, changed,
                act -> handle.withdrawalLapsed(act.on(form.effectiveOn(), "/effectiveOn"), dossierId));
    }
}
