package fr.microcredit.commission.session.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.CommissionPublisher;
import fr.microcredit.commission.session.domain.AgendaItem;
import fr.microcredit.commission.session.domain.Ruling;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.kit.event.OutgoingEvent;
import fr.microcredit.kit.outbox.Outbox;

/** Publishes the commission's decisions. */
@ApplicationScoped
class DecisionEventWriter implements CommissionPublisher {
    private static final String TYPE = "fr.microcredit.commission.decided";

    private final Outbox outbox;

    DecisionEventWriter(Outbox outbox) {
        this.outbox = outbox;
    }

    record Decided(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, int revision, UUID sessionId,
            String decision, List<String> reasons) {
    }

    @Override
    public Uni<Void> decided(AgendaItem item, Session session, Ruling ruling) {
        return outbox.append(new OutgoingEvent(TYPE, item.dossierId().toString(),
                new Decided(item.dossierId(), item.officeId(), item.personId(), session.heldOn(), item.revision(),
                        session.id(), ruling.kind().code(), ruling.reasons())));
    }
}
