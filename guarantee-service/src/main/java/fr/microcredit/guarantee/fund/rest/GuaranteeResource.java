package fr.microcredit.guarantee.fund.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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

import fr.microcredit.guarantee.fund.EndowFund;
import fr.microcredit.guarantee.fund.Guarantees;
import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.guarantee.ledger.LedgerBook;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Reply;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.tenancy.Roles;

/** The guarantors' funds and what they answer for. */
@Path("/")
public class GuaranteeResource {
    private final Commands commands;
    private final Queries queries;
    private final EndowFund endow;
    private final Guarantees guarantees;

    GuaranteeResource(Commands commands, Queries queries, EndowFund endow, Guarantees guarantees) {
        this.commands = commands;
        this.queries = queries;
        this.endow = endow;
        this.guarantees = guarantees;
    }

    /**
     * @param amountCents endowment
     * @param multiplier  capacity for each euro of endowment, a decimal string
     * @param effectiveOn business date, today where absent
     */
    public record EndowmentForm(@NotNull @Min(1) @Max(100_000_000_000L) Long amountCents,
            @NotNull @Pattern(regexp = "\\d{1,2}(\\.\\d{1,2})?") String multiplier, LocalDate effectiveOn) {
    }

    /** An account and its balance. */
    public record BalanceView(String account, long cents) {
        static List<BalanceView> of(List<LedgerBook.Balance> balances) {
            return balances.stream().map(each -> new BalanceView(each.account(), each.amount().cents())).toList();
        }
    }

    /** A loan's guarantee, amounts in cents. */
    public record GuaranteeView(UUID dossierId, String status, int round, long principalCents, long outstandingCents,
            LocalDate expiresOn, List<PartView> shares) {
        static GuaranteeView of(Guarantee g) {
            return new GuaranteeView(g.dossierId(), g.status().name().toLowerCase(Locale.ROOT), g.round(),
                    g.principal().cents(), g.outstanding().cents(), g.expiresOn(),
                    g.parts().stream().map(each -> new PartView(each.guarantor(), each.amount().cents())).toList());
        }
    }

    /** What one guarantor answers for. */
    public record PartView(String guarantor, long amountCents) {
    }

    @GET
    @Path("/guarantors")
    @RolesAllowed({Roles.FUND_MANAGER, Roles.AUDITOR})
    public Uni<List<BalanceView>> guarantors() {
        return queries.run(actor -> endow.balances().map(BalanceView::of));
    }

    @POST
    @Path("/guarantors/{guarantor}/endowments")
    @RolesAllowed(Roles.FUND_MANAGER)
    public Uni<Response> endow(@PathParam("guarantor") @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,39}") String guarantor,
            @NotNull @Valid EndowmentForm form) {
        return commands.run(form,
                command -> endow
                        .handle(command.actor(),
                                new EndowFund.Command(guarantor, Money.ofCents(form.amountCents()),
                                        new BigDecimal(form.multiplier()), form.effectiveOn()))
                        .map(balances -> Reply.ok(BalanceView.of(balances))));
    }

    @GET
    @Path("/guarantees/{dossierId}")
    @RolesAllowed({Roles.FUND_MANAGER, Roles.AUDITOR, Roles.OFFICE_MANAGER})
    public Uni<GuaranteeView> guarantee(@PathParam("dossierId") UUID dossierId) {
        return queries.run(actor -> guarantees.find(dossierId).map(GuaranteeView::of));
    }
}
