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

import fr.microcredit.bank.loan.ChangeAgreement;
import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.bank.loan.domain.LoanEvent.Prepayment;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.BankScope;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;

/** What makes another table of a running loan. */
@Path("/loans/{dossierId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BANK_AGENT, Roles.BANK_CLIENT})
public class ChangeResource {
    private static final int MONTHS_MAX = 120;

    private final Commands commands;
    private final ChangeAgreement change;
    private final Answer<Loan> answer;

    ChangeResource(Commands commands, ChangeAgreement change, Store<Loan> loans) {
        this.commands = commands;
        this.change = change;
        this.answer = LoanView.changed(loans);
    }

    /**
     * @param mode   what it changes; {@code full} repays everything
     * @param paidOn business date, today where absent
     */
    public record PrepaymentForm(@NotNull @Min(1) @Max(10_000_000) Long amountCents, @NotNull Prepayment mode,
            LocalDate paidOn) {
    }

    /**
     * @param months    by which every unpaid instalment moves; the bank's convention bounds it
     * @param grantedOn business date, today where absent
     */
    public record DeferralForm(@NotNull @Min(1) @Max(12) Integer months, LocalDate grantedOn) {
    }

    /**
     * @param months     of the new table
     * @param firstDueOn of its first instalment
     * @param agreedOn   business date, today where absent
     */
    public record ReschedulingForm(@NotNull @Min(1) @Max(MONTHS_MAX) Integer months, @NotNull LocalDate firstDueOn,
            LocalDate agreedOn) {
    }

    @POST
    @Path("/prepayment")
    @Operation(summary = "Principal was repaid before it was due, a part of it or everything; no indemnity is asked for")
    @APIResponseSchema(value = LoanView.class, responseCode = "200")
    @Refuses({"instalments-unpaid", "payments-stopped", "before-a-later-report", "loan-withdrawn", "loan-accelerated",
            "loan-repaid",
            "loan-written-off"})
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> prepaid(@PathParam("dossierId") UUID dossierId, @NotNull @Valid PrepaymentForm form) {
        return commands.keep("prepaid", form, answer, act -> change.prepaid(act.on(form.paidOn(), "/paidOn"), dossierId,
                Money.ofCents(form.amountCents()), form.mode()));
    }

    @POST
    @Path("/deferral")
    @Operation(summary = "Every unpaid instalment falls due some months later")
    @APIResponseSchema(value = LoanView.class, responseCode = "200")
    @Refuses({"no-deferral-clause", "before-a-later-report", "loan-withdrawn", "loan-accelerated", "loan-repaid",
            "loan-written-off"})
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> deferred(@PathParam("dossierId") UUID dossierId, @NotNull @Valid DeferralForm form) {
        return commands.keep("deferred", form, answer,
                act -> change.deferred(act.on(form.grantedOn(), "/grantedOn"), dossierId, form.months()));
    }

    @POST
    @Path("/rescheduling")
    @Operation(summary = "What is owed is spread anew over a table of its own")
    @APIResponseSchema(value = LoanView.class, responseCode = "200")
    @Refuses({"before-a-later-report", "loan-withdrawn", "loan-accelerated", "loan-repaid", "loan-written-off"})
    @BankScope(Scopes.LOANS_REPORT)
    public Uni<Response> rescheduled(@PathParam("dossierId") UUID dossierId, @NotNull @Valid ReschedulingForm form) {
        return commands.keep("rescheduled", form, answer,
                act -> change.rescheduled(act.on(form.agreedOn(), "/agreedOn"), dossierId, form.months(),
                        form.firstDueOn()));
    }
}
