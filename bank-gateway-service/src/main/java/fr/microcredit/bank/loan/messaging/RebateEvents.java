package fr.microcredit.bank.loan.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.bank.loan.FollowRebate;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;

/** Rebates the Region has ordered. */
@ApplicationScoped
class RebateEvents implements EventHandlers {
    private final FollowRebate follow;

    RebateEvents(FollowRebate follow) {
        this.follow = follow;
    }

    record Ordered(Money amount) {
    }

    @Override
    public void register(Subscriptions to) {
        to.from("guarantee").whenReady("rebate-ordered", Ordered.class,
                (event, data) -> follow.ordered(event.about(), data.amount(), event.on()));
    }
}
