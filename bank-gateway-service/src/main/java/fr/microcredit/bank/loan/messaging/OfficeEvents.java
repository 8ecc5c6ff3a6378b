package fr.microcredit.bank.loan.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.bank.loan.FollowOffice;
import fr.microcredit.bank.loan.domain.Heard;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;

/** What office and support commission tell of a loan. */
@ApplicationScoped
class OfficeEvents implements EventHandlers {
    private final FollowOffice follow;

    OfficeEvents(FollowOffice follow) {
        this.follow = follow;
    }

    record Asked(int months) {
    }

    record Admitted(LocalDate admittedOn) {
    }

    record Granted(UUID requestId, List<Integer> instalments, Money amount) {
    }

    record Refused(UUID requestId) {
    }

    @Override
    public void register(Subscriptions to) {
        to.from("dossier")
                .whenReady("deferral-asked", Asked.class,
                        (event, data) -> follow.deferralAsked(event.about(),
                                new Heard.DeferralAsked(data.months(), event.on())))
                .whenReady("over-indebtedness-admitted", Admitted.class,
                        (event, data) -> follow.paymentsStopped(event.about(), data.admittedOn(), event.on()));
        to.from("commission")
                .whenReady("support-refused", Refused.class,
                        (event, data) -> follow.notPromised(event.about(), data.requestId(), event.on()))
                .whenReady("support-granted", Granted.class,
                        (event, data) -> follow.promised(event.about(),
                                new Heard.Promise(data.requestId(), data.instalments(), data.amount(), event.on())));
    }
}
