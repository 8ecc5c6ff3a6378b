package fr.microcredit.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * An event as it stands on a topic, for tests.
 *
 * @param attributes of its envelope beside id, type and number: {@code officeId}, {@code bankId}, {@code personId},
 *                   {@code schemeVersion}, {@code effectiveOn}
 * @param data       null for a tombstone
 */
public record TestEvent(String id, String topic, String key, String type, int version, long sequence,
        Map<String, String> attributes, JsonNode data) {
    public static final ObjectMapper JSON = new ObjectMapper();
    /** What an envelope may carry. */
    public static final Set<String> ATTRIBUTES = Set.of("officeId", "bankId", "personId", "schemeVersion",
            "effectiveOn");

    public static TestEvent of(String topic, String key, String type, long sequence, Map<String, String> attributes,
            JsonNode data) {
        return new TestEvent(UUID.randomUUID().toString(), topic, key, type, 1, sequence, attributes, data);
    }

    static TestEvent of(ConsumerRecord<String, byte[]> message) {
        try {
            String schema = header(message, "ce_dataschema");
            int version = schema.isEmpty() ? 0 : Integer.parseInt(schema.substring(schema.lastIndexOf(':') + 1));
            Map<String, String> attributes = new TreeMap<>();
            ATTRIBUTES.stream().filter(name -> !header(message, header(name)).isEmpty())
                    .forEach(name -> attributes.put(name, header(message, header(name))));
            return new TestEvent(header(message, "ce_id"), message.topic(), message.key(), header(message, "ce_type"),
                    version, Long.parseLong(header(message, "ce_sequence")), attributes,
                    message.value() == null ? null : JSON.readTree(message.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(String attribute) {
        return "ce_" + attribute.toLowerCase(Locale.ROOT);
    }

    public static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** An attribute of the envelope, or an empty string. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    public ProducerRecord<String, byte[]> toRecord() {
        try {
            ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key,
                    data == null ? null : JSON.writeValueAsBytes(data));
            Map<String, String> headers = new TreeMap<>(Map.of("ce_specversion", "1.0", "ce_id", id, "ce_source",
                    "/test", "ce_type", type, "ce_time", "2026-01-01T00:00:00Z", "ce_subject", key, "ce_sequence",
                    String.valueOf(sequence), "ce_dataschema", "urn:microcredit:" + type + ":" + version,
                    "content-type", "application/json"));
            attributes.forEach((name, value) -> headers.put(header(name), value));
            headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            return message;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
