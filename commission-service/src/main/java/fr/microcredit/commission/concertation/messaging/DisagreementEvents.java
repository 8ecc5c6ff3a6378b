package fr.microcredit.commission.concertation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.concertation.FollowDisagreement;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;

/** The bank's views and last words, and the end of a request. */
@ApplicationScoped
class DisagreementEvents implements EventHandlers {
    private static final String DISAGREED = "disagreed";

    private final FollowDisagreement follow;

    DisagreementEvents(FollowDisagreement follow) {
        this.follow = follow;
    }

    record Decided(int round, String decision) {
    }

    record Confirmed(int revision) {
    }

    @Override
    public void register(Subscriptions to) {
        to.from("bank").on("decided", Decided.class, this::decided)
                .on("finalised", event -> follow.settled(event.about(), event.on()));
        to.from("eligibility").on("confirmed", Confirmed.class,
                (event, data) -> follow.confirmedIneligible(event.about(), data.revision(), event.on()));
        to.from("dossier").on("withdrawn", event -> follow.settled(event.about(), event.on()))
                .on("closed", event -> follow.settled(event.about(), event.on()));
    }

    /** An acceptance settles whatever stood open. */
    private Uni<Void> decided(ReceivedEvent event, Decided data) {
        return data.decision().equals(DISAGREED)
                ? follow.disagreed(event.about(), data.round(), event.on())
                : follow.settled(event.about(), event.on());
    }
}
