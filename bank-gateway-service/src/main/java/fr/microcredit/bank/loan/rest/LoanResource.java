package fr.microcredit.bank.loan.rest;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.ReadLoans;
import fr.microcredit.bank.loan.ReportOnLoan;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Reply;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.tenancy.Roles;

/** What a bank reports of its running loans. Every command needs an Idempotency-Key. */
@Path("/loans/{dossierId}")
@RolesAllowed({Roles.BANK_AGENT, Roles.BANK_CLIENT})
public class LoanResource {
    private final Commands commands;
    private final Queries queries;
    private final ReportOnLoan report;
    private final ReadLoans read;

    LoanResource(Commands commands, Queries queries, ReportOnLoan report, ReadLoans read) {
        this.commands = commands;
        this.queries = queries;
        this.report = report;
        this.read = read;
    }

    /**
     * @param amountCents the instalment's whole amount
     * @param payer       the borrower, or the office's support commission
     * @param paidOn      business date, today where absent
     */
    public record PaymentForm(@NotNull @Min(1) @Max(10_000_000) Long amountCents,
            @NotNull @Pattern(regexp = "borrower|support-commission") String payer, LocalDate paidOn) {
    }

    /** @param reportedOn business date, today where absent */
    public record MissForm(LocalDate reportedOn) {
    }

    /** @param creditedOn business date, today where absent */
    public record CreditForm(LocalDate creditedOn) {
    }

    @GET
    public Uni<LoanView> read(@PathParam("dossierId") UUID dossierId) {
        return queries.run(actor -> read.one(actor, dossierId).map(LoanView::of));
    }

    @POST
    @Path("/instalments/{number}/payment")
    public Uni<Response> paid(@PathParam("dossierId") UUID dossierId, @PathParam("number") int number,
            @NotNull @Valid PaymentForm form) {
        Payer payer = Payer.valueOf(form.payer().toUpperCase(Locale.ROOT).replace('-', '_'));
        return commands.run(form, command -> report.paid(command.actor(),
                new ReportOnLoan.Paid(dossierId, number, Money.ofCents(form.amountCents()), payer, form.paidOn()))
                .map(loan -> Reply.ok(LoanView.of(loan))));
    }

    @POST
    @Path("/instalments/{number}/miss")
    public Uni<Response> missed(@PathParam("dossierId") UUID dossierId, @PathParam("number") int number,
            @NotNull @Valid MissForm form) {
        return commands.run(form, command -> report.missed(command.actor(), dossierId, number, form.reportedOn())
                .map(loan -> Reply.ok(LoanView.of(loan))));
    }

    @POST
    @Path("/rebate-credit")
    public Uni<Response> rebateCredited(@PathParam("dossierId") UUID dossierId, @NotNull @Valid CreditForm form) {
        return commands.run(form, command -> report.rebateCredited(command.actor(), dossierId, form.creditedOn())
                .map(loan -> Reply.ok(LoanView.of(loan))));
    }
}
