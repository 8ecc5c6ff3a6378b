package fr.microcredit.kit.startup;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;

import fr.microcredit.kit.outbox.OutboxRelay;
import fr.microcredit.kit.position.OwnTopics;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/** Looks at the service's own topics, then runs the start-up tasks one after the other; a failure stops the start. */
@ApplicationScoped
class StartupTasks {
    private final Transactions transactions;
    private final OwnTopics ownTopics;
    private final OutboxRelay relay;
    private final List<StartupTask> tasks;

    StartupTasks(Transactions transactions, OwnTopics ownTopics, OutboxRelay relay,
            @All List<StartupTask> tasks) {
        this.transactions = transactions;
        this.ownTopics = ownTopics;
        this.relay = relay;
        this.tasks = tasks;
    }

    void run(@Observes StartupEvent event) throws Throwable {
        ownTopics.look();
        relay.open();
        for (StartupTask task : tasks) {
            VertxContextSupport.subscribeAndAwait(() -> transactions.inScope(DataScope.system(), task::run));
        }
    }
}
