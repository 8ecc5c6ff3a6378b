package fr.microcredit.kit.reception;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.outbox.TopicLook;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/** Forgets events by their id when their topic can not bring them again. */
@ApplicationScoped
class InboxPurge {
    private final Transactions transactions;
    private final StreamState state;
    private final EventsConfig config;

    InboxPurge(Transactions transactions, StreamState state, EventsConfig config) {
        this.transactions = transactions;
        this.state = state;
        this.config = config;
    }

    @Scheduled(every = "${microcredit.purge.every:1h}", delayed = "${microcredit.purge.delayed:1m}", skipExecutionIf = TopicLook.NotDone.class, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> purge() {
        return transactions.inScope(DataScope.system(),
                () -> state.forgetOlderThan(config.inboxRetention().toSeconds())).replaceWithVoid();
    }
}
