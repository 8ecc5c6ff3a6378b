package fr.microcredit.commission.request.domain;

import java.time.LocalDate;
import java.util.UUID;

/** What has become of a request without a session, as others are told of it. */
public sealed interface RequestEvent {
    /**
     * An approval stands, though a refusal was told to take its place: a bank had the request by then.
     *
     * @param revision   of the request that was approved
     * @param decisionId of the approval
     * @param overtaken  of the refusal, which has no effect
     * @param approvedOn day of the session that approved it
     */
    record ApprovalUpheld(int revision, UUID decisionId, UUID overtaken, LocalDate approvedOn)
            implements
                RequestEvent {
    }
}
