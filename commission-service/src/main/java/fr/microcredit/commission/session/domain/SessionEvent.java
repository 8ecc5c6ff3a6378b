package fr.microcredit.commission.session.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something a session has done, as others are told of it. */
public sealed interface SessionEvent {
    /**
     * The public side's decision on a request.
     *
     * @param decisionId by which a later one cites it
     * @param replaces   decision whose place this one takes; it holds no more
     * @param missing what an adjourned request comes back with
     * @param conditions under which it was approved
     */
    record Decided(int revision, UUID sessionId, UUID decisionId, Optional<UUID> replaces, Ruling.Verdict decision,
            List<Ruling.Reason> reasons,
            List<Ruling.Missing> missing, List<Ruling.Condition> conditions)
            implements
                SessionEvent {
    }
}
