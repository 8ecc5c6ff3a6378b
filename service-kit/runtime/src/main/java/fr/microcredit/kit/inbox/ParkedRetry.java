package fr.microcredit.kit.inbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/** Looks now and then whether a parked event can go on because something else than an event has moved its dossier. */
@ApplicationScoped
class ParkedRetry {
    private final Transactions transactions;
    private final ParkingLot parking;
    private final BatchApplier applier;

    ParkedRetry(Transactions transactions, ParkingLot parking, BatchApplier applier) {
        this.transactions = transactions;
        this.parking = parking;
        this.applier = applier;
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> retry() {
        return transactions.inScope(DataScope.system(), parking::keys).chain(this::drain);
    }

    private Uni<Void> drain(List<String> keys) {
        return Multi.createFrom().iterable(keys).onItem()
                .transformToUniAndConcatenate(
                        key -> transactions.inScope(DataScope.system(), () -> applier.drain(key)).replaceWith(key))
                .collect().asList().replaceWithVoid();
    }
}
