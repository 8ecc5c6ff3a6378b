package fr.microcredit.commission.concertation.domain;

import java.util.UUID;

import fr.microcredit.kit.money.Money;

/** What became of a disagreement, as others are told of it. */
public sealed interface ConcertationEvent {
    /**
     * Bank and office have met.
     *
     * @param round    the bank's decision it was about
     * @param revision of the request it was about
     * @param changed  whether amount or term are other ones now
     */
    record Held(int round, int revision, UUID meetingId, boolean changed, Money amount, int termMonths)
            implements
                ConcertationEvent {
    }

    /** Both do without a meeting. */
    record Waived(int round, int revision) implements ConcertationEvent {
    }
}
