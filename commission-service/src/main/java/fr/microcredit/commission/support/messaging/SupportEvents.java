package fr.microcredit.commission.support.messaging;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.support.FollowSupport;
import fr.microcredit.commission.support.domain.Repaid.Payer;
import fr.microcredit.commission.support.domain.Support.End;
import fr.microcredit.commission.support.domain.SupportNews;
import fr.microcredit.commission.support.domain.SupportRequest;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;

/** What offices ask their support commissions for, what banks are paid, and how a loan ends. */
@ApplicationScoped
class SupportEvents implements EventHandlers {
    private final FollowSupport follow;

    SupportEvents(FollowSupport follow) {
        this.follow = follow;
    }

    record Asked(UUID requestId, List<Integer> instalments, Money amount) {
    }

    record Paid(int number, Payer payer, Money amount) {
    }

    record Received(int line, Payer payer, Money principal, Money interest) {
    }

    record Prepaid(InstalmentTable table) {
    }

    record Corrected(int corrects, int instalmentsPaid, Money outstanding) {
    }

    @Override
    public void register(Subscriptions to) {
        to.from("dossier").on("support-asked", Asked.class, this::asked)
                .on("closed", event -> endedIfKnown(event)).on("withdrawn", event -> endedIfKnown(event));
        to.from("bank").on("instalment-paid", Paid.class, this::paid)
                .on("payment-received", Received.class, this::received)
                .on("prepaid", Prepaid.class, this::prepaid)
                .on("corrected", Corrected.class, this::corrected)
                .on("accelerated", event -> ended(event, End.ACCELERATED))
                .on("repaid-in-full", event -> ended(event, End.REPAID))
                .on("written-off", event -> ended(event, End.WRITTEN_OFF))
                .on("withdrawn", event -> ended(event, End.WITHDRAWN));
    }

    private Uni<Void> asked(ReceivedEvent event, Asked data) {
        SupportRequest request = SupportRequest.asked(data.requestId(), data.instalments(), data.amount(),
                event.on());
        return follow.heard(event.about(), event.on(), support -> SupportNews.asked(support, request));
    }

    private Uni<Void> paid(ReceivedEvent event, Paid data) {
        return follow.heard(event.about(), event.on(), support -> SupportNews.paid(support, data.number(),
                data.payer(), data.amount(), event.on()));
    }

    private Uni<Void> received(ReceivedEvent event, Received data) {
        return follow.heard(event.about(), event.on(), support -> SupportNews.received(support, data.line(),
                data.payer(), data.principal().plus(data.interest()), event.on()));
    }

    private Uni<Void> prepaid(ReceivedEvent event, Prepaid data) {
        int due = (int) data.table().lines().stream().filter(line -> !line.dueOn().isAfter(event.on())).count();
        return follow.heard(event.about(), event.on(), support -> SupportNews.prepaid(support, due));
    }

    private Uni<Void> corrected(ReceivedEvent event, Corrected data) {
        return follow.heard(event.about(), event.on(), support -> SupportNews.corrected(support, data.corrects(),
                data.instalmentsPaid(), data.outstanding()));
    }

    private Uni<Void> ended(ReceivedEvent event, End by) {
        return follow.heard(event.about(), event.on(), support -> SupportNews.ended(support, by));
    }

    /** Asking came before it on the same topic. */
    private Uni<Void> endedIfKnown(ReceivedEvent event) {
        return follow.heardOfKnown(event.about(), event.on(), support -> SupportNews.ended(support, End.CLOSED));
    }
}
