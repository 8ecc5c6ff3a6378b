package fr.microcredit.kit.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Moves rows from the outbox to Kafka in their order. One instance at a time works, by an advisory lock; it is woken after
 * a commit of its own process and looks by itself now and then for rows of others. A row goes only after the broker's
 * acknowledgement, so a crash can send it twice, never lose it; consumers know it again by its id. The first row after a
 * quiet moment goes at once; while rows keep coming they gather for a moment, since a batch costs the same whatever it holds.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('outbox-relay'))";
    private static final String NEXT = "select " + OutboxRow.COLUMNS
            + " from outbox o where failure is null and not (topic = any($2)) and not exists"
            + " (select 1 from outbox f where f.topic = o.topic and f.key = o.key and f.failure is not null and f.seq < o.seq)"
            + " order by seq limit $1";
    private static final String SENT = """
                                       with sent as (delete from outbox where seq = any($1))
                                       insert into relay_position as p (topic, partition, next_offset)
                                       select * from unnest($2::text[], $3::int[], $4::bigint[])
                                       on conflict (topic, partition)
                                       do update set next_offset = greatest(p.next_offset, excluded.next_offset)""";
    private static final String FAIL = "update outbox set failure = $2 where seq = $1";

    private static final Duration REST = Duration.ofSeconds(2);

    private final Pool pool;
    private final Vertx vertx;
    private final OutboxSender sender;
    private final OutboxConfig config;
    private final Map<String, Long> restUntil = new ConcurrentHashMap<>();
    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile boolean open;
    private volatile long begun;

    OutboxRelay(Pool pool, Vertx vertx, OutboxSender sender, OutboxConfig config) {
        this.pool = pool;
        this.vertx = vertx;
        this.sender = sender;
        this.config = config;
    }

    /** Nothing is sent before it is known that the topics are not ahead of this database. */
    public void open() {
        open = config.relayEnabled();
        if (open) {
            vertx.setPeriodic(config.poll().toMillis(), timer -> wake());
        }
    }

    /** To be called after a commit that may have left rows; returns at once. */
    public void wake() {
        wanted.set(true);
        if (open && working.compareAndSet(false, true)) {
            vertx.runOnContext(this::work);
        }
    }

    private void work() {
        begun = System.nanoTime();
        wanted.set(false);
        relayBatch().subscribe().with(this::finished, failure -> {
            LOG.warnf("Events wait in the outbox: %s", failure.getMessage());
            working.set(false);
        });
    }

    private void finished(int taken) {
        if (taken >= config.batch()) {
            work();
        } else if (taken > 0 || wanted.get()) {
            vertx.setTimer(Math.max(1, config.gather().minusNanos(System.nanoTime() - begun).toMillis()),
                    timer -> work());
        } else {
            working.set(false);
            if (wanted.get()) {
                wake();
            }
        }
    }

    /** Sends one batch; the number of rows looked at. */
    private Uni<Integer> relayBatch() {
        return pool.withTransaction(connection -> connection.query(LOCK).execute()
                .chain(locked -> locked.iterator().next().getBoolean(0)
                        ? sendNext(connection)
                        : Uni.createFrom().item(0)));
    }

    private Uni<Integer> sendNext(SqlConnection connection) {
        return connection.preparedQuery(NEXT).execute(Tuple.of(config.batch(), resting()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(OutboxRow::of).toList())
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(0)
                        : sender.send(rows).chain(result -> settle(connection, result)).replaceWith(rows.size()));
    }

    /** Topics that get a pause, so that one Kafka does not take does not hold up the others. */
    private String[] resting() {
        long now = System.nanoTime();
        restUntil.values().removeIf(until -> until - now < 0);
        return restUntil.keySet().toArray(String[]::new);
    }

    private Uni<Void> settle(SqlConnection connection, Dispatch.Result result) {
        result.resting().forEach(topic -> restUntil.put(topic, System.nanoTime() + REST.toNanos()));
        Uni<Void> done = result.sent().isEmpty() ? Uni.createFrom().voidItem() : sent(connection, result);
        for (Dispatch.Refusal refusal : result.refused()) {
            LOG.errorf("Outbox row %d is refused by Kafka (%s); its key waits", refusal.seq(), refusal.reason());
            done = done.chain(() -> connection.preparedQuery(FAIL)
                    .execute(Tuple.of(refusal.seq(), refusal.reason())).replaceWithVoid());
        }
        return result.interrupted() == null
                ? done
                : done.invoke(() -> LOG
                        .warnf("Kafka does not acknowledge, events wait: %s", result.interrupted().getMessage()));
    }

    private static Uni<Void> sent(SqlConnection connection, Dispatch.Result result) {
        List<TopicPartition> partitions = List.copyOf(result.ends().keySet());
        return connection.preparedQuery(SENT).execute(Tuple.tuple(List.of(result.sent().toArray(Long[]::new),
                partitions.stream().map(TopicPartition::topic).toArray(String[]::new),
                partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new),
                partitions.stream().map(result.ends()::get).toArray(Long[]::new)))).replaceWithVoid();
    }
}
