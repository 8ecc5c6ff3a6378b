package fr.microcredit.commission.support.rest;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.support.KeepSupportSettings;
import fr.microcredit.commission.support.ReadSupport;
import fr.microcredit.commission.support.ReadSupport.Left;
import fr.microcredit.commission.support.domain.SupportSettings.Limits;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.tenancy.Roles;

/** What an office lets its support commission spend. */
@Path("/support-settings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OFFICE_MANAGER)
public class SupportSettingsResource {
    private static final int LINE_MAX = 60;

    private final Commands commands;
    private final Queries queries;
    private final KeepSupportSettings keep;
    private final Answer<Left> settings;

    SupportSettingsResource(Commands commands, Queries queries, KeepSupportSettings keep, ReadSupport read) {
        this.commands = commands;
        this.queries = queries;
        this.keep = keep;
        this.settings = Answer.of(read::settings, SupportViews.SupportSettingsView::of);
    }

    /**
     * @param budgetLine             what the office calls it in its budget; no name of a person
     * @param yearlyBudgetCents      most of all grants of a calendar year
     * @param perDossierCents        most of all grants for one loan
     * @param perYearAndDossierCents most for one loan in a calendar year; left out where only the others hold
     * @param effectiveOn            first day it holds, today where absent; not before the last one's
     */
    public record SupportSettingsForm(@NotBlank @Size(max = LINE_MAX) String budgetLine,
            @NotNull @Min(0) @Max(1_000_000_000) Long yearlyBudgetCents,
            @NotNull @Min(0) @Max(100_000_000) Long perDossierCents,
            @Min(0) @Max(100_000_000) Long perYearAndDossierCents, LocalDate effectiveOn) {
        Limits limits() {
            return new Limits(budgetLine, Money.ofCents(yearlyBudgetCents), Money.ofCents(perDossierCents),
                    Optional.ofNullable(perYearAndDossierCents).map(Money::ofCents));
        }
    }

    @GET
    @RolesAllowed({Roles.OFFICE_MANAGER, Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT})
    @Operation(summary = "What the office lets its support commission spend, and what is left this year; none where it has set nothing")
    @APIResponseSchema(value = SupportViews.SupportSettingsView.class, responseCode = "200")
    @Refuses(value = "not-found", status = 404)
    public Uni<Response> read() {
        return queries.one(settings, Actor::tenantId);
    }

    @PUT
    @Operation(summary = "Says what the support commission may spend, from a day on")
    @APIResponseSchema(value = SupportViews.SupportSettingsView.class, responseCode = "200")
    public Uni<Response> set(@NotNull @Valid SupportSettingsForm form) {
        return commands.keep("support-settings-set", form, settings,
                act -> keep.set(act.on(form.effectiveOn(), "/effectiveOn"), form.limits()));
    }
}
