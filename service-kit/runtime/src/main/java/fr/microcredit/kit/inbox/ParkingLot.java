package fr.microcredit.kit.inbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import fr.microcredit.kit.KitConfig;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/** Events that are sound but early: they wait in the database for what is missing, and their age is a metric. */
@ApplicationScoped
class ParkingLot {
    private static final String PARK = """
                                       insert into parked_event (consumer, topic, partition, record_offset, key, sequence, event_id, headers, payload)
                                       values (:consumer, :topic, :partition, :offset, :key, :sequence, :id, :headers, %s)
                                       on conflict do nothing""";
    private static final String OF_KEY = """
                                         select topic, partition, record_offset, key, headers, payload from parked_event
                                         where consumer = :consumer and key = :key order by topic, sequence""";
    private static final String REMOVE = """
                                         delete from parked_event
                                         where consumer = :consumer and topic = :topic and partition = :partition and record_offset = :offset""";
    private static final String KEYS = "select distinct key from parked_event where consumer = :consumer";

    private final String consumer;

    ParkingLot(KitConfig config) {
        this.consumer = config.service();
    }

    Uni<Void> park(Delivery delivery, String eventId, long sequence) {
        Sql insert = Sql.of(PARK.formatted(delivery.value() == null ? "cast(null as bytea)" : ":payload"))
                .with("consumer", consumer).with("topic", delivery.topic()).with("partition", delivery.partition())
                .with("offset", delivery.offset()).with("key", delivery.key()).with("sequence", sequence)
                .with("id", eventId).with("headers", headers(delivery.headers()));
        if (delivery.value() != null) {
            insert.with("payload", delivery.value());
        }
        return insert.update().replaceWithVoid();
    }

    /** In the order of topic and number. */
    Uni<List<Delivery>> of(String key) {
        return Sql.of(OF_KEY).with("consumer", consumer).with("key", key).list(ParkingLot::delivery);
    }

    Uni<Void> remove(Delivery delivery) {
        return Sql.of(REMOVE).with("consumer", consumer).with("topic", delivery.topic())
                .with("partition", delivery.partition()).with("offset", delivery.offset()).update().replaceWithVoid();
    }

    Uni<List<String>> keys() {
        return Sql.of(KEYS).with("consumer", consumer).list(row -> row.text(0));
    }

    private static Delivery delivery(Row row) {
        Map<String, String> headers = new JsonObject(row.text(4)).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.valueOf(header.getValue())));
        return new Delivery(row.text(0), row.integer(1), row.number(2), row.text(3), headers,
                row.isNull(5) ? null : row.bytes(5));
    }

    private static String headers(Map<String, String> headers) {
        JsonObject json = new JsonObject();
        headers.forEach(json::put);
        return json.encode();
    }
}
