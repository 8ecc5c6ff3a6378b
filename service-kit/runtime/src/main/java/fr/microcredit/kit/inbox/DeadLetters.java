package fr.microcredit.kit.inbox;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import fr.microcredit.kit.KitConfig;
import fr.microcredit.kit.event.CloudEventHeaders;
import fr.microcredit.kit.outbox.Outbox;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
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
    private static final String TYPE = "fr.microcredit.kit.dead-letter";
    private static final String INSERT = """
                                         insert into dead_letter (id, consumer, topic, partition, record_offset, key, event_id, sequence, reason)
                                         values (:id, :consumer, :topic, :partition, :offset, :key, :event, :sequence, :reason)
                                         on conflict (consumer, topic, partition, record_offset) do update set status = 'open', reason = :reason
                                         where dead_letter.status <> 'open'""";
    private static final String FIND = """
                                       select cast(id as text), topic, partition, record_offset, key, event_id, sequence, reason, status,
                                              cast(buried_at as text)
                                       from dead_letter where consumer = :consumer and (:status = '' or status = :status)
                                       order by buried_at desc, id limit 200""";
    private static final String CLOSE = """
                                        update dead_letter set status = :status, closed_by = :by, closed_at = now()
                                        where id = :id and consumer = :consumer and status = 'open'
                                        returning topic, partition, record_offset, key, event_id, sequence""";

    private final Transactions transactions;
    private final Outbox outbox;
    private final ParkingLot parking;
    private final StreamState state;
    private final KitConfig config;
    private final MeterRegistry metrics;

    DeadLetters(Transactions transactions, Outbox outbox, ParkingLot parking, StreamState state, KitConfig config,
            MeterRegistry metrics) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.parking = parking;
        this.state = state;
        this.config = config;
        this.metrics = metrics;
    }

    /** A dead letter as operators see it: identifiers and a reason, never the content. */
    public record DeadLetter(String id, String topic, int partition, long offset, String key, String eventId,
            long sequence, String reason, String status, String buriedAt) {
    }

    Uni<Void> bury(DeliveryFault fault) {
        Delivery delivery = fault.delivery();
        LOG.errorf("Dead letter %s: %s", delivery.position(), fault.code());
        return transactions.inScope(DataScope.system(), () -> record(delivery, fault.code())).invoke(() -> metrics
                .counter("microcredit.dead.letters", "topic", delivery.topic(), "reason", fault.code()).increment());
    }

    private Uni<Void> record(Delivery delivery, String reason) {
        String eventId = delivery.headers().getOrDefault(CloudEventHeaders.ID, delivery.position());
        return state.enter(List.of(eventId)).chain(() -> insert(delivery, eventId, reason))
                .chain(inserted -> inserted == 0 ? Uni.createFrom().voidItem() : publish(delivery, reason))
                .chain(() -> parking.remove(delivery)).chain(() -> state.savePositions(List.of(delivery)));
    }

    private Uni<Integer> insert(Delivery delivery, String eventId, String reason) {
        return Sql.of(INSERT).with("id", UUID.randomUUID()).with("consumer", config.service())
                .with("topic", delivery.topic()).with("partition", delivery.partition())
                .with("offset", delivery.offset()).with("key", keyOf(delivery)).with("event", eventId)
                .with("sequence", sequenceOf(delivery)).with("reason", reason).update();
    }

    private Uni<Void> publish(Delivery delivery, String reason) {
        boolean restricted = config.events().restrictedTopics().map(topics -> topics.contains(delivery.topic()))
                .orElse(false);
        JsonObject headers = new JsonObject().put("dead-letter-reason", reason)
                .put("dead-letter-topic", delivery.topic())
                .put("dead-letter-partition", delivery.partition()).put("dead-letter-offset", delivery.offset());
        delivery.headers().forEach((name, value) -> headers.put("original-" + name, value));
        return outbox.appendRaw(delivery.topic() + "." + config.service() + ".dlq", keyOf(delivery), TYPE,
                headers.encode(), restricted ? null : delivery.value());
    }

    /** @param status {@code open}, {@code replayed}, {@code skipped}, or empty for all; the newest 200 */
    public Uni<List<DeadLetter>> list(String status) {
        return Sql.of(FIND).with("consumer", config.service()).with("status", status)
                .list(row -> new DeadLetter(row.text(0), row.text(1), row.integer(2), row.number(3), row.text(4),
                        row.text(5), row.number(6), row.text(7), row.text(8), row.text(9)));
    }

    /**
     * Marks an open letter as closed.
     *
     * @param status {@code replayed} or {@code skipped}
     * @return where the record stands; fails with {@code not-found} when no open letter has this id
     */
    Uni<Closed> close(UUID id, String status, String by) {
        return Sql.of(CLOSE).with("id", id).with("consumer", config.service()).with("status", status)
                .with("by", by)
                .first(row -> new Closed(row.text(0), row.integer(1), row.number(2), row.text(3), row.text(4),
                        row.number(5)))
                .map(closed -> closed.orElseThrow(() -> new ProblemException(Problems.NOT_FOUND)));
    }

    /** Where the record of a closed letter stands. */
    record Closed(String topic, int partition, long offset, String key, String eventId, long sequence) {
    }

    private static String keyOf(Delivery delivery) {
        return delivery.key() == null ? "" : delivery.key();
    }

    private static long sequenceOf(Delivery delivery) {
        try {
            return Long.parseLong(delivery.headers().getOrDefault(CloudEventHeaders.SEQUENCE, "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
