package fr.microcredit.kit.sandbox;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.KitConfig;
import fr.microcredit.kit.sql.Sql;

/** What a service has not done yet: events to send, to read, waiting for others, or dead. */
@ApplicationScoped
public class Backlog {
    private static final String COUNTS = """
                                         select (select count(*) from outbox), (select count(*) from parked_event where consumer = :consumer),
                                                (select count(*) from dead_letter where consumer = :consumer and status = 'open'),
                                                (select coalesce(sum(next_offset), 0) from stream_position where consumer = :consumer),
                                                (select coalesce(sum(last), 0) from outbox_sequence),
                                                coalesce((select cast(extract(epoch from clock_timestamp() - min(recorded_at)) as bigint) from outbox), 0),
                                                coalesce((select cast(extract(epoch from clock_timestamp() - min(parked_at)) as bigint)
                                                          from parked_event where consumer = :consumer), 0)""";
    private static final String POSITIONS = """
                                            select topic, partition, next_offset from stream_position where consumer = :consumer""";

    private final String consumer;
    private final TopicEnds ends;

    Backlog(KitConfig config, TopicEnds ends) {
        this.consumer = config.service();
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
                .first(row -> new Counts(row.number(0), row.number(1), row.number(2), row.number(3), row.number(4),
                        row.number(5), row.number(6)))
                .map(java.util.Optional::orElseThrow);
    }

    /** Records on the service's topics that it has not read yet; needs a transaction. */
    public Uni<Long> lag() {
        return ends.ofListenedTopics().chain(end -> positions().map(read -> end.entrySet().stream()
                .mapToLong(each -> Math.max(0, each.getValue() - read.getOrDefault(each.getKey(), 0L))).sum()));
    }

    private Uni<Map<String, Long>> positions() {
        return Sql.of(POSITIONS).with("consumer", consumer)
                .list(row -> Map.entry(row.text(0) + "-" + row.integer(1), row.number(2)))
                .map(rows -> rows.stream()
                        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
