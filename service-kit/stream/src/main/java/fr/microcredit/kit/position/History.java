package fr.microcredit.kit.position;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.apache.kafka.common.TopicPartition;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.event.EventTable;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.outbox.Numbers;
import fr.microcredit.kit.reception.Delivery;
import fr.microcredit.kit.reception.EnvelopeReader;
import fr.microcredit.kit.reception.OwnHistory;
import fr.microcredit.kit.reception.Reception;
import fr.microcredit.kit.reception.Subscriptions;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/** What the database knows of the topics this service writes. */
@ApplicationScoped
public class History {
    private final Transactions transactions;
    private final Numbers numbers;
    private final Subscriptions own;

    History(Transactions transactions, Numbers numbers, EventTable table, @Any Instance<OwnHistory<?>> histories) {
        this.transactions = transactions;
        this.numbers = numbers;
        this.own = own(table, histories);
    }

    /** A handler for every line of the table that one of the histories can take over. */
    public static Subscriptions own(EventTable table, Iterable<OwnHistory<?>> histories) {
        Subscriptions own = new Subscriptions();
        histories.forEach(history -> listen(own, table, history));
        return own;
    }

    private static <E> void listen(Subscriptions own, EventTable table, OwnHistory<E> history) {
        table.lines().forEach((record, type) -> {
            if (history.told().isAssignableFrom(record)) {
                own.from(type.topic()).version(type.version(), type.name(), record, (event, data) -> history
                        .takeOver(event, history.told().cast(data)).replaceWith(Reception.APPLIED));
            }
        });
    }

    /** How far each partition is known. */
    Uni<Map<TopicPartition, Long>> positions() {
        return transactions.inScope(DataScope.system(), numbers::positions).map(HashMap::new);
    }

    /** Those of the batch whose numbers this database has not given. */
    Uni<List<Delivery>> ahead(List<Delivery> batch) {
        Set<String> keys = batch.stream().map(Delivery::key).collect(Collectors.toSet());
        return transactions.inScope(DataScope.system(), () -> numbers.last(keys))
                .map(last -> batch.stream().filter(each -> EnvelopeReader.read(each).sequence() > last
                        .getOrDefault(new Numbers.Lane(each.topic(), each.key()), 0L)).toList());
    }

    /** Whether this service knows how to apply what it has told itself. */
    boolean canTakeOver(Delivery delivery) {
        return own.understands(EnvelopeReader.read(delivery));
    }

    /** @param placed whether its place may be noted too: not while something before it is left */
    Uni<Void> takeOver(Delivery delivery, boolean placed) {
        ReceivedEvent event = EnvelopeReader.read(delivery);
        return transactions.inScope(DataScope.system(),
                () -> own.dispatch(event).invoke(done -> requireApplied(event, done))
                        .chain(done -> placed ? note(delivery, event) : number(delivery, event)));
    }

    /** Takes the number over without knowing what it stands for. */
    Uni<Void> adopt(Delivery delivery, boolean placed) {
        ReceivedEvent event = EnvelopeReader.read(delivery);
        return transactions.inScope(DataScope.system(),
                () -> placed ? note(delivery, event) : number(delivery, event));
    }

    private Uni<Void> note(Delivery delivery, ReceivedEvent event) {
        return number(delivery, event)
                .chain(() -> numbers.read(new TopicPartition(delivery.topic(), delivery.partition()),
                        delivery.offset() + 1));
    }

    private Uni<Void> number(Delivery delivery, ReceivedEvent event) {
        return numbers.note(delivery.topic(), delivery.key(), event.sequence());
    }

    private static void requireApplied(ReceivedEvent event, Reception reception) {
        if (reception == Reception.EARLY) {
            throw new IllegalStateException("Own event " + event.type() + " of " + event.key() + " does not fit");
        }
    }
}
