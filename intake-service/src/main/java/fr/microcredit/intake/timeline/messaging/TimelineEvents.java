package fr.microcredit.intake.timeline.messaging;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.timeline.Timeline;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;

/** Everything that is told of a dossier, whatever kinds of events come to be. */
@ApplicationScoped
class TimelineEvents implements EventHandlers {
    private final Timeline timeline;

    TimelineEvents(Timeline timeline) {
        this.timeline = timeline;
    }

    /** A guarantor's endowment is on these topics too, and about no dossier. */
    @Override
    public void register(Subscriptions to) {
        List.of("eligibility", "commission", "bank", "guarantee").forEach(topic -> to.from(topic)
                .all(event -> event.envelope().about().map(any -> timeline.note(event))
                        .orElseGet(Uni.createFrom()::voidItem)));
    }
}
