package fr.microcredit.kit.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import fr.microcredit.kit.KitConfig;

/**
 * Moves rows from the outbox to Kafka in their order. One instance at a time works, by an advisory lock; it is woken after
 * a commit of its own process and looks by itself now and then for rows of others. A row goes only after the broker's
 * acknowledgement, so a crash can send it twice, never lose it; consumers know it again by its id.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('outbox-relay'))";
    private static final String NEXT = "select " + OutboxRow.COLUMNS
            + " from outbox o where failure is null and not (topic = any($2)) and not exists"
            + " (select 1 from outbox f where f.topic = o.topic and f.key = o.key and f.failure is not null and f.seq < o.seq)"
            + " order by seq limit $1";
    private static final String DELETE = "delete from outbox where seq = any($1)";
    private static final String FAIL = "update outbox set failure = $2 where seq = $1";

    private static final Duration REST = Duration.ofSeconds(2);

    private final Pool pool;
    private final Vertx vertx;
    private final OutboxSender sender;
    private final KitConfig.Outbox config;
    private final Map<String, Long> restUntil = new ConcurrentHashMap<>();
    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();

    OutboxRelay(Pool pool, Vertx vertx, OutboxSender sender, KitConfig config) {
        this.pool = pool;
        this.vertx = vertx;
        this.sender = sender;
        this.config = config.outbox();
    }

    void start(@Observes StartupEvent event) {
        if (config.relayEnabled()) {
            vertx.setPeriodic(config.poll().toMillis(), timer -> wake());
        }
    }

    /** To be called after a commit that may have left rows; returns at once. */
    public void wake() {
        wanted.set(true);
        if (config.relayEnabled() && working.compareAndSet(false, true)) {
            vertx.runOnContext(this::work);
        }
    }

    private void work() {
        wanted.set(false);
        relayBatch().subscribe().with(this::finished, failure -> {
            LOG.warnf("Events wait in the outbox: %s", failure.getMessage());
            working.set(false);
        });
    }

    private void finished(int taken) {
        if (taken > 0 || wanted.get()) {
            work();
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

    private Uni<Void> settle(SqlConnection connection, OutboxSender.Result result) {
        List<Long> sent = result.sent();
        result.resting().forEach(topic -> restUntil.put(topic, System.nanoTime() + REST.toNanos()));
        Uni<Void> done = connection.preparedQuery(DELETE).execute(Tuple.of(sent.toArray(Long[]::new)))
                .replaceWithVoid();
        for (OutboxSender.Refusal refusal : result.refused()) {
            LOG.errorf("Outbox row %d is refused by Kafka (%s); its key waits", refusal.seq(), refusal.reason());
            done = done.chain(() -> connection.preparedQuery(FAIL)
                    .execute(Tuple.of(refusal.seq(), refusal.reason())).replaceWithVoid());
        }
        return result.interrupted() == null ? done : done.chain(() -> {
            LOG.warnf("Kafka does not acknowledge, events wait: %s", result.interrupted().getMessage());
            return Uni.createFrom().voidItem();
        });
    }
}
