package fr.microcredit.kit.http;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/** Forgets answers that are older than clients may replay them. */
@ApplicationScoped
class IdempotencyPurge {
    private static final String PURGE = """
                                        delete from idempotency where created_at < now() - make_interval(secs => :seconds)""";

    private final Transactions transactions;
    private final Duration retention;

    IdempotencyPurge(Transactions transactions,
            @ConfigProperty(name = "microcredit.idempotency.retention", defaultValue = "7d") Duration retention) {
        this.transactions = transactions;
        this.retention = retention;
    }

    @Scheduled(every = "${microcredit.purge.every:1h}", delayed = "${microcredit.purge.delayed:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> purge() {
        return transactions.inScope(DataScope.system(),
                () -> Sql.of(PURGE).with("seconds", retention.toSeconds()).update()).replaceWithVoid();
    }
}
