package fr.microcredit.intake.accompaniment.messaging;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.accompaniment.FollowLoan;
import fr.microcredit.intake.accompaniment.domain.LoanReport;
import fr.microcredit.intake.accompaniment.domain.LoanReport.Step;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Reception;
import fr.microcredit.kit.reception.Subscriptions;

/** What bank and commission say of a request that was sent. */
@ApplicationScoped
class LoanReports implements EventHandlers {
    private static final Map<Decision, Step> SAID = Map.of(Decision.ACCEPTED, Step.BANK_ACCEPTED, Decision.DISAGREED,
            Step.BANK_DISAGREED, Decision.REFUSED, Step.BANK_REFUSED);

    private final FollowLoan follow;

    LoanReports(FollowLoan follow) {
        this.follow = follow;
    }

    enum Decision {
        ACCEPTED, DISAGREED, REFUSED
    }

    record Decided(int revision, Decision decision) {
    }

    record Revised(int revision) {
    }

    record Met(int revision, boolean changed) {
    }

    @Override
    public void register(Subscriptions to) {
        to.from("bank").whenReady("decided", Decided.class, this::decided)
                .whenReady("finalised", Decided.class, this::decided)
                .whenReady("contracted", Revised.class,
                        (event, data) -> report(event, Step.CONTRACTED, data.revision()))
                .whenReady("disbursed", Revised.class, (event, data) -> report(event, Step.DISBURSED, data.revision()))
                .whenReady("repaid-in-full", event -> report(event, Step.REPAID, 0));
        to.from("commission").whenReady("concertation-held", Met.class, this::met).whenReady("concertation-waived",
                Revised.class, (event, data) -> report(event, Step.MET_WITHOUT_CHANGE, data.revision()));
    }

    private Uni<Reception> decided(ReceivedEvent event, Decided data) {
        return report(event, SAID.get(data.decision()), data.revision());
    }

    /** What a meeting has changed is a matter of the request. */
    private Uni<Reception> met(ReceivedEvent event, Met data) {
        return data.changed()
                ? Uni.createFrom().item(Reception.APPLIED)
                : report(event, Step.MET_WITHOUT_CHANGE, data.revision());
    }

    private Uni<Reception> report(ReceivedEvent event, Step step, int revision) {
        return follow.handle(new LoanReport(event.about(), step, revision, event.on()));
    }
}
