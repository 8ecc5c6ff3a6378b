package fr.microcredit.intake.timeline.messaging;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.timeline.Timeline;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;

/** Everything that is told of a dossier, whatever kinds of events come to be. */
@ApplicationScoped
class TimelineEvents implements EventHandlers {
    private final Timeline timeline;

    TimelineEvents(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public void register(Subscriptions to) {
        List.of("eligibility", "commission", "bank", "guarantee").forEach(topic -> to.from(topic).all(this::note));
    }

    /** A guarantor's endowment is on these topics too, and about no dossier. */
    private Uni<Void> note(ReceivedEvent event) {
        return event.envelope().about().isPresent() ? timeline.note(event) : Uni.createFrom().voidItem();
    }
}
