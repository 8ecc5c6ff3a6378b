package fr.microcredit.kit.outbox;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.sql.Sql;

/** The numbers this service has given to its events, and how far its database knows its own topics. */
@ApplicationScoped
public class Numbers {
    private static final String POSITIONS = "select topic, partition, next_offset from relay_position";
    private static final String LAST = "select topic, key, last from outbox_sequence where key = any(:keys)";
    private static final String NOTE = """
                                       insert into outbox_sequence as s (topic, key, last) values (:topic, :key, :last)
                                       on conflict (topic, key) do update set last = greatest(s.last, excluded.last)""";
    private static final String READ = """
                                       insert into relay_position as p (topic, partition, next_offset) values (:topic, :partition, :next)
                                       on conflict (topic, partition) do update set next_offset = greatest(p.next_offset, excluded.next_offset)""";

    /** Where each partition is known to; one that is missing is not known at all. */
    public Uni<Map<TopicPartition, Long>> positions() {
        return Sql.of(POSITIONS)
                .list(row -> Map.entry(new TopicPartition(row.text("topic"), row.integer("partition")),
                        row.number("next_offset")))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** A key on a topic: the unit within which numbers are given. */
    public record Lane(String topic, String key) {
    }

    /** The last number given to each of these keys; a lane that is missing has none. */
    public Uni<Map<Lane, Long>> last(Set<String> keys) {
        return Sql.of(LAST).with("keys", keys)
                .list(row -> Map.entry(new Lane(row.text("topic"), row.text("key")), row.number("last")))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Takes a number over that stands on the topic already. */
    public Uni<Void> note(String topic, String key, long number) {
        return Sql.of(NOTE).with("topic", topic).with("key", key).with("last", number).update().replaceWithVoid();
    }

    public Uni<Void> read(TopicPartition partition, long next) {
        return Sql.of(READ).with("topic", partition.topic()).with("partition", partition.partition())
                .with("next", next).update().replaceWithVoid();
    }
}
