package fr.microcredit.intake.accompaniment.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.accompaniment.FollowLoan;
import fr.microcredit.intake.accompaniment.domain.BankProposal;
import fr.microcredit.intake.accompaniment.domain.LoanReport;
import fr.microcredit.intake.accompaniment.domain.LoanReport.Step;
import fr.microcredit.intake.request.domain.Funding.Share;
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

    record Proposed(int revision, int round, List<Share> guarantees, List<BankProposal.Shortfall> lost) {
    }

    record Revised(int revision) {
    }

    record Met(int revision, boolean changed) {
    }

    @Override
    public void register(Subscriptions to) {
        to.from("bank").whenReady("decided", Decided.class, this::decided)
                .whenReady("finalised", Decided.class, this::decided)
                .whenReady("proposed", Proposed.class, this::proposed)
                .whenReady("contracted", Revised.class,
                        (event, data) -> report(event, Step.CONTRACTED, data.revision()))
                .whenReady("disbursed", Revised.class, (event, data) -> report(event, Step.DISBURSED, data.revision()))
                .whenReady("accelerated", event -> report(event, Step.ACCELERATED, 0))
                .whenReady("repaid-in-full", event -> report(event, Step.REPAID, 0))
                .whenReady("written-off", event -> report(event, Step.WRITTEN_OFF, 0));
        to.from("commission").whenReady("concertation-held", Met.class, this::met).whenReady("concertation-waived",
                Revised.class, (event, data) -> report(event, Step.MET_WITHOUT_CHANGE, data.revision()));
    }

    private Uni<Reception> decided(ReceivedEvent event, Decided data) {
        return report(event, SAID.get(data.decision()), data.revision());
    }

    private Uni<Reception> proposed(ReceivedEvent event, Proposed data) {
        return follow.handle(new LoanReport(event.about(), Step.BANK_PROPOSED, data.revision(), event.on(),
                Optional.of(new BankProposal(data.round(), data.guarantees(), data.lost()))));
    }

    /** What a meeting has changed is a matter of the request. */
    private Uni<Reception> met(ReceivedEvent event, Met data) {
        return data.changed()
                ? Uni.createFrom().item(Reception.APPLIED)
                : report(event, Step.MET_WITHOUT_CHANGE, data.revision());
    }

    private Uni<Reception> report(ReceivedEvent event, Step step, int revision) {
        return follow.handle(LoanReport.of(event.about(), step, revision, event.on()));
    }
}
