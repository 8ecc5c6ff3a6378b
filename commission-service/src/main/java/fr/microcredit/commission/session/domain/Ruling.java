package fr.microcredit.commission.session.domain;

import java.util.List;
import java.util.UUID;

import fr.microcredit.commission.request.domain.Request.Status;

/**
 * What a session has decided on a request.
 *
 * @param revision of the request
 * @param reasons  a refusal has at least one, an approval none
 * @param missing  what an adjourned request comes back with; without any it waits for the next session as it is
 */
public record Ruling(UUID dossierId, int revision, Verdict decision, List<Reason> reasons, List<Missing> missing) {
    public Ruling {
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
    }

    /** What an office has to ask the applicant for. */
    public enum Missing {
        IDENTITY_DOCUMENT, PROOF_OF_ADDRESS, PROOF_OF_RESOURCES, PROOF_OF_CHARGES, BANK_STATEMENTS, LOAN_STATEMENTS,
        QUOTE,
        PROJECT_DETAILS, ANSWER_OF_OTHER_AID, OTHER
    }

    Status next() {
        return decision == Verdict.ADJOURNED && !missing.isEmpty() ? Status.INCOMPLETE : decision.next();
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
        return decision == other.decision && reasons.equals(other.reasons) && missing.equals(other.missing);
    }
}
