package fr.microcredit.commission.concertation.messaging;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.concertation.EndConcertation;
import fr.microcredit.commission.concertation.FollowBank;
import fr.microcredit.commission.concertation.domain.Disagreement;
import fr.microcredit.kit.inbox.EventHandlers;
import fr.microcredit.kit.inbox.Reception;
import fr.microcredit.kit.inbox.Subscriptions;

/** The bank's views and last words, and the end of a request that does not fit. */
@ApplicationScoped
class BankEvents implements EventHandlers {
    private static final String DISAGREED = "disagreed";

    private final FollowBank follow;
    private final EndConcertation end;

    BankEvents(FollowBank follow, EndConcertation end) {
        this.follow = follow;
        this.end = end;
    }

    record Confirmed(UUID dossierId, String officeId, int revision) {
    }

    record Decided(UUID dossierId, String officeId, String bankId, UUID personId, int round, String decision) {
    }

    @Override
    public void register(Subscriptions to) {
        to.on("fr.microcredit.bank.decided", 1, Decided.class, (event, data) -> decided(data)).on(
                "fr.microcredit.bank.finalised", 1, Decided.class,
                (event, data) -> follow.settled(data.dossierId()).replaceWith(Reception.APPLIED))
                .on("fr.microcredit.eligibility.confirmed", 1, Confirmed.class,
                        (event, data) -> end.confirmedIneligible(data.dossierId(), data.revision())
                                .replaceWith(Reception.APPLIED));
    }

    /** An acceptance settles whatever stood open. */
    private Uni<Reception> decided(Decided data) {
        Uni<Void> noted = data.decision().equals(DISAGREED)
                ? follow.disagreed(new Disagreement(data.dossierId(), data.officeId(), data.bankId(), data.personId(),
                        data.round(), Disagreement.Status.OPEN, 0))
                : follow.settled(data.dossierId());
        return noted.replaceWith(Reception.APPLIED);
    }
}
