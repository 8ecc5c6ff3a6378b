package fr.microcredit.commission.concertation.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * A bank's disagreement with a request the public side has agreed to. Before the bank's last word, bank and office meet
 * (or the office does without).
 *
 * @param round    the bank's decision it comes from
 * @param revision of the request at the last meeting, 0 before
 */
public record Disagreement(UUID dossierId, String officeId, String bankId, UUID personId, int round, Status status,
        int revision) {

    /** Where a disagreement stands. */
    public enum Status {
        OPEN, MET, WAIVED, SETTLED
    }

    private Disagreement at(Status next, int atRevision) {
        return new Disagreement(dossierId, officeId, bankId, personId, round, next, atRevision);
    }

    /**
     * Whether a meeting can be recorded: none was held, or what the last one changed does not fit the scheme.
     *
     * @param requestRevision of the last assessment
     */
    public boolean awaitsMeeting(int requestRevision, boolean ineligible) {
        return status == Status.OPEN || changeFailed(requestRevision, ineligible);
    }

    /** Whether what the last meeting changed was assessed and does not fit: only another change leads on. */
    public boolean changeFailed(int requestRevision, boolean ineligible) {
        return status == Status.MET && requestRevision > revision && ineligible;
    }

    public Disagreement met(int requestRevision) {
        return at(Status.MET, requestRevision);
    }

    /** Empty unless it is open. */
    public Optional<Disagreement> waive(int requestRevision) {
        return status == Status.OPEN ? Optional.of(at(Status.WAIVED, requestRevision)) : Optional.empty();
    }

    public Disagreement settled() {
        return at(Status.SETTLED, revision);
    }
}
