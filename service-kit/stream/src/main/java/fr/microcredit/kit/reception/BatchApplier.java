package fr.microcredit.kit.reception;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.event.PoisonException;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.event.TopicOrder;
import fr.microcredit.kit.sql.DatabaseFaults;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.sql.Outstanding;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/** Applies deliveries within the running transaction: each one once, each key in order, the early ones parked. */
@ApplicationScoped
class BatchApplier {
    private final StreamState state;
    private final ParkingLot parking;
    private final Erasure erasure;
    private final Transactions transactions;
    private final Subscriptions subscriptions;
    private final EventsConfig config;

    BatchApplier(StreamState state, ParkingLot parking, Erasure erasure, Transactions transactions,
            Subscriptions subscriptions, EventsConfig config) {
        this.state = state;
        this.parking = parking;
        this.erasure = erasure;
        this.transactions = transactions;
        this.subscriptions = subscriptions;
        this.config = config;
    }

    /** Applies the deliveries and what they make way for. */
    Uni<Void> apply(List<Delivery> deliveries) {
        return apply(deliveries, this::drain);
    }

    /** Applies the deliveries only: a fault of what waits behind them is not theirs. */
    Uni<Void> applyAlone(List<Delivery> deliveries) {
        return apply(deliveries, batch -> Uni.createFrom().voidItem());
    }

    private Uni<Void> apply(List<Delivery> deliveries, Function<Batch, Uni<Void>> then) {
        List<Opened> opened = deliveries.stream().map(BatchApplier::open).toList();
        return state.begin(keys(opened))
                .call(batch -> state.enter(withoutNumbers(opened)).invoke(batch::setFresh))
                .chain(batch -> Each.inOrder(opened, each -> take(batch, each)).chain(() -> then.apply(batch))
                        .chain(() -> state.save(batch.changed(), deliveries)));
    }

    /** Tries what is parked for the key, for instance after an operator has cleared its way. */
    Uni<Void> drain(String key) {
        return state.begin(Set.of(key))
                .chain(batch -> drain(batch).chain(() -> state.save(batch.changed(), List.of())));
    }

    /** What others have done up to here is checked first, so that no parked event answers for it. */
    private Uni<Void> drain(Batch batch) {
        List<String> keys = batch.drainable();
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : checked().chain(() -> Each.inOrder(keys, key -> drainKey(batch, key)));
    }

    /** What the database would refuse at the commit it refuses now. */
    private static Uni<Void> checked() {
        return Sql.together(List.of(Sql.of("set constraints all immediate"), Sql.of("set constraints all deferred")))
                .replaceWithVoid();
    }

    private static Set<String> keys(List<Opened> opened) {
        return opened.stream().map(each -> each.event().key()).collect(Collectors.toSet());
    }

    private List<String> withoutNumbers(List<Opened> opened) {
        return opened.stream().filter(each -> order(each) == TopicOrder.ANY).map(each -> each.event().id()).toList();
    }

    private static Opened open(Delivery delivery) {
        try {
            return new Opened(delivery, EnvelopeReader.read(delivery));
        } catch (PoisonException e) {
            throw DeliveryFault.of(delivery, e);
        }
    }

    private TopicOrder order(Opened opened) {
        return subscriptions.order(opened.delivery().topic());
    }

    private Uni<Void> take(Batch batch, Opened opened) {
        return switch (batch.place(opened.event(), order(opened))) {
            case PAST -> Uni.createFrom().voidItem();
            case AHEAD -> park(batch, opened);
            case NEXT -> tryOne(batch, opened).chain(reception -> reception == Reception.APPLIED
                    ? Uni.createFrom().voidItem()
                    : park(batch, opened));
        };
    }

    private Uni<Void> park(Batch batch, Opened opened) {
        batch.markParked(opened.event());
        return parking.park(opened.delivery(), opened.event(),
                subscriptions.isRestricted(opened.delivery().topic()));
    }

