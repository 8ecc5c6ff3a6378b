package fr.microcredit.kit.http;

import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.tenancy.Actor;

/** What a use case is told of the request that calls it. */
public final class CommandContext {
    private final Actor actor;
    private final String ifMatch;

    CommandContext(Actor actor, String ifMatch) {
        this.actor = actor;
        this.ifMatch = ifMatch;
    }

    public Actor actor() {
        return actor;
    }

    /** @throws ProblemException {@code version-required} when the request has no {@code If-Match} */
    public long expectedVersion() {
        return Versions.expected(ifMatch);
    }
}
