package fr.microcredit.kit.reception;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/**
 * Events that are sound but early: they wait in the database for what is missing, and their age is a metric. Of a restricted
 * topic only the place is kept, so that no copy of a person's data outlives its erasure.
 */
@ApplicationScoped
public class ParkingLot {
    private static final String PARK = """
                                       insert into parked_event (consumer, topic, partition, record_offset, key, sequence, event_id, headers,
                                                                 payload, by_position)
                                       values (:consumer, :topic, :partition, :offset, :key, :sequence, :id, :headers, :payload, :restricted)
                                       on conflict do nothing""";
    private static final String OF_KEY = """
                                         select topic, partition, record_offset, key, headers, payload, by_position from parked_event
                                         where consumer = :consumer and key = :key order by topic, sequence""";
    private static final String REMOVE = """
                                         delete from parked_event
                                         where consumer = :consumer and topic = :topic and partition = :partition and record_offset = :offset""";
    private static final String ERASE = """
                                        delete from parked_event where consumer = :consumer and topic = :topic and key = :key""";
    private static final String DUE = """
                                      select p.key from parked_event p where p.consumer = :consumer and p.next_try_at <= now()
                                        and not exists (select from dead_letter d
                                          where d.consumer = p.consumer and d.key = p.key and d.status = 'open')
                                      group by p.key order by min(p.next_try_at) limit :most""";
    private static final String LATER = """
                                        update parked_event set tries = tries + 1,
                                          next_try_at = now() + least(make_interval(secs => 5 * power(2, least(tries, 20))), make_interval(secs => :most))
                                        where consumer = :consumer and key = :key""";
    private static final String NOW = """
                                      update parked_event set next_try_at = now() where consumer = :consumer and key = :key""";
    private static final String OVERDUE = """
                                          select topic, key, min(sequence) as sequence, min(parked_at) as since, count(*) as waiting
                                          from parked_event where consumer = :consumer and parked_at < now() - make_interval(secs => :seconds)
                                          group by topic, key order by since limit 200""";

    private final String consumer;
    private final RecordReader reader;
    private final EventsConfig config;

    ParkingLot(@ConfigProperty(name = "microcredit.service") String consumer, RecordReader reader,
            EventsConfig config) {
        this.consumer = consumer;
        this.reader = reader;
        this.config = config;
    }

    /** A parked event; its value is missing where only its place is kept, and in a tombstone. */
    record Waiting(At at, String key, Map<String, String> headers, byte[] value, boolean byPosition) {
        Delivery withoutValue() {
            return new Delivery(at.topic(), at.partition(), at.offset(), key, headers, value);
        }
    }

    /**
     * A dossier whose events have waited for longer than they should.
     *
     * @param sequence of the first one that waits
     * @param since    when it was parked
     */
    public record Overdue(String topic, String key, long sequence, String since, long waiting) {
    }

    Uni<Void> park(Delivery delivery, ReceivedEvent event, boolean restricted) {
        JsonObject headers = new JsonObject();
        delivery.headers().forEach(headers::put);
        return at(Sql.of(PARK), delivery.at()).with("key", delivery.key()).with("sequence", event.sequence())
                .with("id", event.id()).with("headers", headers.encode())
                .with("payload", restricted ? null : delivery.value()).with("restricted", restricted).update()
                .replaceWithVoid();
    }

    /** In the order of topic and number. */
    Uni<List<Waiting>> of(String key) {
        return Sql.of(OF_KEY).with("consumer", consumer).with("key", key).list(ParkingLot::waiting);
    }

    /** With its value, read again from its place where only that is kept; empty when its topic does not hold it any more. */
    Uni<Optional<Delivery>> delivery(Waiting waiting) {
        return waiting.byPosition()
                ? reader.read(waiting.at())
                : Uni.createFrom().item(Optional.of(waiting.withoutValue()));
    }

    Uni<Void> remove(At at) {
        return at(Sql.of(REMOVE), at).update().replaceWithVoid();
    }

    Uni<Void> erase(String topic, String key) {
        return Sql.of(ERASE).with("consumer", consumer).with("topic", topic).with("key", key).update()
                .replaceWithVoid();
    }

    /** The keys to look at now, a bounded number; one that a dead letter blocks would only stand in the way of the others. */
    Uni<List<String>> due() {
        return Sql.of(DUE).with("consumer", consumer).with("most", (long) config.parkedBatch())
                .list(row -> row.text("key"));
    }

    /** What still waits for this key is looked at later, each time after a longer pause. */
    Uni<Void> tryLater(String key) {
        return Sql.of(LATER).with("consumer", consumer).with("key", key)
                .with("most", seconds(config.parkedPauseMax())).update().replaceWithVoid();
    }

    /** Its way is clear now, however often it was put off. */
    Uni<Void> tryNow(String key) {
        return Sql.of(NOW).with("consumer", consumer).with("key", key).update().replaceWithVoid();
    }

    /** Needs a transaction; the 200 that have waited longest. */
    public Uni<List<Overdue>> overdue() {
        return Sql.of(OVERDUE).with("consumer", consumer).with("seconds", seconds(config.parkedOverdue()))
                .list(row -> new Overdue(row.text("topic"), row.text("key"), row.number("sequence"),
                        row.moment("since").toString(), row.number("waiting")));
    }

    private static long seconds(Duration duration) {
        return duration.toSeconds();
    }

    private Sql at(Sql statement, At at) {
        return statement.with("consumer", consumer).with("topic", at.topic()).with("partition", at.partition())
                .with("offset", at.offset());
    }

    private static Waiting waiting(Row row) {
        Map<String, String> headers = new JsonObject(row.text("headers")).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.valueOf(header.getValue())));
        return new Waiting(new At(row.text("topic"), row.integer("partition"), row.number("record_offset")),
                row.text("key"), headers, row.bytes("payload"), row.flag("by_position"));
    }
}
