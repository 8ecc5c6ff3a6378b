package fr.microcredit.bank.loan.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.bank.loan.FollowClaim;
import fr.microcredit.bank.loan.domain.Claim;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;

/** What the guarantors answer to a claim. */
@ApplicationScoped
class ClaimEvents implements EventHandlers {
    private final FollowClaim follow;

    ClaimEvents(FollowClaim follow) {
        this.follow = follow;
    }

    record Accepted(UUID claimId, LocalDate payBy) {
    }

    record Rejected(UUID claimId, List<String> reasons) {
    }

    record Paid(UUID claimId, String guarantor, Money amount) {
    }

    @Override
    public void register(Subscriptions to) {
        to.from("guarantee")
                .whenReady("claim-accepted", Accepted.class,
                        (event, data) -> follow.accepted(event.about(), data.claimId(), data.payBy(), event.on()))
                .whenReady("claim-rejected", Rejected.class,
                        (event, data) -> follow.rejected(event.about(), data.claimId(), data.reasons(), event.on()))
                .whenReady("claim-paid", Paid.class, (event, data) -> follow.paid(event.about(), data.claimId(),
                        new Claim.Paid(data.guarantor(), data.amount(), event.on())));
    }
}
