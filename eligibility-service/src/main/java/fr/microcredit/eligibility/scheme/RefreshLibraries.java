package fr.microcredit.eligibility.scheme;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.parameter.ParameterLibrary;
import fr.microcredit.kit.outbox.TopicLook;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/** Lets what another instance published show in simulations, which ask no database. */
@ApplicationScoped
public class RefreshLibraries {
    private final Transactions transactions;
    private final SchemeLibrary schemes;
    private final ParameterLibrary parameters;

    RefreshLibraries(Transactions transactions, SchemeLibrary schemes, ParameterLibrary parameters) {
        this.transactions = transactions;
        this.schemes = schemes;
        this.parameters = parameters;
    }

    /** In a transaction of its own: what another one has not committed must not show. */
    @Scheduled(every = "2s", delayed = "2s", skipExecutionIf = TopicLook.NotDone.class, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> refresh() {
        return transactions.inScope(DataScope.ofTenant(""),
                () -> schemes.current().chain(parameters::current).replaceWithVoid());
    }
}
