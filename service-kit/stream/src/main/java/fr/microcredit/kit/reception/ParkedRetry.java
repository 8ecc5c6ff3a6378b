package fr.microcredit.kit.reception;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.outbox.TopicLook;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/**
 * Looks now and then whether a parked event can go on because something else than an event has moved its dossier: a bounded
 * number of dossiers each time, each of them after growing pauses.
 */
@ApplicationScoped
class ParkedRetry {
    private static final Logger LOG = Logger.getLogger(ParkedRetry.class);

    private final Transactions transactions;
    private final ParkingLot parking;
    private final BatchApplier applier;
    private final EventReceiver receiver;

    ParkedRetry(Transactions transactions, ParkingLot parking, BatchApplier applier, EventReceiver receiver) {
        this.transactions = transactions;
        this.parking = parking;
        this.applier = applier;
        this.receiver = receiver;
    }

    @Scheduled(every = "5s", delayed = "5s", skipExecutionIf = TopicLook.NotDone.class, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> retry() {
        return transactions.inScope(DataScope.system(), parking::due).chain(this::drain);
    }

    private Uni<Void> drain(List<String> keys) {
        return Each.inOrder(keys, this::drain);
    }

    /** What fails is this dossier's matter only: a record that can not be applied is buried, the others go on. */
    private Uni<Void> drain(String key) {
        return transactions.inScope(DataScope.system(), () -> applier.drain(key)).onFailure()
                .recoverWithUni(failure -> {
                    if (failure instanceof DeliveryFault fault) {
                        return receiver.bury(fault);
                    }
                    LOG.warnf("Parked events wait on: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }
}
