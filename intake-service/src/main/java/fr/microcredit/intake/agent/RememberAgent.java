package fr.microcredit.intake.agent;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.intake.agent.domain.Agent;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.http.Acted;
import fr.microcredit.kit.tenancy.Tenant;

/** Keeps with an act who has done it, so that colleagues read a name and not an identifier. */
@ApplicationScoped
class RememberAgent implements Acted {
    private final Agents agents;

    RememberAgent(Agents agents) {
        this.agents = agents;
    }

    @Override
    public void acted(Act act) {
        if (act.actor().tenant().kind() == Tenant.Kind.OFFICE) {
            agents.remember(act.actor().tenantId(), new Agent(act.actor().subject(), act.actorName()));
        }
    }
}
