package fr.microcredit.kit.reception;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record as Kafka delivered it.
 *
 * @param headers last value of each name
 * @param value   null for a tombstone
 */
public record Delivery(String topic, int partition, long offset, String key, Map<String, String> headers,
        byte[] value) {
    public static Delivery of(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : message.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new Delivery(message.topic(), message.partition(), message.offset(), message.key(), headers,
                message.value());
    }

    public At at() {
        return new At(topic, partition, offset);
    }
}
