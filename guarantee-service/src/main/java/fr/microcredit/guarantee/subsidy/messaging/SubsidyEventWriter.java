package fr.microcredit.guarantee.subsidy.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.subsidy.SubsidyPublisher;
import fr.microcredit.guarantee.subsidy.domain.Subsidy;
import fr.microcredit.guarantee.subsidy.domain.SubsidyEvent;
import fr.microcredit.kit.event.OutgoingEvent;
import fr.microcredit.kit.outbox.Outbox;

/** Publishes what happens to subsidies. */
@ApplicationScoped
class SubsidyEventWriter implements SubsidyPublisher {
    private static final String PREFIX = "fr.microcredit.guarantee.subsidy-";

    private final Outbox outbox;

    SubsidyEventWriter(Outbox outbox) {
        this.outbox = outbox;
    }

    record Reserved(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int round,
            int year, long amountCents) {
    }

    record Declined(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int round,
            int year, long amountCents, List<String> reasons) {
    }

    record Committed(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int year,
            long amountCents) {
    }

    record Accrued(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int year,
            int throughInstalment, long amountCents, long accruedCents) {
    }

    record Released(UUID dossierId, String officeId, String bankId, UUID personId, LocalDate effectiveOn, int round,
            int year,
            long amountCents, String reason) {
    }

    @Override
    public Uni<Void> publish(List<SubsidyEvent> events) {
        return outbox.append(events.stream().map(SubsidyEventWriter::outgoing).toList());
    }

    private static OutgoingEvent outgoing(SubsidyEvent event) {
        Subsidy s = event.subsidy();
        if (event instanceof SubsidyEvent.Reserved) {
            return of("reserved", s, new Reserved(s.dossierId(), s.officeId(), s.bankId(), s.personId(), event.on(),
                    s.round(), s.year(), s.amount().cents()));
        }
        if (event instanceof SubsidyEvent.Declined declined) {
            return of("declined", s, new Declined(s.dossierId(), s.officeId(), s.bankId(), s.personId(), event.on(),
                    s.round(), s.year(), s.amount().cents(), declined.reasons()));
        }
        if (event instanceof SubsidyEvent.Committed) {
            return of("committed", s, new Committed(s.dossierId(), s.officeId(), s.bankId(), s.personId(), event.on(),
                    s.year(), s.amount().cents()));
        }
        if (event instanceof SubsidyEvent.Accrued accrued) {
            return of("accrued", s, new Accrued(s.dossierId(), s.officeId(), s.bankId(), s.personId(), event.on(),
                    s.year(), s.accruedThrough(), accrued.amount().cents(), s.accrued().cents()));
        }
        SubsidyEvent.Released released = (SubsidyEvent.Released) event;
        return of("released", s,
                new Released(s.dossierId(), s.officeId(), s.bankId(), s.personId(), event.on(), s.round(), s.year(),
                        released.amount().cents(), released.why()));
    }

    private static OutgoingEvent of(String name, Subsidy subsidy, Object data) {
        return new OutgoingEvent(PREFIX + name, subsidy.dossierId().toString(), data);
    }
}
