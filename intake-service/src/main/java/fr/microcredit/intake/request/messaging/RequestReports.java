package fr.microcredit.intake.request.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.request.FollowRequest;
import fr.microcredit.intake.request.domain.Approval;
import fr.microcredit.intake.request.domain.MissingItem;
import fr.microcredit.intake.request.domain.Report;
import fr.microcredit.intake.request.domain.Report.Step;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Reception;
import fr.microcredit.kit.reception.Subscriptions;

/** What assessment, commission and meetings say of a request, and how a bank answers its end. */
@ApplicationScoped
class RequestReports implements EventHandlers {
    private static final Map<Verdict, Step> FOUND = Map.of(Verdict.ELIGIBLE, Step.FOUND_ELIGIBLE, Verdict.NEEDS_HUMAN,
            Step.FOUND_TO_JUDGE, Verdict.INELIGIBLE, Step.FOUND_INELIGIBLE);

    private final FollowRequest follow;

    RequestReports(FollowRequest follow) {
        this.follow = follow;
    }

    enum Verdict {
        ELIGIBLE, NEEDS_HUMAN, INELIGIBLE
    }

    record Assessed(int revision, Verdict verdict, Verbatim terms) {
    }

    record Confirmed(int revision) {
    }

    record Decided(int revision, Optional<UUID> replaces, Step decision, List<MissingItem> missing,
            List<Approval.Condition> conditions) {
    }

    record Met(int revision, boolean changed, Money amount, int termMonths) {
    }

    @Override
    public void register(Subscriptions to) {
        to.from("eligibility").whenReady("assessed", Assessed.class, this::assessed)
                .whenReady("judged", Assessed.class, this::assessed)
                .whenReady("overridden", Assessed.class, this::assessed)
                .whenReady("confirmed", Confirmed.class, (event, data) -> report(event,
                        Report.of(Step.INELIGIBILITY_CONFIRMED, data.revision(), event.on())));
        to.from("commission")
                .whenReady("decided", Decided.class, (event, data) -> report(event,
                        Report.decided(data.decision(), data.revision(),
                                new Report.Decided(data.missing(), data.conditions(),
                                        data.replaces().isPresent()),
                                event.on())))
                .whenReady("concertation-held", Met.class, this::met);
        to.from("bank").whenReady("withdrawn", event -> follow.withdrawn(event.about(), event.on()))
                .whenReady("withdrawal-declined", event -> follow.withdrawalDeclined(event.about(), event.on()));
    }

    private Uni<Reception> assessed(ReceivedEvent event, Assessed data) {
        return report(event, Report.assessed(FOUND.get(data.verdict()), data.revision(),
                new Report.Terms(data.terms(), event.about().schemeVersion()), event.on()));
    }

    /** A meeting that has changed nothing is no matter of the request. */
    private Uni<Reception> met(ReceivedEvent event, Met data) {
        return data.changed()
                ? report(event, Report.meeting(data.revision(), new Report.Change(data.amount(), data.termMonths()),
                        event.on()))
                : Uni.createFrom().item(Reception.APPLIED);
    }

    private Uni<Reception> report(ReceivedEvent event, Report report) {
        return follow.handle(event.about(), report);
    }
}
