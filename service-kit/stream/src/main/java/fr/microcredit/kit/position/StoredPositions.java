package fr.microcredit.kit.position;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;

import fr.microcredit.kit.outbox.TopicLook;

import javax.sql.DataSource;

/**
 * Reads on from the position in the database, which is written with the effects, and not from the one Kafka has noted: a
 * database that was restored to an earlier moment gets what came since, and an empty one gets everything. Runs on Kafka's
 * polling thread, where waiting for the database is allowed.
 */
@ApplicationScoped
@Identifier("stored-positions")
class StoredPositions implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(StoredPositions.class);
    private static final String POSITION = """
                                           select next_offset from stream_position
                                           where consumer = ? and topic = ? and partition = ?""";

    private static final String FORGET = """
                                         update stream_position set next_offset = 0
                                         where consumer = ? and topic = ? and partition = ?""";
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int QUERY_LIMIT_S = 10;

    private final String consumerName;
    private final DataSource database;
    private final TopicLook look;
    private volatile boolean closing;

    StoredPositions(@ConfigProperty(name = "microcredit.service") String consumerName, DataSource database,
            TopicLook look) {
        this.consumerName = consumerName;
        this.database = database;
        this.look = look;
    }

    /**
     * Waits as long as it takes for the database (Kafka's own note may be ahead of one that was set back) and until the
     * service knows what it has decided itself.
     */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        while (!closing && !(look.isDone() && seek(consumer, partitions))) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try (Connection connection = database.getConnection()) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                consumer.seek(partition, position(connection, partition, ends.get(partition)));
            }
            return true;
        } catch (SQLException e) {
            LOG.warnf("Reading waits for the database, which holds the positions (%s)", e.getSQLState());
            return false;
        } catch (TimeoutException e) {
            LOG.warnf("Reading waits for Kafka to tell where its topics end (%s)", e.getMessage());
            return false;
        }
    }

    /** A position beyond the end belongs to a topic that is no more: its successor is read from the beginning. */
    private long position(Connection connection, TopicPartition partition, long end) throws SQLException {
        try (PreparedStatement ask = prepared(connection, POSITION, partition); ResultSet found = ask.executeQuery()) {
            long next = found.next() ? found.getLong(1) : 0;
            if (next <= end) {
                return next;
            }
        }
        try (PreparedStatement forget = prepared(connection, FORGET, partition)) {
            forget.executeUpdate();
        }
        LOG.warnf("%s ends at %d, before the stored position: it is read from the beginning", partition, end);
        return 0;
    }

    private PreparedStatement prepared(Connection connection, String statement, TopicPartition partition)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        prepared.setQueryTimeout(QUERY_LIMIT_S);
        prepared.setString(1, consumerName);
        prepared.setString(2, partition.topic());
        prepared.setInt(3, partition.partition());
        return prepared;
    }

    @PreDestroy
    void close() {
        closing = true;
    }
}
