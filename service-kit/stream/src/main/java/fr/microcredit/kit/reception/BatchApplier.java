package fr.microcredit.kit.reception;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.event.PoisonException;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.event.TopicOrder;
import fr.microcredit.kit.sql.DatabaseFaults;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.sql.FailureOfMany;
import fr.microcredit.kit.sql.Outstanding;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;
import fr.microcredit.kit.tenancy.UnitOfWork;

/**
 * Applies deliveries within the running transaction: each one once, each key in order, the early ones parked. What their
 * handlers ask is asked once for all, what they leave is written once for all (docs/adr 0034), tenant by tenant.
 */
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
        List<Opened> opened = deliveries.stream().map(Opened::of).toList();
        return state.begin(keys(opened))
                .call(batch -> state.enter(withoutNumbers(opened)).invoke(batch::setFresh))
                .chain(batch -> Each.inOrder(Waves.of(opened, each -> scope(batch, each)), wave -> take(batch, wave))
                        .chain(() -> then.apply(batch)).invoke(() -> state.save(batch.changed(), deliveries)));
    }

    /** Tries what is parked for the key, for instance after an operator has cleared its way. */
    Uni<Void> drain(String key) {
        return state.begin(Set.of(key))
                .chain(batch -> drain(batch).invoke(() -> state.save(batch.changed(), List.of())));
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

    private TopicOrder order(Opened opened) {
        return subscriptions.order(opened.delivery().topic());
    }

    private Uni<Void> take(Batch batch, Waves wave) {
        return wave.scope().map(scope -> enter(batch, scope)).orElseGet(Uni.createFrom()::voidItem)
                .invoke(() -> UnitOfWork.current().expect(abouts(batch, wave.events())))
                .chain(() -> Each.inOrder(wave.events(), each -> take(batch, each)));
    }

    /**
     * Of those whose turn has come or may come within this batch, behind an event nobody listens to. What is past asks nothing,
     * and what is blocked must not be asked for with the others: perhaps it can not be read.
     */
    private List<About> abouts(Batch batch, List<Opened> opened) {
        return opened.stream().filter(each -> subscriptions.concern(each.event()))
                .filter(each -> !batch.isBlocked(each.event()))
                .filter(each -> batch.place(each.event(), order(each)) != Batch.Place.PAST)
                .flatMap(each -> each.event().envelope().about().stream()).distinct().toList();
    }

    private Uni<Void> take(Batch batch, Opened opened) {
        return switch (batch.place(opened.event(), order(opened))) {
            case PAST -> Uni.createFrom().voidItem();
            case AHEAD -> park(batch, opened);
            case NEXT -> tryOne(batch, opened)
                    .onFailure(BatchApplier::isOfItsHandler).transform(failure -> fault(opened, failure))
                    .chain(reception -> reception == Reception.APPLIED
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
        ReceivedEvent event = opened.event();
        return subscriptions.dispatch(event)
                .call(reception -> event.isTombstone() ? erasure.of(event) : Uni.createFrom().voidItem())
                .invoke(reception -> {
                    if (reception == Reception.APPLIED) {
                        batch.applied(event);
                    }
                });
    }

    private static DeliveryFault fault(Opened opened, Throwable failure) {
        return DeliveryFault.of(opened.delivery(), failure);
    }

    private static boolean isOfTheEvent(Throwable failure) {
        DatabaseFaults meaning = DatabaseFaults.of(failure);
        return meaning != DatabaseFaults.TRANSIENT && meaning != DatabaseFaults.ABORTED;
    }

    /** What was done for several, or sent for another event of the batch, is nobody's: who it is of is found by halving. */
    private static boolean isOfItsHandler(Throwable failure) {
        return DatabaseFaults.of(failure) == DatabaseFaults.NONE && !(failure instanceof FailureOfMany);
    }

    private Uni<Void> enter(Batch batch, DataScope scope) {
        return batch.enters(scope) ? transactions.enter(scope) : Uni.createFrom().voidItem();
    }

    private Optional<DataScope> scope(Batch batch, Opened opened) {
        return batch.place(opened.event(), order(opened)) == Batch.Place.PAST ? Optional.empty() : scope(opened);
    }

    private Optional<DataScope> scope(Opened opened) {
        return subscriptions.concern(opened.event())
                ? Optional.of(config.tenant().flatMap(owner -> opened.event().envelope().about()
                        .flatMap(about -> tenant(owner, about))).map(DataScope::ofTenant).orElse(DataScope.system()))
                : Optional.empty();
    }

    private static Optional<String> tenant(EventsConfig.Owner owner, About about) {
        return owner == EventsConfig.Owner.BANK ? about.bankId() : Optional.of(about.officeId());
    }

    /** Goes over what is parked until a whole round moves nothing. */
    private Uni<Void> drainKey(Batch batch, String key) {
        return parking.of(key).chain(parked -> Each.mapped(parked, waiting -> drainOne(batch, waiting)))
                .chain(moved -> moved.contains(true) ? drainKey(batch, key) : parking.tryLater(key));
    }

    /** Its envelope says whether its turn has come; only then its value is looked for. */
    private Uni<Boolean> drainOne(Batch batch, ParkingLot.Waiting waiting) {
        Opened envelope = Opened.of(waiting.withoutValue());
        if (order(envelope) == TopicOrder.ANY) {
            batch.setFresh(Set.of(envelope.event().id()));
        }
        return switch (batch.place(envelope.event(), order(envelope))) {
            case AHEAD -> Uni.createFrom().item(false);
            case PAST -> parking.remove(waiting.at()).replaceWith(true);
            case NEXT -> parking.delivery(waiting).chain(delivery -> delivery.isEmpty()
                    ? gone(waiting)
                    : drainOne(batch, Opened.of(delivery.get())));
        };
    }

    private Uni<Boolean> drainOne(Batch batch, Opened opened) {
        return scope(opened).map(scope -> enter(batch, scope)).orElseGet(Uni.createFrom()::voidItem)
                .invoke(() -> UnitOfWork.current().expect(List.of())).chain(() -> tryOne(batch, opened))
                .call(ignored -> checked()).onFailure().transform(Outstanding::cause)
                .onFailure(BatchApplier::isOfTheEvent).transform(failure -> fault(opened, failure))
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
}
