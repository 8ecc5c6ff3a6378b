package fr.microcredit.kit.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Sends outbox rows with an idempotent producer and tells which the broker acknowledged. A row goes only after the one
 * before it of the same key: two in flight could be stored the wrong way round when the first one has to be sent again.
 */
@ApplicationScoped
class OutboxSender {
    private static final int RECORD_BYTES_MAX = 900_000;
    private static final int DELIVERY_TIMEOUT_MS = 10_000;
    private static final int REQUEST_TIMEOUT_MS = 5_000;
    private static final int METADATA_TIMEOUT_MS = 5_000;

    private final Map<String, Object> kafka;
    private final String source;
    private KafkaProducer<String, byte[]> producer;

    OutboxSender(@Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "microcredit.service") String source) {
        this.kafka = kafka;
        this.source = source;
    }

    /** The producer may block for metadata, so this leaves the event loop. */
    Uni<Dispatch.Result> send(List<OutboxRow> rows) {
        return Uni.createFrom()
                .completionStage(() -> CompletableFuture
                        .supplyAsync(() -> new Dispatch(this::handOver).of(rows), Infrastructure.getDefaultWorkerPool())
                        .thenCompose(each -> each));
    }

    private CompletionStage<RecordMetadata> handOver(OutboxRow row) {
        CompletableFuture<RecordMetadata> acknowledged = new CompletableFuture<>();
        try {
            producer().send(row.toRecord(source), (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(metadata);
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
}
