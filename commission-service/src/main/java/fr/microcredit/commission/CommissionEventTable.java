package fr.microcredit.commission;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.commission.concertation.domain.ConcertationEvent;
import fr.microcredit.commission.request.domain.RequestEvent;
import fr.microcredit.commission.session.domain.SessionEvent;
import fr.microcredit.commission.support.domain.SupportEvent;
import fr.microcredit.kit.event.EventTable;
import fr.microcredit.kit.event.PublishedEvents;

/** Every event of this service, one line each. */
@ApplicationScoped
class CommissionEventTable implements PublishedEvents {
    @Override
    public void list(EventTable table) {
        table.completeFor(SessionEvent.class, ConcertationEvent.class, RequestEvent.class, SupportEvent.class)
                .topic("commission")
                .on(SessionEvent.Decided.class, "decided")
                .on(RequestEvent.ApprovalUpheld.class, "approval-upheld")
                .on(ConcertationEvent.Held.class, "concertation-held")
                .on(ConcertationEvent.Waived.class, "concertation-waived")
                .on(SupportEvent.SupportGranted.class, "support-granted")
                .on(SupportEvent.SupportRefused.class, "support-refused");
    }
}
