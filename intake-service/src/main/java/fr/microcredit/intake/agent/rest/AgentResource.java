package fr.microcredit.intake.agent.rest;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.agent.Agents;
import fr.microcredit.intake.agent.domain.Agent;
import fr.microcredit.kit.http.Queries;
import fr.microcredit.kit.tenancy.Roles;

/** Who works at the own office. */
@Path("/agents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICE_AGENT, Roles.OFFICE_MANAGER})
public class AgentResource {
    private final Queries queries;
    private final Agents agents;

    AgentResource(Queries queries, Agents agents) {
        this.queries = queries;
        this.agents = agents;
    }

    /**
     * @param agent identifier, as dossiers and the timeline name it
     * @param name  as the identity provider has called them at their last act
     */
    public record AgentView(String agent, Optional<String> name) {
        private static AgentView of(Agent agent) {
            return new AgentView(agent.subject(), agent.name());
        }
    }

    @GET
    @Operation(summary = "Who works at the own office: everybody who has done something there")
    public Uni<List<AgentView>> list() {
        return queries.run(actor -> agents.all(actor.tenantId()))
                .map(found -> found.stream().map(AgentView::of).toList());
    }
}
