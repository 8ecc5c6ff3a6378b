package fr.microcredit.kit.position;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.smallrye.common.annotation.Identifier;

import fr.microcredit.kit.event.EventTable;
import fr.microcredit.kit.reception.Delivery;

/** Reads what stands on the topics of this service beyond given places, outside any consumer group; it blocks. */
@ApplicationScoped
public class TopicTail {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int ANSWER_LIMIT_MS = 5_000;

    private final Map<String, Object> kafka;
    private final EventTable table;

    TopicTail(@Identifier("default-kafka-broker") Map<String, Object> kafka, EventTable table) {
        this.kafka = kafka;
        this.table = table;
    }

    /**
     * In the order of each partition, one polled batch after the other.
     *
     * @param from first place to read, by partition; from the beginning where it is missing
     */
    void beyond(Map<TopicPartition, Long> from, Consumer<List<Delivery>> reader) {
        if (table.topics().isEmpty()) {
            return;
        }
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings())) {
            List<TopicPartition> partitions = table.topics().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(each -> new TopicPartition(each.topic(), each.partition())).toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<TopicPartition> longer = partitions.stream()
                    .filter(each -> from.getOrDefault(each, 0L) < ends.get(each)).toList();
            consumer.assign(longer);
            longer.forEach(each -> consumer.seek(each, from.getOrDefault(each, 0L)));
            while (longer.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                List<Delivery> batch = new ArrayList<>();
                consumer.poll(POLL).forEach(message -> batch.add(Delivery.of(message)));
                reader.accept(batch);
            }
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_LIMIT_MS);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return settings;
    }
}
