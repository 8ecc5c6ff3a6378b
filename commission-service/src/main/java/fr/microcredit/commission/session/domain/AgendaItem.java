package fr.microcredit.commission.session.domain;

import java.util.Optional;
import java.util.UUID;

import fr.microcredit.kit.money.Money;

/**
 * A request as the commission sees it: a file number, never a name.
 *
 * @param revision of the request that was assessed last
 * @param session  on whose agenda it stands
 */
public record AgendaItem(UUID dossierId, String officeId, UUID personId, int revision, boolean eligible,
        boolean commissionRequired, String purpose, Money amount, int months, Status status, Optional<UUID> session) {

    /** Where a request stands with the commission. */
    public enum Status {
        /** Not eligible, or not yet. */
        NOT_READY,
        /** Its scheme has no commission. */
        NOT_NEEDED, WAITING, ON_AGENDA, APPROVED, REFUSED,
        /** The applicant has given it up. */
        GONE
    }

    AgendaItem at(Status next, Optional<UUID> onSession) {
        return new AgendaItem(dossierId, officeId, personId, revision, eligible, commissionRequired, purpose, amount,
                months, next, onSession);
    }
}
