package fr.microcredit.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;

import fr.microcredit.kit.event.CloudEventHeaders;

/** A row of the outbox on its way to Kafka. */
record OutboxRow(long seq, UUID eventId, String topic, String key, long sequence, String type, String dataSchema,
        String traceParent, String headers, byte[] payload, OffsetDateTime recordedAt) {
    static final String COLUMNS = "seq, event_id, topic, key, sequence, type, data_schema, trace_parent, headers,"
            + " payload, recorded_at";

    static OutboxRow of(Row row) {
        var payload = row.getBuffer("payload");
        return new OutboxRow(row.getLong("seq"), row.getUUID("event_id"), row.getString("topic"), row.getString("key"),
                row.getLong("sequence"), row.getString("type"), row.getString("data_schema"),
                row.getString("trace_parent"), row.getString("headers"), payload == null ? null : payload.getBytes(),
                row.getOffsetDateTime("recorded_at"));
    }

    ProducerRecord<String, byte[]> toRecord(String source) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, payload);
        allHeaders(source)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private Map<String, String> allHeaders(String source) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(CloudEventHeaders.SPEC_VERSION, CloudEventHeaders.SPEC_VERSION_VALUE);
        all.put(CloudEventHeaders.ID, eventId.toString());
        all.put(CloudEventHeaders.SOURCE, "/" + source);
        all.put(CloudEventHeaders.TYPE, type);
        all.put(CloudEventHeaders.TIME,
                recordedAt.withOffsetSameInstant(ZoneOffset.UTC).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        all.put(CloudEventHeaders.SUBJECT, key);
        all.put(CloudEventHeaders.SEQUENCE, String.valueOf(sequence));
        all.put(CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON);
        if (!dataSchema.isEmpty()) {
            all.put(CloudEventHeaders.DATA_SCHEMA, dataSchema);
        }
        if (!traceParent.isEmpty()) {
            all.put(CloudEventHeaders.TRACE_PARENT, traceParent);
        }
        new JsonObject(headers).forEach(header -> all.put(header.getKey(), String.valueOf(header.getValue())));
        return all;
    }
}
