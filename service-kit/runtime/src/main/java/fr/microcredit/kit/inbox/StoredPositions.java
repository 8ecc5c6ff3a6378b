package fr.microcredit.kit.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;

import fr.microcredit.kit.KitConfig;

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

    private final String consumerName;
    private final DataSource database;

    StoredPositions(KitConfig config, DataSource database) {
        this.consumerName = config.service();
        this.database = database;
    }

    /** Without the database Kafka's own note serves: it is never ahead of a database that was not set back. */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try (Connection connection = database.getConnection()) {
            for (TopicPartition partition : partitions) {
                OptionalLong next = position(connection, partition);
                consumer.seek(partition, next.orElse(0));
            }
        } catch (SQLException e) {
            LOG.warnf("Positions can not be read (%s); reading on from Kafka's own", e.getSQLState());
        }
    }

    private OptionalLong position(Connection connection, TopicPartition partition) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(POSITION)) {
            ask.setString(1, consumerName);
            ask.setString(2, partition.topic());
            ask.setInt(3, partition.partition());
            try (ResultSet found = ask.executeQuery()) {
                return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
            }
        }
    }
}
