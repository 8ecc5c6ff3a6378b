package fr.microcredit.guarantee.subsidy.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.ledger.LedgerBook;
import fr.microcredit.guarantee.subsidy.GrantEnvelope;
import fr.microcredit.guarantee.subsidy.Subsidies;
import fr.microcredit.guarantee.subsidy.domain.Subsidy;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Reply;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.tenancy.Roles;

/** An office's envelopes for interest subsidies, and the subsidies paid from them. */
@Path("/")
public class SubsidyResource {
    private final Commands commands;
    private final Queries queries;
    private final GrantEnvelope grant;
    private final Subsidies subsidies;

    SubsidyResource(Commands commands, Queries queries, GrantEnvelope grant, Subsidies subsidies) {
        this.commands = commands;
        this.queries = queries;
        this.grant = grant;
        this.subsidies = subsidies;
    }

    /** @param effectiveOn business date, today where absent */
    public record EnvelopeForm(@NotNull @Min(2000) @Max(2100) Integer year,
            @NotNull @Min(1) @Max(1_000_000_000) Long amountCents, LocalDate effectiveOn) {
    }

    /** An account and its balance. */
    public record EnvelopeBalance(String account, long cents) {
        static List<EnvelopeBalance> of(List<LedgerBook.Balance> balances) {
            return balances.stream().map(each -> new EnvelopeBalance(each.account(), each.amount().cents())).toList();
        }
    }

    /** A loan's subsidy, amounts in cents. */
    public record SubsidyView(UUID dossierId, String status, int round, int year, long amountCents, int accruedThrough,
            long accruedCents, LocalDate expiresOn) {
        static SubsidyView of(Subsidy s) {
            return new SubsidyView(s.dossierId(), s.status().name().toLowerCase(Locale.ROOT), s.round(), s.year(),
                    s.amount().cents(), s.accruedThrough(), s.accrued().cents(), s.expiresOn());
        }
    }

    @GET
    @Path("/envelopes")
    @RolesAllowed(Roles.OFFICE_MANAGER)
    public Uni<List<EnvelopeBalance>> envelopes() {
        return queries.run(actor -> grant.balances(actor).map(EnvelopeBalance::of));
    }

    @POST
    @Path("/envelopes")
    @RolesAllowed(Roles.OFFICE_MANAGER)
    public Uni<Response> grant(@NotNull @Valid EnvelopeForm form) {
        return commands.run(form,
                command -> grant
                        .handle(command.actor(),
                                new GrantEnvelope.Command(form.year(), Money.ofCents(form.amountCents()),
                                        form.effectiveOn()))
                        .map(balances -> Reply.ok(EnvelopeBalance.of(balances))));
    }

    @GET
    @Path("/subsidies/{dossierId}")
    @RolesAllowed({Roles.FUND_MANAGER, Roles.AUDITOR, Roles.OFFICE_MANAGER})
    public Uni<SubsidyView> subsidy(@PathParam("dossierId") UUID dossierId) {
        return queries.run(actor -> subsidies.find(dossierId).map(SubsidyView::of));
    }
}
