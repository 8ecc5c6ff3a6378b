package fr.microcredit.bank.file.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that was sent to a bank.
 *
 * @param revision  of the request, counts up when a meeting has changed it
 * @param round     number of the bank's last decision, 0 before the first
 * @param guarantee what the guarantors have answered to this round
 * @param subsidy   what the office's envelope has answered to this round
 * @param meeting   on the bank's disagreement, held or waived
 * @param contract  signed
 * @param lastOn    business date of the bank's last act, before the first that of the transmission
 * @param version   counts the changes, for {@code If-Match}
 */
public record BankFile(UUID dossierId, String officeId, String bankId, UUID personId, int revision, String purpose,
        FileTerms terms, LocalDate transmittedOn, Status status, int round, Answer guarantee, Answer subsidy,
        Optional<Meeting> meeting, Optional<Contract> contract, LocalDate lastOn, long version) {

    /** Where the file stands with the bank. */
    public enum Status {
        RECEIVED, ACCEPTED, DISAGREED, REFUSED, CONTRACTED, DISBURSED
    }

    /** What a guarantor or an envelope says to an acceptance. */
    public enum Answer {
        NOT_ASKED, PENDING, GRANTED, DECLINED, EXPIRED;

        boolean isSettledWell() {
            return this == NOT_ASKED || this == GRANTED;
        }

        boolean isLost() {
            return this == DECLINED || this == EXPIRED;
        }
    }

    /**
     * A meeting of bank and office, or the office's waiver of it.
     *
     * @param round    of the bank's disagreement it was about
     * @param revision of the request it was about
     * @param changed  whether a changed request is to come
     */
    public record Meeting(int round, int revision, boolean changed) {
    }

    /** What borrower and bank have signed. */
    public record Contract(LocalDate signedOn, LocalDate firstDueOn) {
    }

    /** Whether guarantee or subsidy were refused or have lapsed, so that the bank has to decide again. */
    public boolean isToBeDecidedAgain() {
        boolean between = status == Status.ACCEPTED || status == Status.CONTRACTED;
        return between && (guarantee.isLost() || subsidy.isLost());
    }

    /** Whether guarantors and envelope have both answered well. */
    public boolean isAnswered() {
        return guarantee.isSettledWell() && subsidy.isSettledWell();
    }

    /** Whether the bank may have its last word: the meeting was held, and what it changed has come back. */
    public boolean awaitsFinalDecision() {
        return status == Status.DISAGREED
                && meeting.map(held -> !held.changed() || revision > held.revision()).orElse(false);
    }

    /** A new disagreement needs a meeting of its own: what was said about an earlier one does not count. */
    BankFile decided(Status next, int nextRound, LocalDate on) {
        boolean asks = next == Status.ACCEPTED;
        return new BankFile(dossierId, officeId, bankId, personId, revision, purpose, terms, transmittedOn, next,
                nextRound, asks && terms.guaranteed() ? Answer.PENDING : Answer.NOT_ASKED,
                asks && terms.subsidised() ? Answer.PENDING : Answer.NOT_ASKED,
                next == Status.DISAGREED ? Optional.empty() : meeting, Optional.empty(), on, version);
    }

    BankFile answered(Answer byGuarantors, Answer byEnvelope) {
        return new BankFile(dossierId, officeId, bankId, personId, revision, purpose, terms, transmittedOn, status,
                round,
                byGuarantors, byEnvelope, meeting, contract, lastOn, version);
    }

    BankFile afterMeeting(Meeting held) {
        return new BankFile(dossierId, officeId, bankId, personId, revision, purpose, terms, transmittedOn, status,
                round,
                guarantee, subsidy, Optional.of(held), contract, lastOn, version);
    }

    BankFile changed(int nextRevision, FileTerms nextTerms) {
        return new BankFile(dossierId, officeId, bankId, personId, nextRevision, purpose, nextTerms, transmittedOn,
                status,
                round, guarantee, subsidy, meeting, contract, lastOn, version);
    }

    BankFile signed(Contract signed) {
        return new BankFile(dossierId, officeId, bankId, personId, revision, purpose, terms, transmittedOn,
                Status.CONTRACTED, round, guarantee, subsidy, meeting, Optional.of(signed), signed.signedOn(), version);
    }

    BankFile paidOut() {
        return new BankFile(dossierId, officeId, bankId, personId, revision, purpose, terms, transmittedOn,
                Status.DISBURSED, round, guarantee, subsidy, meeting, contract, lastOn, version);
    }
}
