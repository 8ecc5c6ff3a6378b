package fr.microcredit.guarantee.fund.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.fund.FundPublisher;
import fr.microcredit.guarantee.fund.domain.FundEvent;
import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.kit.event.OutgoingEvent;
import fr.microcredit.kit.outbox.Outbox;

/** Publishes what happens to guarantees. */
@ApplicationScoped
class FundEventWriter implements FundPublisher {
    private static final String PREFIX = "fr.microcredit.guarantee.";

    private final Outbox outbox;

    FundEventWriter(Outbox outbox) {
        this.outbox = outbox;
    }

    record Part(String guarantor, long amountCents) {
    }

    record Reserved(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int round,
            long principalCents, List<Part> shares) {
    }

    record Declined(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int round,
            List<Reason> reasons) {
    }

    record Reason(String code, Optional<String> guarantor) {
    }

    record Standing(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn,
            long outstandingCents, List<Part> shares) {
    }

    record Released(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn,
            String reason) {
    }

    record Expired(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int round) {
    }

    @Override
    public Uni<Void> publish(List<FundEvent> events) {
        return outbox.append(events.stream().map(FundEventWriter::outgoing).toList());
    }

    private static OutgoingEvent outgoing(FundEvent event) {
        Guarantee g = event.guarantee();
        if (event instanceof FundEvent.Reserved) {
            return of("reserved", g, new Reserved(g.dossierId(), g.officeId(), g.bankId(), g.personId(), event.on(),
                    g.round(), g.principal().cents(), parts(g)));
        }
        if (event instanceof FundEvent.Declined declined) {
            return of("declined", g, new Declined(g.dossierId(), g.officeId(), g.bankId(), g.personId(), event.on(),
                    g.round(),
                    declined.reasons().stream().map(each -> new Reason(each.code(), each.guarantor())).toList()));
        }
        if (event instanceof FundEvent.Released released) {
            return of("released", g, new Released(g.dossierId(), g.officeId(), g.bankId(), g.personId(), event.on(),
                    released.why()));
        }
        if (event instanceof FundEvent.Expired) {
            return of("expired", g,
                    new Expired(g.dossierId(), g.officeId(), g.bankId(), g.personId(), event.on(), g.round()));
        }
        String name = event instanceof FundEvent.Effective ? "effective" : "reduced";
        return of(name, g, new Standing(g.dossierId(), g.officeId(), g.bankId(), g.personId(), event.on(),
                g.outstanding().cents(), parts(g)));
    }

    private static List<Part> parts(Guarantee guarantee) {
        return guarantee.parts().stream().map(each -> new Part(each.guarantor(), each.amount().cents())).toList();
    }

    private static OutgoingEvent of(String name, Guarantee guarantee, Object data) {
        return new OutgoingEvent(PREFIX + name, guarantee.dossierId().toString(), data);
    }
}