    private Uni<Reception> tryOne(Batch batch, Opened opened) {
        return tryOne(batch, opened, BatchApplier::flush);
    }

    private Uni<Reception> tryOne(Batch batch, Opened opened, Supplier<Uni<Void>> written) {
        ReceivedEvent event = opened.event();
        return enterTenant(batch, event).chain(() -> subscriptions.dispatch(event)).call(ignored -> answered())
                .onFailure().transform(Outstanding::cause).call(ignored -> written.get())
                .call(reception -> event.isTombstone() ? erasure.of(event) : Uni.createFrom().voidItem())
                .invoke(reception -> {
                    if (reception == Reception.APPLIED) {
                        batch.applied(event);
                    }
                }).onFailure(BatchApplier::isOfTheEvent)
                .transform(failure -> DeliveryFault.of(opened.delivery(), failure));
    }

    /** What the event's handler has sent without waiting is of this event, and not of the next one. */
    private static Uni<Void> answered() {
        return Uni.createFrom().completionStage(Outstanding::answered);
    }

    private static boolean isOfTheEvent(Throwable failure) {
        DatabaseFaults meaning = DatabaseFaults.of(failure);
        return meaning != DatabaseFaults.TRANSIENT && meaning != DatabaseFaults.ABORTED;
    }

    private Uni<Void> enterTenant(Batch batch, ReceivedEvent event) {
        DataScope scope = config.tenant().flatMap(owner -> event.envelope().about().flatMap(
                about -> tenant(owner, about))).map(DataScope::ofTenant).orElse(DataScope.system());
        return batch.enters(scope) ? transactions.enter(scope) : Uni.createFrom().voidItem();
    }

    private static java.util.Optional<String> tenant(EventsConfig.Owner owner, About about) {
        return owner == EventsConfig.Owner.BANK ? about.bankId() : java.util.Optional.of(about.officeId());
    }

    private static Uni<Void> flush() {
        return Panache.getSession().chain(Mutiny.Session::flush);
    }

    /** Goes over what is parked until a whole round moves nothing. */
    private Uni<Void> drainKey(Batch batch, String key) {
        return parking.of(key).chain(parked -> Each.mapped(parked, waiting -> drainOne(batch, waiting)))
                .chain(moved -> moved.contains(true) ? drainKey(batch, key) : parking.tryLater(key));
    }

    /** Its envelope says whether its turn has come; only then its value is looked for. */
    private Uni<Boolean> drainOne(Batch batch, ParkingLot.Waiting waiting) {
        Opened envelope = open(waiting.withoutValue());
        if (order(envelope) == TopicOrder.ANY) {
            batch.setFresh(Set.of(envelope.event().id()));
        }
        return switch (batch.place(envelope.event(), order(envelope))) {
            case AHEAD -> Uni.createFrom().item(false);
            case PAST -> parking.remove(waiting.at()).replaceWith(true);
            case NEXT -> parking.delivery(waiting).chain(delivery -> delivery.isEmpty()
                    ? gone(waiting)
                    : drainOne(batch, open(delivery.get())));
        };
    }

    private Uni<Boolean> drainOne(Batch batch, Opened opened) {
        return tryOne(batch, opened, () -> flush().chain(BatchApplier::checked))
                .chain(reception -> reception == Reception.APPLIED
                        ? parking.remove(opened.delivery().at()).replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    /** Its topic does not hold it any more: a newer record has taken its place, or its time there was over. */
    private Uni<Boolean> gone(ParkingLot.Waiting waiting) {
        if (subscriptions.order(waiting.at().topic()) == TopicOrder.LATEST) {
            return parking.remove(waiting.at()).replaceWith(true);
        }
        throw DeliveryFault.of(waiting.withoutValue(), new PoisonException("no-longer-held"));
    }

    /** A delivery and the event in it. */
    private record Opened(Delivery delivery, ReceivedEvent event) {
    }
}
