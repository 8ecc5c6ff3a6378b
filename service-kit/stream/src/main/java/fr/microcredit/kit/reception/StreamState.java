package fr.microcredit.kit.reception;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.UnitOfWork;

/** What a consumer remembers of the streams it reads, looked up and written for a whole batch at once. */
@ApplicationScoped
class StreamState {
    private static final String KNOWN = """
                                        select 'progress' as kind, topic, key, last as number from stream_progress
                                        where consumer = :consumer and key = any(cast(:keys as text[]))
                                        union all
                                        select status, topic, key, sequence from dead_letter
                                        where consumer = :consumer and key = any(cast(:keys as text[])) and status in ('open', 'skipped')
                                        union all
                                        select 'parked', topic, key, sequence from parked_event
                                        where consumer = :consumer and key = any(cast(:keys as text[]))""";
    private static final String ENTER = """
                                        insert into inbox (consumer, event_id) select :consumer, id from unnest(cast(:ids as text[])) as given(id)
                                        on conflict do nothing returning event_id""";
    private static final String SAVE = """
                                       with progress as (
                                         insert into stream_progress (consumer, topic, key, last)
                                         select :consumer, * from unnest(cast(:topics as text[]), cast(:keys as text[]), cast(:lasts as bigint[]))
                                         on conflict (consumer, topic, key) do update set last = excluded.last)
                                       insert into stream_position as p (consumer, topic, partition, next_offset)
                                       select :consumer, * from unnest(cast(:read as text[]), cast(:partitions as int[]), cast(:offsets as bigint[]))
                                       on conflict (consumer, topic, partition)
                                       do update set next_offset = greatest(p.next_offset, excluded.next_offset)""";
    private static final String PURGE = "delete from inbox where received_at < now() - make_interval(secs => :seconds)";

    private final String consumer;

    StreamState(@ConfigProperty(name = "microcredit.service") String consumer) {
        this.consumer = consumer;
    }

    /** Locks the keys, so that one dossier's events are applied by one transaction at a time, and looks up what is known. */
    Uni<Batch> begin(Set<String> keys) {
        return Locks.ahead(keys)
                .chain(() -> Sql.of(KNOWN).with("consumer", consumer).with("keys", keys).list(row -> new Batch.Known(
                        row.text("kind"), new TopicKey(row.text("topic"), row.text("key")), row.number("number"))))
                .map(Batch::new);
    }

    /** Notes events that have no number to know them by; gives those that had not been noted. */
    Uni<Set<String>> enter(Collection<String> eventIds) {
        return eventIds.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : Sql.of(ENTER).with("consumer", consumer).with("ids", eventIds).list(row -> row.text("event_id"))
                        .map(HashSet::new);
    }

    /**
     * Written with the last statements of the transaction.
     *
     * @param read deliveries that need not be read again
     */
    void save(Map<TopicKey, Long> progress, List<Delivery> read) {
        List<TopicKey> keys = List.copyOf(progress.keySet());
        Map<Partition, Long> ends = new HashMap<>();
        read.forEach(each -> ends.merge(new Partition(each.topic(), each.partition()), each.offset() + 1, Math::max));
        List<Partition> partitions = List.copyOf(ends.keySet());
        UnitOfWork.current()
                .atEnd(Sql.of(SAVE).with("consumer", consumer)
                        .with("topics", keys.stream().map(TopicKey::topic).toList())
                        .with("keys", keys.stream().map(TopicKey::key).toList())
                        .with("lasts", Long.class, keys.stream().map(progress::get).toList())
                        .with("read", partitions.stream().map(Partition::topic).toList())
                        .with("partitions", Integer.class, partitions.stream().map(Partition::number).toList())
                        .with("offsets", Long.class, partitions.stream().map(ends::get).toList()));
    }

    Uni<Integer> forgetOlderThan(long seconds) {
        return Sql.of(PURGE).with("seconds", seconds).update();
    }

    private record Partition(String topic, int number) {
    }
}
