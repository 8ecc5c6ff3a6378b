package fr.microcredit.intake.request;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.agent.Agents;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestRules;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** The office says which of its agents takes care of a dossier. */
@ApplicationScoped
public class EntrustDossier {
    private final Acts acts;
    private final Store<Request> requests;
    private final Agents agents;

    EntrustDossier(Acts acts, Store<Request> requests, Agents agents) {
        this.acts = acts;
        this.requests = requests;
        this.agents = agents;
    }

    /** @param agent identifier of who takes care of it from now on; whoever entrusts it to themselves need not be known yet */
    public Uni<Kept<Request>> handle(Act act, UUID dossierId, String agent) {
        String key = dossierId.toString();
        boolean own = agent.equals(act.actor().subject());
        act.noting("agent", agent);
        return Locks.ahead(key).chain(() -> agents.known(act.actor().tenantId(), agent))
                .chain(asked -> acts.changeAfter(act, requests, key, key, (request, on) -> asked
                        .map(known -> RequestRules.entrust(request, agent, known || own))));
    }
}
