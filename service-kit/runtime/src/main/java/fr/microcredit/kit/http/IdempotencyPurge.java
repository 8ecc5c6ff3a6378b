package fr.microcredit.kit.http;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.KitConfig;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/** Forgets answers that are older than clients may replay them. */
@ApplicationScoped
class IdempotencyPurge {
    private static final String PURGE = """
                                        delete from idempotency where created_at < now() - make_interval(secs => :seconds)""";

    private final Transactions transactions;
    private final KitConfig.Idempotency config;

    IdempotencyPurge(Transactions transactions, KitConfig config) {
        this.transactions = transactions;
        this.config = config.idempotency();
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> purge() {
        return transactions.inScope(DataScope.system(),
                () -> Sql.of(PURGE).with("seconds", config.retention().toSeconds()).update()).replaceWithVoid();
    }
}
