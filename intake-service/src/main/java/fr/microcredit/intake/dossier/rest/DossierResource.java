package fr.microcredit.intake.dossier.rest;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.dossier.Dossier;
import fr.microcredit.intake.dossier.ReadDossiers;
import fr.microcredit.intake.request.EntrustDossier;
import fr.microcredit.intake.request.HandOverRequest;
import fr.microcredit.intake.request.PrepareRequest;
import fr.microcredit.intake.request.domain.RequestEvent.WithdrawalReason;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.http.Commands;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.http.Refuses;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.tenancy.Roles;

/** The office's desk. */
@Path("/dossiers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class DossierResource {
    private static final String DAY = "/effectiveOn";

    private final Commands commands;
    private final Queries queries;
    private final PrepareRequest prepare;
    private final HandOverRequest handOver;
    private final EntrustDossier entrust;
    private final Answer<Dossier> answer;
    private final Answer<Dossier> whole;

    DossierResource(Commands commands, Queries queries, PrepareRequest prepare, HandOverRequest handOver,
            EntrustDossier entrust, ReadDossiers read) {
        this.commands = commands;
        this.queries = queries;
        this.prepare = prepare;
        this.handOver = handOver;
        this.entrust = entrust;
        this.answer = DossierView.changed(read);
        this.whole = Answer.of(read::one, DossierView::whole);
    }

    /** @param effectiveOn business date of the act, today where absent */
    public record DayForm(LocalDate effectiveOn) {
    }

    /** Why the applicant gives the request up. */
    public record WithdrawalForm(@NotNull WithdrawalReason reason, LocalDate effectiveOn) {
    }

    @POST
    @Operation(summary = "Opens a dossier with its applicant")
    @APIResponseSchema(value = DossierView.class, responseCode = "201")
    public Uni<Response> open(@NotNull @Valid DossierForm form) {
        Applicant applicant = form.applicant().toApplicant();
        return commands.keep("dossier-opened", form, answer.at("/dossiers/"),
                act -> prepare.open(act.on(form.effectiveOn(), DAY), applicant, form.toContent()));
    }

    @PUT
    @Path("/{dossierId}")
    @Operation(summary = "Replaces the content of a draft")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("dossier-stage")
    public Uni<Response> change(@PathParam("dossierId") UUID id, @NotNull @Valid DossierForm form) {
        Applicant applicant = form.applicant().toApplicant();
        return commands.keep("dossier-changed", form, answer,
                act -> prepare.change(act.on(form.effectiveOn(), DAY), id, applicant, form.toContent()));
    }

    @POST
    @Path("/{dossierId}/submission")
    @Operation(summary = "Hands the request in for assessment")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses("dossier-stage")
    public Uni<Response> submit(@PathParam("dossierId") UUID id, @NotNull @Valid DayForm form) {
        return act("dossier-submitted", form, form.effectiveOn(), id, handOver::submit);
    }

    @POST
    @Path("/{dossierId}/withdrawal")
    @Operation(summary = "The applicant withdraws; what a bank has is over once the bank has written it down")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"dossier-stage", "withdrawal-asked"})
    public Uni<Response> withdraw(@PathParam("dossierId") UUID id, @NotNull @Valid WithdrawalForm form) {
        return act("dossier-withdrawn", form, form.effectiveOn(), id,
                (act, dossier) -> handOver.withdraw(act, dossier, form.reason()));
    }

    @POST
    @Path("/{dossierId}/transmission")
    @Operation(summary = "Sends the request to the bank where no commission decides, or once consent is given")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"dossier-stage", "consent-missing", "items-missing", "bank-without-convention"})
    public Uni<Response> transmit(@PathParam("dossierId") UUID id, @NotNull @Valid DayForm form) {
        return act("dossier-transmitted", form, form.effectiveOn(), id, handOver::transmit);
    }

    private Uni<Response> act(String name, Object form, LocalDate day, UUID id,
            BiFunction<Act, UUID, Uni<? extends Kept<?>>> work) {
        return commands.keep(name, form, answer, act -> work.apply(act.on(day, DAY), id));
    }

    @GET
    @Path("/{dossierId}")
    @Operation(summary = "A dossier of the own office")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    public Uni<Response> read(@PathParam("dossierId") UUID id) {
        return queries.one(whole, id.toString());
    }

    /**
     * @param agent       who takes care of it from now on; whoever sends this where absent
     * @param effectiveOn business date of the act, today where absent
     */
    public record EntrustmentForm(@Size(min = 1, max = 255) String agent, LocalDate effectiveOn) {
    }

    @POST
    @Path("/{dossierId}/entrustment")
    @Operation(summary = "Entrusts a dossier to an agent of the office, or to oneself")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    @Parameter(ref = "If-Match")
    @Refuses({"dossier-stage", "unknown-agent"})
    public Uni<Response> entrust(@PathParam("dossierId") UUID id, @NotNull @Valid EntrustmentForm form) {
        return act("dossier-entrusted", form, form.effectiveOn(), id, (act, dossier) -> entrust.handle(act, dossier,
                Optional.ofNullable(form.agent()).orElse(act.actor().subject())));
    }
}
