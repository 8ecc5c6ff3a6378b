package fr.microcredit.intake.dossier.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.intake.dossier.FollowDossier;
import fr.microcredit.intake.dossier.Timeline;
import fr.microcredit.intake.dossier.domain.Report;
import fr.microcredit.intake.dossier.domain.Step;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.inbox.EventHandlers;
import fr.microcredit.kit.inbox.Reception;
import fr.microcredit.kit.inbox.Subscriptions;
import fr.microcredit.kit.money.Money;

/** What the other services report of a dossier. */
@ApplicationScoped
class ProgressEvents implements EventHandlers {
    private static final String PREFIX = "fr.microcredit.";
    private static final List<String> NOTED = List.of("bank.instalment-paid", "bank.instalment-missed",
            "bank.rebate-credited", "guarantee.reserved", "guarantee.declined", "guarantee.effective",
            "guarantee.reduced", "guarantee.released", "guarantee.expired", "guarantee.subsidy-reserved",
            "guarantee.subsidy-declined", "guarantee.subsidy-committed", "guarantee.subsidy-accrued",
            "guarantee.subsidy-released", "guarantee.rebate-ordered");
    private static final Map<String, Step> VERDICTS = Map.of("eligible", Step.FOUND_ELIGIBLE, "needs-human",
            Step.FOUND_TO_JUDGE, "ineligible", Step.FOUND_INELIGIBLE);
    private static final Map<String, Step> PUBLIC_DECISIONS = Map.of("approved", Step.APPROVED, "refused", Step.REFUSED,
            "adjourned", Step.ADJOURNED);
    private static final Map<String, Step> BANK_DECISIONS = Map.of("accepted", Step.BANK_ACCEPTED, "disagreed",
            Step.BANK_DISAGREED, "refused", Step.BANK_REFUSED);

    private final FollowDossier follow;

    ProgressEvents(FollowDossier follow) {
        this.follow = follow;
    }

    record Noted(UUID dossierId, String officeId, LocalDate effectiveOn) {
    }

    record Assessed(UUID dossierId, String officeId, LocalDate effectiveOn, int revision, String verdict,
            JsonNode terms) {
    }

    record Revised(UUID dossierId, String officeId, LocalDate effectiveOn, int revision) {
    }

    record Decided(UUID dossierId, String officeId, LocalDate effectiveOn, int revision, String decision) {
    }

    record Meeting(UUID dossierId, String officeId, LocalDate effectiveOn, int revision, boolean changed,
            long amountCents, int termMonths) {
    }

    @Override
    public void register(Subscriptions to) {
        to.on(PREFIX + "eligibility.assessed", 1, Assessed.class, this::assessed)
                .on(PREFIX + "eligibility.judged", 1, Assessed.class, this::assessed)
                .on(PREFIX + "eligibility.overridden", 1, Assessed.class, this::assessed)
                .on(PREFIX + "commission.concertation-held", 1, Meeting.class, this::met);
        decision(to, "commission.decided", PUBLIC_DECISIONS);
        decision(to, "bank.decided", BANK_DECISIONS);
        decision(to, "bank.finalised", BANK_DECISIONS);
        revised(to, "eligibility.confirmed", Step.INELIGIBILITY_CONFIRMED);
        revised(to, "commission.concertation-waived", Step.MEETING_CHANGED_NOTHING);
        revised(to, "bank.contracted", Step.CONTRACTED);
        revised(to, "bank.disbursed", Step.DISBURSED);
        noted(to, "bank.repaid-in-full", Step.REPAID);
        NOTED.forEach(type -> noted(to, type, Step.NOTED));
    }

    private Uni<Reception> assessed(ReceivedEvent event, Assessed data) {
        Report report = Report.assessed(known(VERDICTS, data.verdict()), data.revision(), data.terms().toString(),
                data.effectiveOn());
        return follow.handle(report, entry(event, data.dossierId(), data.officeId(), data.effectiveOn()));
    }

    private Uni<Reception> met(ReceivedEvent event, Meeting data) {
        Report report = data.changed()
                ? Report.meeting(data.revision(), Money.ofCents(data.amountCents()), data.termMonths(),
                        data.effectiveOn())
                : Report.of(Step.MEETING_CHANGED_NOTHING, data.revision(), data.effectiveOn());
        return follow.handle(report, entry(event, data.dossierId(), data.officeId(), data.effectiveOn()));
    }

    private void decision(Subscriptions to, String type, Map<String, Step> steps) {
        to.on(PREFIX + type, 1, Decided.class, (event, data) -> follow.handle(
                Report.of(known(steps, data.decision()), data.revision(), data.effectiveOn()),
                entry(event, data.dossierId(), data.officeId(), data.effectiveOn())));
    }

    private void revised(Subscriptions to, String type, Step step) {
        to.on(PREFIX + type, 1, Revised.class,
                (event, data) -> follow.handle(Report.of(step, data.revision(), data.effectiveOn()),
                        entry(event, data.dossierId(), data.officeId(), data.effectiveOn())));
    }

    private void noted(Subscriptions to, String type, Step step) {
        to.on(PREFIX + type, 1, Noted.class,
                (event, data) -> follow.handle(Report.of(step, 0, data.effectiveOn()),
                        entry(event, data.dossierId(), data.officeId(), data.effectiveOn())));
    }

    private static Step known(Map<String, Step> steps, String code) {
        if (!steps.containsKey(code)) {
            throw new IllegalArgumentException("Unknown decision");
        }
        return steps.get(code);
    }

    private static Timeline.Entry entry(ReceivedEvent event, UUID dossierId, String officeId, LocalDate on) {
        return new Timeline.Entry(dossierId, officeId, event.id(), event.type(), event.sequence(), on,
                event.data().toString());
    }
}
