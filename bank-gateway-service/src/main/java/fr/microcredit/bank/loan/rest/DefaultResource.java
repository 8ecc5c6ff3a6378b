package fr.microcredit.bank.loan.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.CallGuarantee;
import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.bank.loan.domain.LoanEvent.ClaimDocument;
import fr.microcredit.bank.loan.domain.LoanEvent.WriteOff;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.BankScope;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;

/** A loan in default. */
@Path("/loans/{dossierId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BANK_AGENT, Roles.BANK_CLIENT})
public class DefaultResource {
    private final Commands commands;
    private final CallGuarantee call;
    private final Answer<Loan> answer;

    DefaultResource(Commands commands, CallGuarantee call, Store<Loan> loans) {
        this.commands = commands;
        this.call = call;
        this.answer = LoanView.changed(loans);
    }

    /** @param acceleratedOn business date, today where absent */
    public record AccelerationForm(LocalDate acceleratedOn) {
    }

    /** @param heldOn business date, today where absent */
    public record MeetingForm(LocalDate heldOn) {
    }

    /**
     * @param documents that go with it; contract, table, reminder and follow-up log at least
     * @param filedOn   business date, today where absent
     */
    public record ClaimForm(@NotNull @Size(min = 1, max = 30) List<@NotNull @Valid Document> documents,
            LocalDate filedOn) {
    }

    /**
     * A file of a claim.
     *
     * @param sha256 of the file, hexadecimal
     * @param bytes  its size
     */
    public record Document(@NotNull ClaimDocument.Kind kind, @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256,
            @NotNull @Min(1) @Max(10_000_000) Integer bytes) {
        ClaimDocument document() {
            return new ClaimDocument(kind, sha256, bytes);
        }
    }

    /** @param withdrawnOn business date, today where absent */
    public record ClaimWithdrawalForm(LocalDate withdrawnOn) {
    }

    /** @param receivedOn business date, today where absent */
    public record RecoveryForm(@NotNull @Min(1) @Max(10_000_000) Long amountCents, LocalDate receivedOn) {
    }

    /** @param writtenOffOn business date, today where absent */
    public record WriteOffForm(@NotNull WriteOff reason, LocalDate writtenOffOn) {
    }

    @POST
    @Path("/acceleration")
    @Operation(summary = "Everything is due at once, after as many unpaid instalments as the convention has it")
    @APIResponseSchema(value = LoanView.class, responseCode = "200")
    @Refuses({"not-in-default", "guarantee-meeting-missing", "before-a-later-report", "loan-withdrawn",
            "loan-accelerated", "loan-repaid",
            "loan-written-off"})
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> accelerated(@PathParam("dossierId") UUID dossierId, @NotNull @Valid AccelerationForm form) {
        return commands.keep("accelerated", form, answer,
                act -> call.accelerated(act.on(form.acceleratedOn(), "/acceleratedOn"), dossierId));
    }

    @POST
    @Path("/guarantee-meeting")
    @Operation(summary = "The parties have met before everything is made due, where the convention wants it")
    @APIResponseSchema(value = LoanView.class, responseCode = "200")
    @Refuses({"nothing-unpaid", "loan-withdrawn", "loan-accelerated", "loan-repaid", "loan-written-off"})
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> met(@PathParam("dossierId") UUID dossierId, @NotNull @Valid MeetingForm form) {
        return commands.keep("guarantee-meeting-held", form, answer,
                act -> call.met(act.on(form.heldOn(), "/heldOn"), dossierId));
    }

    @POST
    @Path("/claim")
    @Operation(summary = "The guarantee is called, on the principal owed less what has come back since acceleration")
    @APIResponseSchema(value = LoanView.class, responseCode = "200")
    @Refuses({"not-accelerated", "not-guaranteed", "claim-already-filed",
            "nothing-to-claim", "loan-withdrawn", "loan-repaid", "loan-written-off"})
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> claimed(@PathParam("dossierId") UUID dossierId, @NotNull @Valid ClaimForm form) {
        List<ClaimDocument> documents = form.documents().stream().map(Document::document).toList();
        return commands.keep("claim-filed", form, answer,
                act -> call.claimed(act.on(form.filedOn(), "/filedOn"), dossierId, documents));
    }

    @POST
    @Path("/claims/{claimId}/withdrawal")
    @Operation(summary = "A claim on which nobody has decided is taken back")
    @APIResponseSchema(value = LoanView.class, responseCode = "200")
    @Refuses({"claim-decided"})
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> claimWithdrawn(@PathParam("dossierId") UUID dossierId,
            @PathParam("claimId") UUID claimId, @NotNull @Valid ClaimWithdrawalForm form) {
        return commands.keep("claim-withdrawn", form, answer,
                act -> call.claimWithdrawn(act.on(form.withdrawnOn(), "/withdrawnOn"), dossierId, claimId));
    }

    @POST
    @Path("/recovery")
    @Operation(summary = "Money came back after acceleration")
    @APIResponseSchema(value = LoanView.class, responseCode = "200")
    @Refuses({"not-accelerated", "loan-withdrawn", "loan-repaid", "loan-written-off"})
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> recovered(@PathParam("dossierId") UUID dossierId, @NotNull @Valid RecoveryForm form) {
        return commands.keep("recovery-received", form, answer,
                act -> call.recovered(act.on(form.receivedOn(), "/receivedOn"), dossierId,
                        Money.ofCents(form.amountCents())));
    }

    @POST
    @Path("/write-off")
    @Operation(summary = "The bank does not ask for the rest any more")
    @APIResponseSchema(value = LoanView.class, responseCode = "200")
    @Refuses({"not-accelerated", "claim-undecided", "loan-withdrawn", "loan-repaid", "loan-written-off"})
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> writtenOff(@PathParam("dossierId") UUID dossierId, @NotNull @Valid WriteOffForm form) {
        return commands.keep("written-off", form, answer,
                act -> call.writtenOff(act.on(form.writtenOffOn(), "/writtenOffOn"), dossierId, form.reason()));
    }
}
