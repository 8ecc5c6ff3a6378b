package fr.microcredit.intake.report.messaging;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.report.NoteRuling;
import fr.microcredit.intake.report.domain.CommissionReport.Ruling;
import fr.microcredit.intake.report.domain.CommissionReport.Verdict;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;

/** What the commission has decided. */
@ApplicationScoped
class RulingEvents implements EventHandlers {
    private final NoteRuling note;

    RulingEvents(NoteRuling note) {
        this.note = note;
    }

    record Decided(int revision, UUID decisionId, Verdict decision) {
    }

    /** A decision that is early for the request is noted already: what stands on that day is what was decided on. */
    @Override
    public void register(Subscriptions to) {
        to.from("commission").on("decided", Decided.class, this::decided);
    }

    private Uni<Void> decided(ReceivedEvent event, Decided data) {
        return note.handle(event.about(), new Ruling(data.decisionId(), data.revision(), data.decision(), event.on()));
    }
}
