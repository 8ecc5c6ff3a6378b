package fr.microcredit.bank.loan.messaging;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.bank.loan.FollowRebate;
import fr.microcredit.kit.inbox.EventHandlers;
import fr.microcredit.kit.inbox.Subscriptions;
import fr.microcredit.kit.money.Money;

/** Rebates the Region has ordered. */
@ApplicationScoped
class RebateEvents implements EventHandlers {
    private final FollowRebate follow;

    RebateEvents(FollowRebate follow) {
        this.follow = follow;
    }

    record Ordered(UUID dossierId, String bankId, long amountCents) {
    }

    @Override
    public void register(Subscriptions to) {
        to.on("fr.microcredit.guarantee.rebate-ordered", 1, Ordered.class,
                (event, data) -> follow.ordered(data.dossierId(), data.bankId(), Money.ofCents(data.amountCents())));
    }
}
