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
 * @param assessed what was assessed last; empty where the applicant gave up before anything was
 * @param session  on whose agenda it stands
 * @param lastOn   business date of the newest event
 */
public record Request(About about, Optional<Assessed> assessed, Status state, Optional<UUID> session, LocalDate lastOn)
        implements
            OfDossier {

    /** What the rules say of a request. */
    public enum Verdict {
        ELIGIBLE, NEEDS_HUMAN, INELIGIBLE
    }

    /** Where a request stands with the commission. */
    public enum Status {
        /** Not eligible, or not yet. */
        NOT_READY,
        /** Its scheme has no commission. */
        NOT_NEEDED, WAITING, ON_AGENDA, APPROVED, REFUSED,
        /** The applicant has given it up, or an agent has confirmed that it does not fit. */
        GONE
    }

    /**
     * A request and what the rules say of it.
     *
     * @param revision of the request, counts up when a meeting has changed it
     * @param purpose  code
     * @param on       business date of the assessment, or of the judgement that completed it
     */
    public record Assessed(int revision, Verdict verdict, boolean commissionRequired, String purpose, Money amount,
            int months, LocalDate on) {
        public boolean isEligible() {
            return verdict == Verdict.ELIGIBLE;
        }

        public boolean isIneligible() {
            return verdict == Verdict.INELIGIBLE;
        }
    }

    Request at(Status next, Optional<UUID> onSession) {
        return new Request(about, assessed, next, onSession, lastOn);
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
