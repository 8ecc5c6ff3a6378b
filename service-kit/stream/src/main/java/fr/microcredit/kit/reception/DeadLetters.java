package fr.microcredit.kit.reception;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.outbox.Outbox;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/**
 * Records that can never be applied as they are. Each one blocks its key for this consumer until an operator replays it
 * (after the fault is mended) or skips it; the record itself goes to {@code <topic>.<consumer>.dlq} through the outbox, so
 * that row and record stand or fall together.
 */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final String ID = "ce_id";
    private static final String SEQUENCE = "ce_sequence";
    private static final String TYPE = "fr.microcredit.kit.dead-letter";
    private static final String INSERT = """
                                         insert into dead_letter (id, consumer, topic, partition, record_offset, key, event_id, sequence, reason)
                                         values (:id, :consumer, :topic, :partition, :offset, :key, :event, :sequence, :reason)
                                         on conflict (consumer, topic, partition, record_offset) do update set status = 'open', reason = :reason
                                         where dead_letter.status <> 'open'""";
    private static final String FIND = """
                                       select cast(id as text) as id, topic, partition, record_offset, key, event_id, sequence, reason, status,
                                              cast(buried_at as text) as buried_at
                                       from dead_letter where consumer = :consumer and (:status = '' or status = :status)
                                       order by dead_letter.buried_at desc, id limit 200""";
    private static final String CLOSE = """
                                        update dead_letter set status = :status, closed_by = :by, closed_at = now()
                                        where id = :id and consumer = :consumer and status = 'open'
                                        returning topic, partition, record_offset, key""";
    private static final String ERASE = """
                                        update dead_letter set status = 'erased', closed_at = now()
                                        where consumer = :consumer and topic = :topic and key = :key and status = 'open'""";

    private final Transactions transactions;
    private final Outbox outbox;
    private final ParkingLot parking;
    private final StreamState state;
    private final Subscriptions subscriptions;
    private final String consumer;
    private final MeterRegistry metrics;

    DeadLetters(Transactions transactions, Outbox outbox, ParkingLot parking, StreamState state,
            Subscriptions subscriptions, @ConfigProperty(name = "microcredit.service") String consumer,
            MeterRegistry metrics) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.parking = parking;
        this.state = state;
        this.subscriptions = subscriptions;
        this.consumer = consumer;
        this.metrics = metrics;
    }

    /** A dead letter as operators see it: identifiers and a reason, never the content. */
    public record DeadLetter(String id, String topic, int partition, long offset, String key, String eventId,
            long sequence, String reason, String status, String buriedAt) {
    }

    Uni<Void> bury(DeliveryFault fault) {
        Delivery delivery = fault.delivery();
        LOG.errorf("Dead letter %s: %s", delivery.at(), fault.code());
        return transactions.inScope(DataScope.system(), () -> record(delivery, fault.code())).invoke(() -> metrics
                .counter("microcredit.dead.letters", "topic", delivery.topic(), "reason", fault.code()).increment());
    }

    private Uni<Void> record(Delivery delivery, String reason) {
        return insert(delivery, reason).invoke(inserted -> {
            if (inserted > 0) {
                publish(delivery, reason);
            }
        }).chain(() -> parking.remove(delivery.at())).invoke(() -> state.save(Map.of(), List.of(delivery)));
    }

    private Uni<Integer> insert(Delivery delivery, String reason) {
        return Sql.of(INSERT).with("id", UUID.randomUUID()).with("consumer", consumer)
                .with("topic", delivery.topic()).with("partition", delivery.partition())
                .with("offset", delivery.offset()).with("key", keyOf(delivery))
                .with("event", delivery.headers().getOrDefault(ID, delivery.at().toString()))
                .with("sequence", sequenceOf(delivery)).with("reason", reason).update();
    }

    private void publish(Delivery delivery, String reason) {
        JsonObject headers = new JsonObject().put("dead-letter-reason", reason)
                .put("dead-letter-topic", delivery.topic())
                .put("dead-letter-partition", delivery.partition()).put("dead-letter-offset", delivery.offset());
        delivery.headers().forEach((name, value) -> headers.put("original-" + name, value));
        outbox.addRaw(delivery.topic() + "." + consumer + ".dlq", keyOf(delivery), TYPE, headers,
                subscriptions.isRestricted(delivery.topic()) ? null : delivery.value());
    }

    /** @param status {@code open}, {@code replayed}, {@code skipped}, {@code erased}, or empty for all; the newest 200 */
    public Uni<List<DeadLetter>> list(String status) {
        return Sql.of(FIND).with("consumer", consumer).with("status", status)
                .list(row -> new DeadLetter(row.text("id"), row.text("topic"), row.integer("partition"),
                        row.number("record_offset"), row.text("key"), row.text("event_id"), row.number("sequence"),
                        row.text("reason"), row.text("status"), row.text("buried_at")));
    }

    /**
     * Marks an open letter as closed.
     *
     * @param status {@code replayed} or {@code skipped}
     * @return where the record stands; fails with {@code not-found} when no open letter has this id
     */
    Uni<Closed> close(UUID id, String status, String by) {
        return Sql.of(CLOSE).with("id", id).with("consumer", consumer).with("status", status).with("by", by)
                .first(row -> new Closed(
                        new At(row.text("topic"), row.integer("partition"), row.number("record_offset")),
                        row.text("key")))
                .map(closed -> closed.orElseThrow(RefusedException::unknown))
                .call(closed -> parking.tryNow(closed.key()));
    }

    /** The key was erased: there is nothing left to replay. */
    Uni<Void> erase(String topic, String key) {
        return Sql.of(ERASE).with("consumer", consumer).with("topic", topic).with("key", key).update()
                .replaceWithVoid();
    }

    /** Where the record of a closed letter stands. */
    record Closed(At at, String key) {
    }

    private static String keyOf(Delivery delivery) {
        return delivery.key() == null ? "" : delivery.key();
    }

    private static long sequenceOf(Delivery delivery) {
        try {
            return Long.parseLong(delivery.headers().getOrDefault(SEQUENCE, "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
