package fr.microcredit.kit.reception;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.sql.DatabaseFaults;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/**
 * Applies a batch of deliveries in one transaction. When that fails, a fault of the moment is waited out in place; a
 * poisonous record goes to the dead letters and the others are applied; a fault nobody can lay to one record is found by
 * halving the batch. Nothing is acknowledged before it is applied, parked or buried in a committed transaction.
 */
@ApplicationScoped
public class EventReceiver {
    private static final Logger LOG = Logger.getLogger(EventReceiver.class);

    private final Transactions transactions;
    private final BatchApplier applier;
    private final DeadLetters deadLetters;
    private final EventsConfig config;

    EventReceiver(Transactions transactions, BatchApplier applier, DeadLetters deadLetters,
            EventsConfig config) {
        this.transactions = transactions;
        this.applier = applier;
        this.deadLetters = deadLetters;
        this.config = config;
    }

    /** Completes when every delivery is applied, parked or buried. */
    public Uni<Void> receive(List<Delivery> deliveries) {
        return deliveries.isEmpty() ? Uni.createFrom().voidItem() : attempt(deliveries, 1);
    }

    private Uni<Void> attempt(List<Delivery> deliveries, int attempt) {
        return waitingWhile(DatabaseFaults::isTransient,
                () -> transactions.inScope(DataScope.system(), () -> applier.apply(deliveries)))
                .onFailure().recoverWithUni(failure -> recover(deliveries, failure, attempt));
    }

    /** Begins again, without a bound and after growing pauses, while the failure is one to wait for. */
    private Uni<Void> waitingWhile(Predicate<Throwable> waits, Supplier<Uni<Void>> work) {
        AtomicInteger tries = new AtomicInteger();
        return Uni.createFrom().<Void>deferred(() -> work.get()).onFailure(waits).retry().when(
                failures -> failures.onItem().transformToUniAndConcatenate(failure -> {
                    LOG.warnf("Events wait for a fault of the moment: %s", failure.getMessage());
                    return ContextDelay.of(pause(tries.incrementAndGet())).replaceWith(failure);
                }));
    }

    private Uni<Void> recover(List<Delivery> deliveries, Throwable failure, int attempt) {
        if (failure instanceof DeliveryFault fault) {
            return isolate(deliveries, fault, attempt);
        }
        if (deliveries.size() > 1) {
            int half = deliveries.size() / 2;
            return receive(deliveries.subList(0, half))
                    .chain(() -> receive(deliveries.subList(half, deliveries.size())));
        }
        return isolate(deliveries, DeliveryFault.of(deliveries.get(0), failure), attempt);
    }

    private Uni<Void> isolate(List<Delivery> deliveries, DeliveryFault fault, int attempt) {
        if (!fault.isPoison() && attempt < config.attemptsMax()) {
            LOG.errorf(fault.getCause(), "Event %s fails, attempt %d", fault.delivery().at(), attempt);
            return ContextDelay.of(pause(attempt)).chain(() -> attempt(deliveries, attempt + 1));
        }
        int index = indexOf(deliveries, fault.delivery());
        Uni<Void> buried = bury(fault);
        if (index < 0) {
            return withoutWhatWaits(deliveries).chain(() -> buried).chain(() -> receive(deliveries));
        }
        return receive(deliveries.subList(0, index)).chain(() -> buried)
                .chain(() -> receive(deliveries.subList(index + 1, deliveries.size())));
    }

    /** A burial blocks the dossier: what has made way for the event that is buried is applied before. */
    private Uni<Void> withoutWhatWaits(List<Delivery> deliveries) {
        return waitingWhile(DatabaseFaults::isTransient,
                () -> transactions.inScope(DataScope.system(), () -> applier.applyAlone(deliveries)))
                .onFailure().recoverWithUni(failure -> {
                    LOG.errorf(failure, "Events fail that another one has waited for");
                    return Uni.createFrom().voidItem();
                });
    }

    /** There is nothing after the burial that could take a failure: whatever it is, it has to be waited out. */
    Uni<Void> bury(DeliveryFault fault) {
        return waitingWhile(any -> true, () -> deadLetters.bury(fault));
    }

    private static int indexOf(List<Delivery> deliveries, Delivery wanted) {
        for (int index = 0; index < deliveries.size(); index++) {
            if (deliveries.get(index).at().equals(wanted.at())) {
                return index;
            }
        }
        return -1;
    }

    private Duration pause(int attempt) {
        Duration doubled = config.pauseMin().multipliedBy(1L << Math.min(attempt - 1, 20));
        return doubled.compareTo(config.pauseMax()) < 0 ? doubled : config.pauseMax();
    }
}
