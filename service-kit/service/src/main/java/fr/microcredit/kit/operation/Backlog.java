package fr.microcredit.kit.operation;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.sql.Sql;

/** What a service has not done yet: events to send, to read, waiting for others, or dead. */
@ApplicationScoped
public class Backlog {
    private static final String COUNTS = """
                                         select (select count(*) from outbox) as outbox,
                                                (select count(*) from parked_event where consumer = :consumer) as parked,
                                                (select count(*) from dead_letter where consumer = :consumer and status = 'open') as dead,
                                                (select coalesce(cast(sum(next_offset) as bigint), 0) from stream_position where consumer = :consumer) as read,
                                                (select coalesce(cast(sum(last) as bigint), 0) from outbox_sequence) as published,
                                                coalesce((select cast(extract(epoch from clock_timestamp() - min(recorded_at)) as bigint) from outbox), 0) as outbox_age,
                                                coalesce((select cast(extract(epoch from clock_timestamp() - min(parked_at)) as bigint)
                                                          from parked_event where consumer = :consumer), 0) as parked_age""";
    private static final String POSITIONS = """
                                            select topic, partition, next_offset from stream_position where consumer = :consumer""";

    private final String consumer;
    private final TopicEnds ends;

    Backlog(@ConfigProperty(name = "microcredit.service") String consumer, TopicEnds ends) {
        this.consumer = consumer;
        this.ends = ends;
    }

    /**
     * @param outbox          rows Kafka has not acknowledged
     * @param parked          events that wait for others
     * @param dead            open dead letters
     * @param read            records read so far, all topics together
     * @param published       events published so far
     * @param outboxAgeS      age of the oldest outbox row, seconds
     * @param parkedAgeS      age of the oldest parked event, seconds
     */
    public record Counts(long outbox, long parked, long dead, long read, long published, long outboxAgeS,
            long parkedAgeS) {
    }

    /** Needs a transaction. */
    public Uni<Counts> counts() {
        return Sql.of(COUNTS).with("consumer", consumer)
                .first(row -> new Counts(row.number("outbox"), row.number("parked"), row.number("dead"),
                        row.number("read"), row.number("published"), row.number("outbox_age"),
                        row.number("parked_age")))
                .map(Optional::orElseThrow);
    }

    /** Records on the service's topics that it has not read yet; needs a transaction. */
    public Uni<Long> lag() {
        return ends.ofListenedTopics().chain(end -> positions().map(read -> end.entrySet().stream()
                .mapToLong(each -> Math.max(0, each.getValue() - read.getOrDefault(each.getKey(), 0L))).sum()));
    }

    private Uni<Map<String, Long>> positions() {
        return Sql.of(POSITIONS).with("consumer", consumer)
                .list(row -> Map.entry(row.text("topic") + "-" + row.integer("partition"), row.number("next_offset")))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
