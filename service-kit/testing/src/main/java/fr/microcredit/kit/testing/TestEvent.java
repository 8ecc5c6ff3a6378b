package fr.microcredit.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An event as it stands on a topic, for tests. */
public record TestEvent(String id, String topic, String key, String type, int version, long sequence, JsonNode data) {
    public static final ObjectMapper JSON = new ObjectMapper();

    public static TestEvent of(String topic, String key, String type, long sequence, JsonNode data) {
        return new TestEvent(UUID.randomUUID().toString(), topic, key, type, 1, sequence, data);
    }

    static TestEvent of(ConsumerRecord<String, byte[]> message) {
        try {
            String schema = header(message, "ce_dataschema");
            int version = schema.isEmpty() ? 0 : Integer.parseInt(schema.substring(schema.lastIndexOf(':') + 1));
            return new TestEvent(header(message, "ce_id"), message.topic(), message.key(), header(message, "ce_type"),
                    version, Long.parseLong(header(message, "ce_sequence")),
                    message.value() == null ? null : JSON.readTree(message.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The same content for another key, with an identifier of its own. */
    public TestEvent forKey(String otherKey, String keyField) {
        ObjectNode changed = data.deepCopy();
        changed.put(keyField, otherKey);
        return new TestEvent(UUID.randomUUID().toString(), topic, otherKey, type, version, sequence, changed);
    }

    public ProducerRecord<String, byte[]> toRecord() {
        try {
            ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key,
                    data == null ? null : JSON.writeValueAsBytes(data));
            Map.of("ce_specversion", "1.0", "ce_id", id, "ce_source", "/test", "ce_type", type, "ce_time",
                    "2026-01-01T00:00:00Z", "ce_subject", key, "ce_sequence", String.valueOf(sequence), "ce_dataschema",
                    "urn:microcredit:" + type + ":" + version, "content-type", "application/json")
                    .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            return message;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
