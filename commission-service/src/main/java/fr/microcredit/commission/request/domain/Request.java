package fr.microcredit.commission.request.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.OfDossier;
import fr.microcredit.kit.money.Money;

/**
 * A request as the commission knows it: a file number, never a name.
 *
 * @param fileNumber people call its dossier by; empty until its office's word was heard
 * @param assessed  what was assessed last; empty where the applicant gave up before anything was
 * @param amendedTo revision to which its office has changed it last; 0 where it never has
 * @param settled   what was decided last, and on which revision
 * @param session   on whose agenda it stands
 * @param sent      whether a bank has it, or its office has offered it to another one: from then on what was decided stands
 * @param lastOn    business date of the newest event
 */
public record Request(About about, Optional<String> fileNumber, Optional<Assessed> assessed, int amendedTo,
        Optional<Settled> settled, Status state,
        Optional<UUID> session, boolean sent, LocalDate lastOn) implements OfDossier {

    /** What the rules say of a request. */
    public enum Verdict {
        ELIGIBLE, NEEDS_HUMAN, INELIGIBLE
    }

    /** Where a request stands with the commission. */
    public enum Status {
        /** Not eligible, or not yet. */
        NOT_READY,
        /** Its scheme has no commission. */
        NOT_NEEDED, WAITING, ON_AGENDA,
        /** Adjourned, or given back by its office, until what was missing is there. */
        INCOMPLETE, APPROVED, REFUSED,
        /** The applicant has given it up, or an agent has confirmed that it does not fit. */
        GONE
    }

    /**
     * A request and what the rules say of it.
     *
     * @param revision of the request, counts up when a meeting has changed it
     * @param purpose  code
     * @param on       business date of the assessment, or of the judgement that completed it
     * @param meetingRequired whether office and bank meet where the bank disagrees
     * @param waiverAllowed whether the office may do without the meeting with a bank that disagrees
     */
    public record Assessed(int revision, Verdict verdict, boolean commissionRequired, String purpose, Money amount,
            int months, LocalDate on, boolean meetingRequired, boolean waiverAllowed) {
        /** Under a scheme with a meeting that the office may do without. */
        public Assessed(int revision, Verdict verdict, boolean commissionRequired, String purpose, Money amount,
                int months, LocalDate on) {
            this(revision, verdict, commissionRequired, purpose, amount, months, on, true, true);
        }

        public boolean isEligible() {
            return verdict == Verdict.ELIGIBLE;
        }

        public boolean isIneligible() {
            return verdict == Verdict.INELIGIBLE;
        }
    }

    Request at(Status next, Optional<UUID> onSession) {
        return new Request(about, fileNumber, assessed, amendedTo, settled, next, onSession, sent, lastOn);
    }

    Request called(String number) {
        return new Request(about, Optional.of(number), assessed, amendedTo, settled, state, session, sent, lastOn);
    }

    Request settledAs(Settled end, LocalDate on) {
        return new Request(about, fileNumber, assessed, amendedTo, Optional.of(end), state, session, sent, on);
    }

    Request sentToBank() {
        return new Request(about, fileNumber, assessed, amendedTo, settled, state, session, true, lastOn);
    }

    /** Whether it stands approved or refused by this decision and no later one. */
    public boolean isDecidedBy(UUID decision) {
        return decidedBy().equals(Optional.of(decision));
    }

    /** The decision by which it stands approved or refused. */
    public Optional<UUID> decidedBy() {
        return settled.filter(end -> end.as() == Status.APPROVED || end.as() == Status.REFUSED)
                .filter(end -> end.revision() >= amendedTo).flatMap(Settled::decision);
    }

    Request openAgain(LocalDate on) {
        return new Request(about, fileNumber, assessed, amendedTo, Optional.empty(), state, session, sent, on);
    }

    /** Its office has changed it, and what the rules say of that has not come yet. */
    public boolean isBeingAssessed() {
        return amendedTo > revision();
    }

    /** 0 before the first assessment. */
    public int revision() {
        return assessed.map(Assessed::revision).orElse(0);
    }

    public boolean isGone() {
        return state == Status.GONE;
    }

    @Override
    public String key() {
        return dossierId().toString();
    }

    @Override
    public String tenant() {
        return about.officeId();
    }

    @Override
    public String status() {
        return Codes.of(state);
    }

    /** Day of its arrival: who was assessed first comes first. */
    @Override
    public LocalDate day() {
        return assessed.map(Assessed::on).orElse(lastOn);
    }
}
