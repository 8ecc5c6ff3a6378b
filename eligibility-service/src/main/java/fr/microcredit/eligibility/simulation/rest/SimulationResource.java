package fr.microcredit.eligibility.simulation.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.wording.Sentences;
import fr.microcredit.eligibility.simulation.Simulate;
import fr.microcredit.kit.problem.Languages;
import fr.microcredit.kit.tenancy.Roles;

/** The simulator of offices' and partners' front ends. It asks nobody's name and keeps nothing. */
@Path("/simulations")
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER, Roles.BANK_AGENT, Roles.BANK_CLIENT, Roles.SCHEME_EDITOR})
public class SimulationResource {
    private final Simulate simulate;

    SimulationResource(Simulate simulate) {
        this.simulate = simulate;
    }

    @POST
    public Uni<SimulationView> simulate(@NotNull @Valid SimulationForm form,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Simulate.Question question = form.question();
        return Uni.createFrom().item(SimulationView.of(question, simulate.handle(question),
                Sentences.in(Languages.preferred(language))));
    }
}
