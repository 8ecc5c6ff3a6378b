package fr.microcredit.commission.session;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.domain.Waiting;
import fr.microcredit.kit.outbox.TopicLook;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;
import fr.microcredit.kit.time.BusinessCalendar;

/** Tells whoever keeps the platform running how long the oldest request waits for a session; whose it is, its office sees. */
@ApplicationScoped
class WaitingGauge {
    private static final Logger LOG = Logger.getLogger(WaitingGauge.class);

    private final Transactions transactions;
    private final Unheard unheard;
    private final BusinessCalendar calendar;
    private final AtomicLong days = new AtomicLong();

    WaitingGauge(Transactions transactions, Unheard unheard, BusinessCalendar calendar) {
        this.transactions = transactions;
        this.unheard = unheard;
        this.calendar = calendar;
    }

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        metrics.gauge("microcredit.agenda.waiting.days", days);
    }

    @Scheduled(every = "5s", skipExecutionIf = TopicLook.NotDone.class, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return transactions.inScope(DataScope.system(), () -> calendar.today().chain(today -> unheard.oldest()
                .map(ready -> ready.map(day -> Waiting.since(day, today)).orElse(new Waiting(0)))))
                .invoke(this::tell).replaceWithVoid();
    }

    /** Once when it is overdue, and not each time it is looked at. */
    private void tell(Waiting oldest) {
        boolean wasOverdue = new Waiting(days.getAndSet(oldest.days())).isOverdue();
        if (oldest.isOverdue() && !wasOverdue) {
            LOG.warnf("A request has waited for a session for %d days, more than %d", oldest.days(), Waiting.DAYS_MAX);
        }
    }
}
