package fr.microcredit.commission.concertation.messaging;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.concertation.ConcertationPublisher;
import fr.microcredit.commission.concertation.domain.Disagreement;
import fr.microcredit.kit.event.OutgoingEvent;
import fr.microcredit.kit.outbox.Outbox;

/** Publishes meetings and waivers. */
@ApplicationScoped
class ConcertationEventWriter implements ConcertationPublisher {
    private static final String PREFIX = "fr.microcredit.commission.concertation-";

    private final Outbox outbox;

    ConcertationEventWriter(Outbox outbox) {
        this.outbox = outbox;
    }

    record Held(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int round,
            int revision, UUID meetingId, boolean changed, long amountCents, int termMonths) {
    }

    record Waived(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int round,
            int revision) {
    }

    @Override
    public Uni<Void> held(Disagreement d, Meeting meeting) {
        return outbox.append(new OutgoingEvent(PREFIX + "held", d.dossierId().toString(),
                new Held(d.dossierId(), d.officeId(), d.bankId(), d.personId(), meeting.on(), d.round(), d.revision(),
                        meeting.id(),
                        meeting.changed(), meeting.amount().cents(), meeting.months())));
    }

    @Override
    public Uni<Void> waived(Disagreement d, LocalDate on) {
        return outbox.append(new OutgoingEvent(PREFIX + "waived", d.dossierId().toString(),
                new Waived(d.dossierId(), d.officeId(), d.bankId(), d.personId(), on, d.round(), d.revision())));
    }
}
