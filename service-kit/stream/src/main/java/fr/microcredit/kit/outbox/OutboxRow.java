package fr.microcredit.kit.outbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;

import fr.microcredit.kit.event.Envelope;

/** A row of the outbox on its way to Kafka, where it is a CloudEvent in binary mode. */
record OutboxRow(long seq, UUID eventId, String topic, String key, long sequence, String type, String dataSchema,
        String traceParent, String attributes, String headers, byte[] payload, OffsetDateTime recordedAt) {
    static final String COLUMNS = "seq, event_id, topic, key, sequence, type, data_schema, trace_parent, attributes,"
            + " headers, payload, recorded_at";
    private static final String JSON = "application/json";
    private static final String TRACE_PARENT = "traceparent";

    static OutboxRow of(Row row) {
        var payload = row.getBuffer("payload");
        return new OutboxRow(row.getLong("seq"), row.getUUID("event_id"), row.getString("topic"), row.getString("key"),
                row.getLong("sequence"), row.getString("type"), row.getString("data_schema"),
                row.getString("trace_parent"), row.getString("attributes"), row.getString("headers"),
                payload == null ? null : payload.getBytes(), row.getOffsetDateTime("recorded_at"));
    }

    ProducerRecord<String, byte[]> toRecord(String source) {
        CloudEventBuilder event = CloudEventBuilder.v1().withId(eventId.toString()).withSource(URI.create("/" + source))
                .withType(type).withSubject(key).withTime(recordedAt.withOffsetSameInstant(ZoneOffset.UTC))
                .withDataContentType(JSON).withExtension(Envelope.SEQUENCE, String.valueOf(sequence));
        if (!dataSchema.isEmpty()) {
            event.withDataSchema(URI.create(dataSchema));
        }
        if (payload != null) {
            event.withData(payload);
        }
        new JsonObject(attributes).forEach(each -> event.withExtension(each.getKey(), (String) each.getValue()));
        ProducerRecord<String, byte[]> message = KafkaMessageFactory.<String>createWriter(topic, key)
                .writeBinary(event.build());
        new JsonObject(headers).forEach(each -> header(message, each.getKey(), String.valueOf(each.getValue())));
        if (!traceParent.isEmpty()) {
            header(message, TRACE_PARENT, traceParent);
        }
        return message;
    }

    private static void header(ProducerRecord<?, ?> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
