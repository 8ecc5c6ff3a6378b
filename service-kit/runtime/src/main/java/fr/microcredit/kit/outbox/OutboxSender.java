package fr.microcredit.kit.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import fr.microcredit.kit.KitConfig;

/** Sends outbox rows with an idempotent producer and tells which the broker acknowledged. */
@ApplicationScoped
class OutboxSender {
    private static final int RECORD_BYTES_MAX = 900_000;
    private static final int DELIVERY_TIMEOUT_MS = 10_000;
    private static final int REQUEST_TIMEOUT_MS = 5_000;
    private static final int METADATA_TIMEOUT_MS = 5_000;

    private final Map<String, Object> kafka;
    private final String source;
    private KafkaProducer<String, byte[]> producer;

    OutboxSender(@Identifier("default-kafka-broker") Map<String, Object> kafka, KitConfig config) {
        this.kafka = kafka;
        this.source = config.service();
    }

    /**
     * What became of a batch.
     *
     * @param sent        rows the broker has acknowledged
     * @param refused     rows that can not be sent for their own fault
     * @param resting     topics Kafka does not take rows for at the moment
     * @param interrupted why their rows stay for the next time, or null
     */
    record Result(List<Long> sent, List<Refusal> refused, Set<String> resting, Throwable interrupted) {
    }

    /** A row that can not be sent, and why. */
    record Refusal(long seq, String reason) {
    }

    /** The producer may block for metadata, so this leaves the event loop. */
    Uni<Result> send(List<OutboxRow> rows) {
        return Uni.createFrom().completionStage(
                () -> CompletableFuture.supplyAsync(() -> hand(rows), Infrastructure.getDefaultWorkerPool())
                        .thenCompose(Hand::settled));
    }

    private Hand hand(List<OutboxRow> rows) {
        Hand hand = new Hand();
        Set<String> stopped = new HashSet<>();
        for (OutboxRow row : rows) {
            String key = row.topic() + "/" + row.key();
            if (!stopped.contains(key) && !hand.isResting(row.topic()) && !hand.add(row, handOver(row))) {
                stopped.add(key);
            }
        }
        return hand;
    }

    private CompletableFuture<Void> handOver(OutboxRow row) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            producer().send(row.toRecord(source), (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
            settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
            settings.put(ProducerConfig.CLIENT_ID_CONFIG, source + "-outbox");
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, RECORD_BYTES_MAX);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, METADATA_TIMEOUT_MS);
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            producer = new KafkaProducer<>(settings);
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close();
        }
    }

    /** The futures of one batch, in its order. */
    private static final class Hand {
        private final Map<OutboxRow, CompletableFuture<Void>> futures = new LinkedHashMap<>();
        private final Set<String> resting = new HashSet<>();

        /** @return false when the row failed at once, so that later rows of its key must not overtake it */
        boolean add(OutboxRow row, CompletableFuture<Void> acknowledged) {
            futures.put(row, acknowledged);
            Throwable failure = failureOf(acknowledged);
            if (failure != null && !isOwnFault(failure)) {
                resting.add(row.topic());
            }
            return failure == null;
        }

        boolean isResting(String topic) {
            return resting.contains(topic);
        }

        private static Throwable failureOf(CompletableFuture<Void> acknowledged) {
            return acknowledged.handle((done, reason) -> reason).getNow(null);
        }

        CompletableFuture<Result> settled() {
            CompletableFuture<?>[] all = futures.values().toArray(CompletableFuture[]::new);
            return CompletableFuture.allOf(all).handle((done, failure) -> result());
        }

        private Result result() {
            List<Long> sent = new ArrayList<>();
            List<Refusal> refused = new ArrayList<>();
            Throwable interrupted = null;
            for (Map.Entry<OutboxRow, CompletableFuture<Void>> future : futures.entrySet()) {
                Throwable failure = failureOf(future.getValue());
                if (failure == null) {
                    sent.add(future.getKey().seq());
                } else if (isOwnFault(failure)) {
                    refused.add(new Refusal(future.getKey().seq(), failure.getClass().getSimpleName()));
                } else {
                    interrupted = failure;
                    resting.add(future.getKey().topic());
                }
            }
            return new Result(sent, refused, resting, interrupted);
        }

        private static boolean isOwnFault(Throwable failure) {
            return failure instanceof RecordTooLargeException || failure instanceof SerializationException
                    || failure instanceof InvalidTopicException || failure instanceof TopicAuthorizationException;
        }
    }
}
