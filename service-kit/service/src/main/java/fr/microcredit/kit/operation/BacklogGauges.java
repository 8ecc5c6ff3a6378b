package fr.microcredit.kit.operation;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.outbox.TopicLook;
import fr.microcredit.kit.reception.ParkingLot;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/**
 * Keeps the backlog in gauges and shows it beside the health answer. A backlog is no reason to be unready: a service
 * whose broker is away still takes commands.
 */
@Readiness
@ApplicationScoped
public class BacklogGauges implements HealthCheck {
    private final Transactions transactions;
    private final Backlog backlog;
    private static final Logger LOG = Logger.getLogger(BacklogGauges.class);

    private final ParkingLot parking;
    private final AtomicInteger overdue = new AtomicInteger();
    private final AtomicReference<Backlog.Counts> latest = new AtomicReference<>(
            new Backlog.Counts(0, 0, 0, 0, 0, 0, 0));

    BacklogGauges(Transactions transactions, Backlog backlog, ParkingLot parking) {
        this.transactions = transactions;
        this.backlog = backlog;
        this.parking = parking;
    }

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        metrics.gauge("microcredit.outbox.pending", latest, counts -> counts.get().outbox());
        metrics.gauge("microcredit.outbox.age.seconds", latest, counts -> counts.get().outboxAgeS());
        metrics.gauge("microcredit.parked.events", latest, counts -> counts.get().parked());
        metrics.gauge("microcredit.parked.age.seconds", latest, counts -> counts.get().parkedAgeS());
        metrics.gauge("microcredit.parked.overdue", overdue);
        metrics.gauge("microcredit.dead.letters.open", latest, counts -> counts.get().dead());
    }

    @Scheduled(every = "5s", skipExecutionIf = TopicLook.NotDone.class, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return transactions.inScope(DataScope.system(), () -> backlog.counts().invoke(latest::set)
                .chain(counts -> counts.parked() == 0
                        ? Uni.createFrom().item(List.<ParkingLot.Overdue>of())
                        : parking.overdue()))
                .invoke(this::tell).replaceWithVoid();
    }

    /** Once for each time it grows; a list stands under {@code /operations/parked}. */
    private void tell(List<ParkingLot.Overdue> waiting) {
        if (waiting.size() > overdue.getAndSet(waiting.size())) {
            LOG.warnf("%d dossiers have events that wait for longer than they should, the first since %s",
                    waiting.size(),
                    waiting.get(0).since());
        }
    }

    @Override
    public HealthCheckResponse call() {
        Backlog.Counts counts = latest.get();
        return HealthCheckResponse.named("events").up().withData("outboxPending", counts.outbox())
                .withData("outboxOldestSeconds", counts.outboxAgeS()).withData("parked", counts.parked())
                .withData("parkedOldestSeconds", counts.parkedAgeS()).withData("parkedOverdue", overdue.get())
                .withData("deadLettersOpen", counts.dead())
                .build();
    }
}
