package fr.microcredit.kit.position;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.outbox.OutboxConfig;
import fr.microcredit.kit.outbox.OutboxConfig.TopicAhead;
import fr.microcredit.kit.outbox.TopicLook;
import fr.microcredit.kit.reception.Delivery;
import fr.microcredit.kit.sql.DatabaseFaults;

/**
 * Looks at the start whether the topics this service writes hold more than its database knows of, as they do when the
 * database was set back to an earlier state. Numbers would be given twice then, and consumers would take new facts for old
 * ones. What the service can take over from its topics it applies again; otherwise it does not start.
 */
@ApplicationScoped
public class OwnTopics {
    private static final Logger LOG = Logger.getLogger(OwnTopics.class);
    private static final long PAUSE_NS = 500_000_000;
    private static final int NAMED_MAX = 5;

    private final TopicTail tail;
    private final History history;
    private final OutboxConfig config;
    private final TopicLook look;

    public OwnTopics(TopicTail tail, History history, OutboxConfig config, TopicLook look) {
        this.tail = tail;
        this.history = history;
        this.config = config;
        this.look = look;
    }

    /**
     * Waits for Kafka as long as it takes: without it nobody can say whether the database is the newest one.
     *
     * @throws IllegalStateException when a topic is ahead and can not be taken over
     */
    public void look() {
        while (!look.isDone()) {
            try {
                Lost lost = new Lost();
                Waiting waiting = new Waiting();
                tail.beyond(await(history::positions), batch -> settle(batch, lost, waiting));
                settle(waiting);
                lost.refuse();
                look.done();
            } catch (KafkaException e) {
                LOG.warnf("The start waits for Kafka (%s)", e.getMessage());
                LockSupport.parkNanos(PAUSE_NS);
            }
        }
    }

    /** Events that the database does not know and the service can not take over. */
    private static final class Lost {
        private final Set<String> named = new TreeSet<>();
        private final Set<String> keys = new HashSet<>();
        private long events;

        /** What comes behind a lost one is not taken over: its number would hide that one from the next look. */
        boolean holds(Delivery delivery) {
            return keys.contains(lane(delivery));
        }

        void add(Delivery delivery) {
            keys.add(lane(delivery));
            events++;
            if (named.size() < NAMED_MAX) {
                named.add(lane(delivery));
            }
        }

        boolean isEmpty() {
            return events == 0;
        }

        void refuse() {
            if (events > 0) {
                throw new IllegalStateException(events + " events on the topics of this service are newer than its"
                        + " database, among them " + named + ". The database was set back to an earlier state; the"
                        + " service does not start on it. Restore the newest state, or read \"A database that was set"
                        + " back\" in docs/runbook.md.");
            }
        }
    }

    /** Events whose turn comes when others, of other keys, are taken over: what they take has to be given first. */
    private static final class Waiting {
        private final List<Delivery> events = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();
        private IllegalStateException fault;

        boolean isEmpty() {
            return events.isEmpty();
        }

        boolean holds(Delivery delivery) {
            return keys.contains(lane(delivery));
        }

        void add(Delivery delivery) {
            events.add(delivery);
            keys.add(lane(delivery));
        }

        List<Delivery> takeAll() {
            List<Delivery> all = List.copyOf(events);
            events.clear();
            keys.clear();
            return all;
        }
    }

    /** Round by round, until nothing is left. */
    private void settle(Waiting waiting) {
        while (!waiting.isEmpty()) {
            List<Delivery> round = waiting.takeAll();
            round.forEach(each -> take(each, waiting, false));
            if (waiting.events.size() == round.size()) {
                throw waiting.fault;
            }
        }
    }

    private void settle(List<Delivery> batch, Lost lost, Waiting waiting) {
        boolean adopts = config.topicAhead() == TopicAhead.ADOPT;
        for (Delivery each : await(() -> history.ahead(batch))) {
            if (lost.holds(each) || !adopts && !history.canTakeOver(each)) {
                lost.add(each);
            } else {
                take(each, waiting, waiting.isEmpty() && lost.isEmpty());
            }
        }
    }

    /** @param placed whether all that stands before it on its partition is known, so that its place may be noted */
    private void take(Delivery delivery, Waiting waiting, boolean placed) {
        if (waiting.holds(delivery)) {
            waiting.add(delivery);
        } else if (history.canTakeOver(delivery)) {
            takeOver(delivery, waiting, placed);
        } else {
            LOG.warnf("%s is not known here: its number is adopted, what it tells has to be entered again",
                    delivery.at());
            await(() -> history.adopt(delivery, placed));
        }
    }

    private void takeOver(Delivery delivery, Waiting waiting, boolean placed) {
        try {
            await(() -> history.takeOver(delivery, placed));
            LOG.warnf("%s was decided by a later state of this database: it is taken over", delivery.at());
        } catch (IllegalStateException e) {
            waiting.fault = e;
            waiting.add(delivery);
        }
    }

    /** Within which numbers are given. */
    private static String lane(Delivery delivery) {
        return delivery.topic() + " key " + delivery.key();
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        while (true) {
            try {
                return VertxContextSupport.subscribeAndAwait(work);
            } catch (Throwable e) {
                if (!DatabaseFaults.isTransient(e)) {
                    throw new IllegalStateException("The service's own events can not be looked at", e);
                }
                LOG.warnf("The start waits for the database (%s)", e.getMessage());
                LockSupport.parkNanos(PAUSE_NS);
            }
        }
    }
}
