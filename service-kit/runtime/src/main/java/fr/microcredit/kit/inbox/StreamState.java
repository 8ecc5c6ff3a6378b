package fr.microcredit.kit.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import fr.microcredit.kit.KitConfig;
import fr.microcredit.kit.sql.Sql;

/** What a consumer remembers: events received, the last number applied per topic and key, positions read. */
@ApplicationScoped
class StreamState {
    private static final String LOCK = """
                                       select pg_advisory_xact_lock(locked.id) from (
                                         select hashtextextended(:consumer || value, 0) as id
                                         from jsonb_array_elements_text(cast(cast(:keys as text) as jsonb)) order by 1) locked""";
    private static final String ENTER = """
                                        insert into inbox (consumer, event_id)
                                        select :consumer, value from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))
                                        on conflict do nothing returning event_id""";
    private static final String PROGRESS = """
                                           select topic, key, last from stream_progress
                                           where consumer = :consumer and key in (select value from jsonb_array_elements_text(cast(cast(:keys as text) as jsonb)))""";
    private static final String BLOCKED = """
                                          select distinct key from dead_letter
                                          where consumer = :consumer and status = 'open'
                                            and key in (select value from jsonb_array_elements_text(cast(cast(:keys as text) as jsonb)))""";
    private static final String SKIPPED = """
                                          select topic, key, sequence from dead_letter
                                          where consumer = :consumer and status = 'skipped'
                                            and key in (select value from jsonb_array_elements_text(cast(cast(:keys as text) as jsonb)))""";
    private static final String PARKED = """
                                         select distinct key from parked_event
                                         where consumer = :consumer and key in (select value from jsonb_array_elements_text(cast(cast(:keys as text) as jsonb)))""";
    private static final String SAVE_PROGRESS = """
                                                insert into stream_progress (consumer, topic, key, last)
                                                select :consumer, r.topic, r.key, r.last
                                                from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(topic text, key text, last bigint)
                                                on conflict (consumer, topic, key) do update set last = excluded.last""";
    private static final String SAVE_POSITIONS = """
                                                 insert into stream_position as p (consumer, topic, partition, next_offset)
                                                 select :consumer, r.topic, r.partition, r.next_offset
                                                 from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(topic text, partition int, next_offset bigint)
                                                 on conflict (consumer, topic, partition)
                                                 do update set next_offset = greatest(p.next_offset, excluded.next_offset)""";

    private final String consumer;

    StreamState(KitConfig config) {
        this.consumer = config.service();
    }

    /** One dossier's events are applied by one transaction at a time, whatever topics they come on. */
    Uni<Void> lock(Set<String> keys) {
        return Sql.of(LOCK).with("consumer", consumer).with("keys", array(keys)).run();
    }

    /** Notes the events as received; gives those that had not been. */
    Uni<Set<String>> enter(Collection<String> eventIds) {
        return Sql.of(ENTER).with("consumer", consumer).with("ids", array(eventIds)).list(row -> row.text(0))
                .map(HashSet::new);
    }

    Uni<Map<TopicKey, Long>> progress(Set<String> keys) {
        return Sql.of(PROGRESS).with("consumer", consumer).with("keys", array(keys))
                .list(row -> Map.entry(new TopicKey(row.text(0), row.text(1)), row.number(2))).map(rows -> {
                    Map<TopicKey, Long> progress = new HashMap<>();
                    rows.forEach(row -> progress.put(row.getKey(), row.getValue()));
                    return progress;
                });
    }

    /** The keys that wait for an operator to replay or skip a dead letter. */
    Uni<Set<String>> blocked(Set<String> keys) {
        return among(BLOCKED, keys);
    }

    /** The numbers an operator has passed over. */
    Uni<Map<TopicKey, Set<Long>>> skipped(Set<String> keys) {
        return Sql.of(SKIPPED).with("consumer", consumer).with("keys", array(keys))
                .list(row -> Map.entry(new TopicKey(row.text(0), row.text(1)), row.number(2)))
                .map(rows -> rows.stream().collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toSet()))));
    }

    /** The keys with events that wait for others. */
    Uni<Set<String>> parked(Set<String> keys) {
        return among(PARKED, keys);
    }

    private Uni<Set<String>> among(String statement, Set<String> keys) {
        return Sql.of(statement).with("consumer", consumer).with("keys", array(keys)).list(row -> row.text(0))
                .map(HashSet::new);
    }

    Uni<Void> saveProgress(Map<TopicKey, Long> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        changed.forEach((at, last) -> rows
                .add(new JsonObject().put("topic", at.topic()).put("key", at.key()).put("last", last)));
        return Sql.of(SAVE_PROGRESS).with("consumer", consumer).with("rows", rows.encode()).update().replaceWithVoid();
    }

    Uni<Void> savePositions(List<Delivery> deliveries) {
        Map<String, JsonObject> rows = new HashMap<>();
        for (Delivery delivery : deliveries) {
            rows.merge(delivery.topic() + "-" + delivery.partition(),
                    new JsonObject().put("topic", delivery.topic()).put("partition", delivery.partition())
                            .put("next_offset", delivery.offset() + 1),
                    (one, other) -> one.getLong("next_offset") > other.getLong("next_offset") ? one : other);
        }
        return Sql.of(SAVE_POSITIONS).with("consumer", consumer)
                .with("rows", new JsonArray(List.copyOf(rows.values())).encode()).update().replaceWithVoid();
    }

    private static String array(Collection<String> values) {
        return new JsonArray(List.copyOf(values)).encode();
    }
}
