package fr.microcredit.bank.loan.rest;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
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
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;

/** What a bank reports of its running loans. */
@Path("/loans/{dossierId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BANK_AGENT, Roles.BANK_CLIENT})
public class LoanResource {
    private final Commands commands;
    private final Queries queries;
    private final ReportOnLoan report;
    private final Answer<Loan> answer;

    LoanResource(Commands commands, Queries queries, ReportOnLoan report, Store<Loan> loans) {
        this.commands = commands;
        this.queries = queries;
        this.report = report;
        this.answer = LoanView.changed(loans);
    }

    /**
     * @param amountCents the instalment's whole amount
     * @param payer       the borrower, or the office's support commission
     * @param paidOn      business date, today where absent
     */
    public record PaymentForm(@NotNull @Min(1) @Max(10_000_000) Long amountCents, @NotNull Payer payer,
            LocalDate paidOn) {
    }

    /** @param reportedOn business date, today where absent */
    public record MissForm(LocalDate reportedOn) {
    }

    /** @param creditedOn business date, today where absent */
    public record CreditForm(LocalDate creditedOn) {
    }

    @GET
    @Operation(summary = "A loan: how it stands, its instalment table, its journal and its claims")
    @APIResponseSchema(value = LoanView.class, responseCode = "200")
    @BankScope(Scopes.FILES_READ)
    public Uni<Response> read(@PathParam("dossierId") UUID dossierId) {
        return queries.one(answer, actor -> Loan.keyOf(dossierId, actor.tenantId()));
    }

    @POST
    @Path("/instalments/{number}/payment")
    @Operation(summary = "An instalment was paid, whole and in its turn")
    @APIResponseSchema(value = LoanView.class, responseCode = "200")
    @Refuses({"earlier-instalment-unpaid", "payments-stopped", "already-reported", "loan-withdrawn", "loan-accelerated",
            "loan-written-off"})
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> paid(@PathParam("dossierId") UUID dossierId, @PathParam("number") int number,
            @NotNull @Valid PaymentForm form) {
        ReportOnLoan.Paid paid = new ReportOnLoan.Paid(number, Money.ofCents(form.amountCents()), form.payer());
        return commands.keep("instalment-paid", form, answer,
                act -> report.paid(act.on(form.paidOn(), "/paidOn"), dossierId, paid));
    }

    @POST
    @Path("/instalments/{number}/miss")
    @Operation(summary = "An instalment was not paid when due")
    @APIResponseSchema(value = LoanView.class, responseCode = "200")
    @Refuses({"already-reported", "loan-withdrawn", "loan-accelerated", "loan-written-off"})
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> missed(@PathParam("dossierId") UUID dossierId, @PathParam("number") int number,
            @NotNull @Valid MissForm form) {
        return commands.keep("instalment-missed", form, answer,
                act -> report.missed(act.on(form.reportedOn(), "/reportedOn"), dossierId, number));
    }

    @POST
    @Path("/rebate-credit")
    @Operation(summary = "The rebate the Region ordered is on the borrower's account")
    @APIResponseSchema(value = LoanView.class, responseCode = "200")
    @Refuses({"no-rebate-ordered", "already-reported"})
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> rebateCredited(@PathParam("dossierId") UUID dossierId, @NotNull @Valid CreditForm form) {
        return commands.keep("rebate-credited", form, answer,
                act -> report.rebateCredited(act.on(form.creditedOn(), "/creditedOn"), dossierId));
    }
}
