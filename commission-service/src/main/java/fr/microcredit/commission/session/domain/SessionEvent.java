package fr.microcredit.commission.session.domain;

import java.util.List;
import java.util.UUID;

/** Something a session has done, as others are told of it. */
public sealed interface SessionEvent {
    /**
     * The public side's decision on a request.
     *
     * @param missing what an adjourned request comes back with
     * @param conditions under which it was approved
     */
    record Decided(int revision, UUID sessionId, Ruling.Verdict decision, List<Ruling.Reason> reasons,
            List<Ruling.Missing> missing, List<Ruling.Condition> conditions)
            implements
                SessionEvent {
    }
}
