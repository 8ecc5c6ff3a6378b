package fr.microcredit.guarantee.rebate.messaging;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.rebate.RebatePublisher;
import fr.microcredit.guarantee.rebate.domain.Rebate;
import fr.microcredit.kit.event.OutgoingEvent;
import fr.microcredit.kit.outbox.Outbox;

/** Publishes orders of rebates; they name no account, the bank knows its borrower. */
@ApplicationScoped
class RebateEventWriter implements RebatePublisher {
    private static final String TYPE = "fr.microcredit.guarantee.rebate-ordered";

    private final Outbox outbox;

    RebateEventWriter(Outbox outbox) {
        this.outbox = outbox;
    }

    record Ordered(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn,
            long amountCents,
            long baseCents, String fraction) {
    }

    @Override
    public Uni<Void> ordered(Rebate r, LocalDate on) {
        return outbox.append(new OutgoingEvent(TYPE, r.dossierId().toString(),
                new Ordered(r.dossierId(), r.officeId(), r.bankId(), r.personId(), on, r.amount().orElseThrow().cents(),
                        r.base().orElseThrow().cents(), r.conditions().fraction().toPlainString())));
    }
}
