package fr.microcredit.kit.inbox;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.hibernate.reactive.mutiny.Mutiny;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.KitConfig;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.event.TopicOrder;
import fr.microcredit.kit.sql.DatabaseFaults;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/** Applies deliveries within the running transaction: each one once, each key in order, the early ones parked. */
@ApplicationScoped
class BatchApplier {
    private final StreamState state;
    private final ParkingLot parking;
    private final Transactions transactions;
    private final KitConfig config;
    private final Subscriptions subscriptions = new Subscriptions();

    BatchApplier(StreamState state, ParkingLot parking, Transactions transactions, KitConfig config,
            Instance<EventHandlers> handlers) {
        this.state = state;
        this.parking = parking;
        this.transactions = transactions;
        this.config = config;
        handlers.forEach(handler -> handler.register(subscriptions));
    }

    /** Applies the deliveries and what they make way for. */
    Uni<Void> apply(List<Delivery> deliveries) {
        return apply(deliveries, this::finish);
    }

    /** Applies the deliveries only: a fault of what waits behind them is not theirs. */
    Uni<Void> applyAlone(List<Delivery> deliveries) {
        return apply(deliveries, batch -> state.saveProgress(batch.changed()));
    }

    private Uni<Void> apply(List<Delivery> deliveries, Function<Batch, Uni<Void>> end) {
        List<Opened> opened = deliveries.stream().map(BatchApplier::open).toList();
        Set<String> keys = opened.stream().map(each -> each.event().key()).collect(Collectors.toSet());
        Batch batch = new Batch();
        return load(batch, keys).chain(() -> state.enter(opened.stream().map(each -> each.event().id()).toList()))
                .invoke(batch::setFresh)
                .chain(() -> Multi.createFrom().iterable(opened).onItem()
                        .transformToUniAndConcatenate(each -> take(batch, each)).collect().asList())
                .chain(() -> end.apply(batch)).chain(() -> state.savePositions(deliveries));
    }

    /** Tries what is parked for the key, for instance after an operator has cleared its way. */
    Uni<Void> drain(String key) {
        Batch batch = new Batch();
        return load(batch, Set.of(key)).chain(() -> finish(batch));
    }

    private Uni<Void> load(Batch batch, Set<String> keys) {
        return state.lock(keys).chain(() -> state.progress(keys)).invoke(batch::setProgress)
                .chain(() -> state.skipped(keys)).invoke(batch::setSkipped).chain(() -> state.blocked(keys))
                .invoke(batch::setBlocked).chain(() -> state.parked(keys))
                .invoke(batch::setParked).replaceWithVoid();
    }

    private Uni<Void> finish(Batch batch) {
        return Multi.createFrom().iterable(batch.drainable()).onItem()
                .transformToUniAndConcatenate(key -> drainKey(batch, key)).collect().asList()
                .chain(() -> state.saveProgress(batch.changed()));
    }

    private static Opened open(Delivery delivery) {
        try {
            return new Opened(delivery, Envelopes.read(delivery));
        } catch (PoisonException e) {
            throw DeliveryFault.of(delivery, e);
        }
    }

    private Uni<Void> take(Batch batch, Opened opened) {
        ReceivedEvent event = opened.event();
        if (!batch.takeFresh(event.id())) {
            return Uni.createFrom().voidItem();
        }
        return switch (batch.place(event, order(event))) {
            case PAST -> Uni.createFrom().voidItem();
            case AHEAD -> park(batch, opened);
            case NEXT -> tryOne(batch, opened).chain(reception -> reception == Reception.APPLIED
                    ? Uni.createFrom().voidItem()
                    : park(batch, opened));
        };
    }

    private TopicOrder order(ReceivedEvent event) {
        return config.events().order().getOrDefault(event.topic(), TopicOrder.GAPLESS);
    }

    private Uni<Void> park(Batch batch, Opened opened) {
        batch.markParked(opened.event().key());
        return parking.park(opened.delivery(), opened.event().id(), opened.event().sequence());
    }

    private Uni<Reception> tryOne(Batch batch, Opened opened) {
        ReceivedEvent event = opened.event();
        return enterTenant(batch, event).chain(() -> subscriptions.dispatch(event)).call(BatchApplier::flush)
                .invoke(reception -> batch.note(event, reception))
                .onFailure(failure -> !DatabaseFaults.isTransient(failure))
                .transform(failure -> DeliveryFault.of(opened.delivery(), failure));
    }

    private Uni<Void> enterTenant(Batch batch, ReceivedEvent event) {
        String tenant = config.tenancy().eventField().map(event::field).orElse("");
        DataScope scope = tenant.isEmpty() ? DataScope.system() : DataScope.ofTenant(tenant);
        return batch.enters(scope) ? transactions.enter(scope) : Uni.createFrom().voidItem();
    }

    private static Uni<Void> flush(Reception reception) {
        return Panache.getSession().chain(Mutiny.Session::flush);
    }

    /** Goes over what is parked until a whole round moves nothing. */
    private Uni<Void> drainKey(Batch batch, String key) {
        return parking.of(key).chain(parked -> Multi.createFrom().iterable(parked).onItem()
                .transformToUniAndConcatenate(delivery -> drainOne(batch, open(delivery))).collect().asList())
                .chain(moved -> moved.contains(true) ? drainKey(batch, key) : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> drainOne(Batch batch, Opened opened) {
        return switch (batch.place(opened.event(), order(opened.event()))) {
            case AHEAD -> Uni.createFrom().item(false);
            case PAST -> parking.remove(opened.delivery()).replaceWith(true);
            case NEXT -> tryOne(batch, opened).chain(reception -> reception == Reception.APPLIED
                    ? parking.remove(opened.delivery()).replaceWith(true)
                    : Uni.createFrom().item(false));
        };
    }

    /** A delivery and the event in it. */
    private record Opened(Delivery delivery, ReceivedEvent event) {
    }
}
