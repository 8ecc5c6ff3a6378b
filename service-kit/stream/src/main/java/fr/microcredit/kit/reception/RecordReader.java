package fr.microcredit.kit.reception;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Reads one record again from where it stands, outside the consumer group. */
@ApplicationScoped
class RecordReader {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Map<String, Object> kafka;

    RecordReader(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /** Empty when the topic does not hold the record any more. */
    Uni<Optional<Delivery>> read(At at) {
        Context context = Vertx.currentContext();
        return Uni.createFrom().item(() -> poll(new TopicPartition(at.topic(), at.partition()), at.offset()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private Optional<Delivery> poll(TopicPartition partition, long offset) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            for (ConsumerRecord<String, byte[]> message : consumer.poll(LIMIT)) {
                return message.offset() == offset ? Optional.of(Delivery.of(message)) : Optional.empty();
            }
            requireGone(consumer, partition, offset);
            return Optional.empty();
        } catch (RetriableException e) {
            throw unanswered(e);
        }
    }

    /** A failure of the moment, for everybody who looks at failures. */
    private static CompletionException unanswered(Throwable cause) {
        return new CompletionException(new TimeoutException("Kafka does not answer: " + cause.getMessage()));
    }

    /** No answer is no answer: only a topic that ends before or was read past the place does not hold the record. */
    private static void requireGone(KafkaConsumer<?, ?> consumer, TopicPartition partition, long offset) {
        long end = consumer.endOffsets(List.of(partition), LIMIT).get(partition);
        if (offset < end && consumer.position(partition, LIMIT) <= offset) {
            throw unanswered(new TimeoutException(partition + " at " + offset));
        }
    }
}
