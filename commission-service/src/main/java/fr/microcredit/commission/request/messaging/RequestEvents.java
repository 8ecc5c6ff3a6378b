package fr.microcredit.commission.request.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.request.FollowRequest;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;

/** Assessments, and what offices change and withdraw. */
@ApplicationScoped
class RequestEvents implements EventHandlers {
    private static final String REQUIRED = "required";
    private static final String BY_MEETING = "concertation";

    private final FollowRequest follow;

    RequestEvents(FollowRequest follow) {
        this.follow = follow;
    }

    record Assessed(int revision, Request.Verdict verdict, String purpose, Terms terms) {
        record Terms(Money amount, int termMonths, String commission) {
        }
    }

    record Confirmed(int revision) {
    }

    record Completed(int revision) {
    }

    record Amended(int revision, String cause) {
    }

    @Override
    public void register(Subscriptions to) {
        to.from("eligibility").on("assessed", Assessed.class, this::assessed)
                .on("judged", Assessed.class, this::assessed).on("overridden", Assessed.class, this::assessed)
                .on("confirmed", Confirmed.class,
                        (event, data) -> follow.confirmedIneligible(event.about(), data.revision(), event.on()));
        to.from("dossier").on("withdrawn", event -> follow.withdrawn(event.about(), event.on()))
                .on("amended", Amended.class, this::amended).on("completed", Completed.class,
                        (event, data) -> follow.completed(event.about(), data.revision(), event.on()));
    }

    /** What a meeting with the bank has changed was approved before and stays so. */
    private Uni<Void> amended(ReceivedEvent event, Amended data) {
        return data.cause().equals(BY_MEETING)
                ? Uni.createFrom().voidItem()
                : follow.amended(event.about(), data.revision(), event.on());
    }

    private Uni<Void> assessed(ReceivedEvent event, Assessed data) {
        return follow.assessed(event.about(),
                new Request.Assessed(data.revision(), data.verdict(), data.terms().commission().equals(REQUIRED),
                        data.purpose(), data.terms().amount(), data.terms().termMonths(), event.on()));
    }
}
