package fr.microcredit.bank.loan.rest;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.ReportOnLoan;
import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.BankScope;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;

/** Money of a running loan that is no whole instalment, and slips of whoever reports. */
@Path("/loans/{dossierId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BANK_AGENT, Roles.BANK_CLIENT})
public class PaymentResource {
    private final Commands commands;
    private final ReportOnLoan report;
    private final Answer<Loan> answer;

    PaymentResource(Commands commands, ReportOnLoan report, Store<Loan> loans) {
        this.commands = commands;
        this.report = report;
        this.answer = LoanView.changed(loans);
    }

    /**
     * @param amountCents what came
     * @param payer       the borrower, or the office's support commission
     * @param paidOn      business date, today where absent
     */
    public record ReceiptForm(@NotNull @Min(1) @Max(10_000_000) Long amountCents, @NotNull Payer payer,
            LocalDate paidOn) {
    }

    /** @param returnedOn business date, today where absent */
    public record ReturnForm(@NotNull @Min(1) @Max(10_000_000) Long amountCents, LocalDate returnedOn) {
    }

    /**
     * @param line        of the loan's journal that was wrong
     * @param why         what kind of slip it was
     * @param correctedOn business date, today where absent
     */
    public record CorrectionForm(@NotNull @Min(1) @Max(10_000) Integer line, @NotNull ReportOnLoan.Slip why,
            LocalDate correctedOn) {
    }

    @POST
    @Path("/payment")
    @Operation(summary = "Money came: a part of an instalment, several at once, more than is due; it goes to what is due, oldest first")
    @APIResponseSchema(value = LoanView.class, responseCode = "200")
    @Refuses({"nothing-due", "payments-stopped", "before-another-agreement", "loan-withdrawn", "loan-accelerated",
            "loan-repaid",
            "loan-written-off"})
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> received(@PathParam("dossierId") UUID dossierId, @NotNull @Valid ReceiptForm form) {
        return commands.keep("payment-received", form, answer, act -> report.received(act.on(form.paidOn(), "/paidOn"),
                dossierId, Money.ofCents(form.amountCents()), form.payer()));
    }

    @POST
    @Path("/overpayment-return")
    @Operation(summary = "What was paid too much was given back")
    @APIResponseSchema(value = LoanView.class, responseCode = "200")
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> givenBack(@PathParam("dossierId") UUID dossierId, @NotNull @Valid ReturnForm form) {
        return commands.keep("overpayment-returned", form, answer,
                act -> report.givenBack(act.on(form.returnedOn(), "/returnedOn"), dossierId,
                        Money.ofCents(form.amountCents())));
    }

    @POST
    @Path("/correction")
    @Operation(summary = "Something reported earlier was wrong: its line counts no more")
    @APIResponseSchema(value = LoanView.class, responseCode = "200")
    @Refuses({"correction-of-a-correction", "returned-already", "before-another-agreement", "loan-withdrawn",
            "loan-accelerated",
            "loan-repaid", "loan-written-off"})
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> corrected(@PathParam("dossierId") UUID dossierId, @NotNull @Valid CorrectionForm form) {
        return commands.keep("report-corrected", form, answer,
                act -> report.corrected(act.on(form.correctedOn(), "/correctedOn"), dossierId, form.line(),
                        form.why()));
    }
}
