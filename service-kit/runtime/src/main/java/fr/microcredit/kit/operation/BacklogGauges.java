package fr.microcredit.kit.operation;

import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.sandbox.Backlog;
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
    private final AtomicReference<Backlog.Counts> latest = new AtomicReference<>(
            new Backlog.Counts(0, 0, 0, 0, 0, 0, 0));

    BacklogGauges(Transactions transactions, Backlog backlog) {
        this.transactions = transactions;
        this.backlog = backlog;
    }

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        metrics.gauge("microcredit.outbox.pending", latest, counts -> counts.get().outbox());
        metrics.gauge("microcredit.outbox.age.seconds", latest, counts -> counts.get().outboxAgeS());
        metrics.gauge("microcredit.parked.events", latest, counts -> counts.get().parked());
        metrics.gauge("microcredit.parked.age.seconds", latest, counts -> counts.get().parkedAgeS());
        metrics.gauge("microcredit.dead.letters.open", latest, counts -> counts.get().dead());
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return transactions.inScope(DataScope.system(), backlog::counts).invoke(latest::set).replaceWithVoid();
    }

    @Override
    public HealthCheckResponse call() {
        Backlog.Counts counts = latest.get();
        return HealthCheckResponse.named("events").up().withData("outboxPending", counts.outbox())
                .withData("outboxOldestSeconds", counts.outboxAgeS()).withData("parked", counts.parked())
                .withData("parkedOldestSeconds", counts.parkedAgeS()).withData("deadLettersOpen", counts.dead())
                .build();
    }
}
