package fr.microcredit.commission.session.domain;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.kit.money.Money;

/**
 * A request as the commission sees it: a file number, never a name.
 *
 * @param revision of the request that was assessed last
 * @param verdict   of that assessment
 * @param assessedOn business date of that assessment, or of the judgement that completed it
 * @param session  on whose agenda it stands
 */
public record AgendaItem(UUID dossierId, String officeId, UUID personId, int revision, Verdict verdict,
        LocalDate assessedOn, boolean commissionRequired, String purpose, Money amount, int months, Status status,
        Optional<UUID> session) {

    /** What the rules say of a request. */
    public enum Verdict {
        ELIGIBLE, NEEDS_HUMAN, INELIGIBLE;

        /** @throws IllegalArgumentException for a code that is none of these */
        public static Verdict ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Where a request stands with the commission. */
    public enum Status {
        /** Not eligible, or not yet. */
        NOT_READY,
        /** Its scheme has no commission. */
        NOT_NEEDED, WAITING, ON_AGENDA, APPROVED, REFUSED,
        /** The applicant has given it up. */
        GONE
    }

    public boolean eligible() {
        return verdict == Verdict.ELIGIBLE;
    }

    AgendaItem at(Status next, Optional<UUID> onSession) {
        return new AgendaItem(dossierId, officeId, personId, revision, verdict, assessedOn, commissionRequired, purpose,
                amount,
                months, next, onSession);
    }
}
