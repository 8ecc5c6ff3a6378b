package fr.microcredit.guarantee.grant.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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

import fr.microcredit.guarantee.grant.GiveMoney;
import fr.microcredit.guarantee.grant.domain.Grant;
import fr.microcredit.guarantee.ledger.LedgerBook;
import fr.microcredit.guarantee.ledger.rest.BalanceView;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Page;
import fr.microcredit.kit.http.Paging;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Roles;

/** Money given: the Region's to guarantors' funds, an office's to its envelopes for interest subsidies. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class GrantResource {
    private final Commands commands;
    private final Queries queries;
    private final GiveMoney give;
    private final LedgerBook ledger;
    private final Store<Grant> grants;
    private final Answer<Grant> answer;

    GrantResource(Commands commands, Queries queries, GiveMoney give, LedgerBook ledger, Store<Grant> grants) {
        this.commands = commands;
        this.queries = queries;
        this.give = give;
        this.ledger = ledger;
        this.grants = grants;
        this.answer = Answer.of((actor, key) -> grants.find(key).map(found -> found
                .filter(grant -> grant.state().tenant().equals(actor.tenantId()))), GrantView::of);
    }

    /**
     * @param amountCents endowment
     * @param multiplier  capacity for each euro of endowment, a decimal string
     * @param effectiveOn business date, today where absent
     */
    public record EndowmentForm(@NotNull @Min(1) @Max(100_000_000_000L) Long amountCents,
            @NotNull @Pattern(regexp = "\\d{1,2}(\\.\\d{1,2})?") String multiplier, LocalDate effectiveOn) {
    }

    /** @param effectiveOn business date, today where absent */
    public record EnvelopeForm(@NotNull @Min(2000) @Max(2100) Integer year,
            @NotNull @Min(1) @Max(1_000_000_000) Long amountCents, LocalDate effectiveOn) {
    }

    /**
     * @param amountCents what should have been entered; 0 where nothing should
     * @param effectiveOn business date, today where absent
     */
    public record CorrectionForm(@NotNull @Min(0) @Max(100_000_000_000L) Long amountCents, LocalDate effectiveOn) {
    }

    /**
     * What was given; amounts in cents.
     *
     * @param beneficiary guarantor or office
     * @param year        of an envelope, 0 for a fund
     * @param capacity    what can be promised on it
     * @param corrections how often the amount was put right
     */
    public record GrantView(UUID id, Grant.Kind kind, String beneficiary, int year, Money amount,
            BigDecimal multiplier, Money capacity, int corrections, LocalDate grantedOn, LocalDate lastOn) {
        static GrantView of(Grant g) {
            return new GrantView(g.id(), g.kind(), g.beneficiary(), g.year(), g.amount(), g.multiplier(),
                    g.capacity(), g.corrections(), g.grantedOn(), g.lastOn());
        }
    }

    @GET
    @Path("/guarantors")
    @RolesAllowed({Roles.FUND_MANAGER, Roles.AUDITOR})
    @Operation(summary = "What stands on the guarantors' accounts")
    public Uni<List<BalanceView>> guarantors() {
        return queries.run(actor -> ledger.balances("guarantor:").map(BalanceView::of));
    }

    @POST
    @Path("/guarantors/{guarantor}/endowments")
    @RolesAllowed(Roles.FUND_MANAGER)
    @Operation(summary = "Money for a guarantor's fund")
    @APIResponseSchema(value = GrantView.class, responseCode = "201")
    public Uni<Response> endow(@PathParam("guarantor") @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,39}") String guarantor,
            @NotNull @Valid EndowmentForm form) {
        return commands.keep("fund-endowed", form, answer.at("/grants/"),
                act -> give.endow(act.on(form.effectiveOn(), "/effectiveOn"), guarantor,
                        Money.ofCents(form.amountCents()), new BigDecimal(form.multiplier())));
    }

    @GET
    @Path("/envelopes")
    @RolesAllowed(Roles.OFFICE_MANAGER)
    @Operation(summary = "What stands on the office's envelopes")
    public Uni<List<BalanceView>> envelopes() {
        return queries.run(actor -> ledger.balances("envelope:" + actor.tenantId() + ":").map(BalanceView::of));
    }

    @POST
    @Path("/envelopes")
    @RolesAllowed(Roles.OFFICE_MANAGER)
    @Operation(summary = "An office's envelope for interest subsidies of a year")
    @APIResponseSchema(value = GrantView.class, responseCode = "201")
    public Uni<Response> grantEnvelope(@NotNull @Valid EnvelopeForm form) {
        return commands.keep("envelope-granted", form, answer.at("/grants/"),
                act -> give.grantEnvelope(act.on(form.effectiveOn(), "/effectiveOn"), form.year(),
                        Money.ofCents(form.amountCents())));
    }

    @GET
    @Path("/grants")
    @RolesAllowed({Roles.FUND_MANAGER, Roles.OFFICE_MANAGER})
    @Operation(summary = "What was given, newest first")
    public Uni<Page<GrantView>> grants(@BeanParam Paging paging) {
        return queries.run(actor -> grants
                .page(new Store.Filter(actor.tenantId(), Optional.empty(), paging.place(), paging.limit()))
                .map(found -> Page.of(found, paging.limit(), GrantView::of)));
    }

    @GET
    @Path("/grants/{grantId}")
    @RolesAllowed({Roles.FUND_MANAGER, Roles.OFFICE_MANAGER})
    @Operation(summary = "A grant with its corrections")
    @APIResponseSchema(value = GrantView.class, responseCode = "200")
    public Uni<Response> grant(@PathParam("grantId") UUID grantId) {
        return queries.one(answer, grantId.toString());
    }

    @POST
    @Path("/grants/{grantId}/correction")
    @RolesAllowed({Roles.FUND_MANAGER, Roles.OFFICE_MANAGER})
    @Operation(summary = "Puts an amount right by a second entry that cites the first")
    @APIResponseSchema(value = GrantView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("already-promised")
    public Uni<Response> correct(@PathParam("grantId") UUID grantId, @NotNull @Valid CorrectionForm form) {
        return commands.keep("grant-corrected", form, answer, act -> give
                .correct(act.on(form.effectiveOn(), "/effectiveOn"), grantId, Money.ofCents(form.amountCents())));
    }
}
