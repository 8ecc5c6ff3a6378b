package fr.microcredit.commission.request.messaging;

import java.util.Optional;
import java.util.Set;

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
    /** What was approved before and stays so: a meeting with the bank, what bank and office have agreed on. */
    private static final Set<String> AFTER_APPROVAL = Set.of("concertation", "funding");
    private static final String ANOTHER_BANK = "another-bank";
    /** Told of by who else has ended it. */
    private static final Set<String> ENDED_BY_OFFICE = Set.of("refused-by-bank", "abandoned");

    private final FollowRequest follow;

    RequestEvents(FollowRequest follow) {
        this.follow = follow;
    }

    record Assessed(int revision, Request.Verdict verdict, String purpose, Terms terms) {
        record Terms(Money amount, int termMonths, String commission, Optional<Boolean> meetingRequired,
                Optional<Boolean> waiverAllowed) {
        }
    }

    record Submitted(String fileNumber) {
    }

    record Confirmed(int revision) {
    }

    record Returned(int revision) {
    }

    record Completed(int revision) {
    }

    record Amended(int revision, String cause) {
    }

    record Closed(String outcome) {
    }

    @Override
    public void register(Subscriptions to) {
        to.from("eligibility").on("assessed", Assessed.class, this::assessed)
                .on("judged", Assessed.class, this::assessed).on("overridden", Assessed.class, this::assessed)
                .on("confirmed", Confirmed.class,
                        (event, data) -> follow.confirmedIneligible(event.about(), data.revision(), event.on()));
        to.from("dossier")
                .on("submitted", Submitted.class,
                        (event, data) -> follow.submitted(event.about(), data.fileNumber(), event.on()))
                .on("withdrawn", event -> follow.withdrawn(event.about(), event.on()))
                .on("closed", Closed.class, this::closed)
                .on("amended", Amended.class, this::amended)
                .on("transmitted", event -> follow.sent(event.about(), event.on()))
                .on("returned", Returned.class,
                        (event, data) -> follow.givenBack(event.about(), data.revision(), event.on()))
                .on("completed", Completed.class,
                        (event, data) -> follow.completed(event.about(), data.revision(), event.on()));
    }

    private Uni<Void> closed(ReceivedEvent event, Closed data) {
        return ENDED_BY_OFFICE.contains(data.outcome())
                ? follow.withdrawn(event.about(), event.on())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> amended(ReceivedEvent event, Amended data) {
        if (data.cause().equals(ANOTHER_BANK)) {
            return follow.offeredElsewhere(event.about(), data.revision(), event.on());
        }
        return AFTER_APPROVAL.contains(data.cause())
                ? Uni.createFrom().voidItem()
                : follow.amended(event.about(), data.revision(), event.on());
    }

    private Uni<Void> assessed(ReceivedEvent event, Assessed data) {
        return follow.assessed(event.about(),
                new Request.Assessed(data.revision(), data.verdict(), data.terms().commission().equals(REQUIRED),
                        data.purpose(), data.terms().amount(), data.terms().termMonths(), event.on(),
                        data.terms().meetingRequired().orElse(true), data.terms().waiverAllowed().orElse(true)));
    }
}
