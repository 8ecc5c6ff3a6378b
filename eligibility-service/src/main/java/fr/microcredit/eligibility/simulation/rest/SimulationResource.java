package fr.microcredit.eligibility.simulation.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import fr.microcredit.eligibility.assessment.wording.Sentences;
import fr.microcredit.eligibility.simulation.Simulate;
import fr.microcredit.kit.http.BankScope;
import fr.microcredit.kit.problem.Languages;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;

/** The simulator of offices' and partners' front ends. It asks nobody's name and keeps nothing. */
@Path("/simulations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER, Roles.BANK_AGENT, Roles.BANK_CLIENT, Roles.SCHEME_EDITOR})
public class SimulationResource {
    private final Simulate simulate;

    SimulationResource(Simulate simulate) {
        this.simulate = simulate;
    }

    /** Blocking on purpose: hundreds of schedules are computed, beside the event loop. */
    @POST
    @Operation(summary = "What a request would come to under every scheme open to a commune; nothing is kept")
    @BankScope(Scopes.FILES_READ)
    public SimulationView simulate(@NotNull @Valid SimulationForm form,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Simulate.Question question = form.question();
        return SimulationView.of(question, simulate.handle(question), Sentences.in(Languages.preferred(language)));
    }
}
