package fr.microcredit.intake.agent;

import java.util.List;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.agent.domain.Agent;

/** Who works at an office: whoever has done something there. Their names leave intake by its API only. */
public interface Agents {
    /** Writes them down with the running transaction, where this process has not yet under this name. */
    void remember(String officeId, Agent agent);

    /** By their names. */
    Uni<List<Agent>> all(String officeId);

    /** Whether this office has somebody of that identifier: asked for at once and waited for where the inner result is used. */
    Uni<Uni<Boolean>> known(String officeId, String subject);
}
