package fr.microcredit.commission.session.domain;

import java.util.List;
import java.util.UUID;

import fr.microcredit.commission.request.domain.Request.Status;

/**
 * What a session has decided on a request.
 *
 * @param revision of the request
 * @param reasons  a refusal has at least one, an approval none
 */
public record Ruling(UUID dossierId, int revision, Verdict decision, List<Reason> reasons) {
    public Ruling {
        reasons = List.copyOf(reasons);
    }

    /** Kinds of decisions. An approval binds no bank, a refusal ends the file. */
    public enum Verdict {
        APPROVED(Status.APPROVED), REFUSED(Status.REFUSED), ADJOURNED(Status.WAITING);

        private final Status next;

        Verdict(Status next) {
            this.next = next;
        }

        Status next() {
            return next;
        }
    }

    /** Closed, since free words could tell what does not belong into events. */
    public enum Reason {
        REPAYMENT_NOT_SUSTAINABLE, OTHER_AID_POSSIBLE, PURPOSE_NOT_SUITABLE, MORE_INFORMATION, OTHER
    }

    boolean saysTheSameAs(Ruling other) {
        return decision == other.decision && reasons.equals(other.reasons);
    }
}
