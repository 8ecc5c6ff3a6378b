package fr.microcredit.kit.reception;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.apache.kafka.common.header.internals.RecordHeaders;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.kit.event.Envelope;
import fr.microcredit.kit.event.EventType;
import fr.microcredit.kit.event.PoisonException;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.json.KitJson;

/** Reads the CloudEvent in a record. */
public final class EnvelopeReader {
    private static final String TRACE_PARENT = "traceparent";

    private EnvelopeReader() {
    }

    /** @throws PoisonException when the record can never be an event of ours */
    public static ReceivedEvent read(Delivery delivery) {
        if (delivery.key() == null) {
            throw new PoisonException("no-key");
        }
        try {
            CloudEvent event = KafkaMessageFactory.createReader(headers(delivery), delivery.value()).toEvent();
            return new ReceivedEvent(event.getId(), event.getType(), version(event), delivery.topic(), delivery.key(),
                    sequence(event), delivery.headers().getOrDefault(TRACE_PARENT, ""), Envelope.of(event),
                    data(delivery.value()));
        } catch (CloudEventRWException | IllegalArgumentException | java.time.DateTimeException
                | IllegalStateException e) {
            throw new PoisonException("bad-envelope");
        }
    }

    private static RecordHeaders headers(Delivery delivery) {
        RecordHeaders headers = new RecordHeaders();
        delivery.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    private static int version(CloudEvent event) {
        return event.getDataSchema() == null ? -1 : EventType.versionOf(event.getDataSchema().toString());
    }

    private static long sequence(CloudEvent event) {
        return Long.parseLong(String.valueOf(event.getExtension(Envelope.SEQUENCE)));
    }

    private static JsonNode data(byte[] value) {
        if (value == null) {
            return null;
        }
        try {
            JsonNode data = KitJson.MAPPER.readTree(value);
            if (data == null || !data.isObject()) {
                throw new PoisonException("not-an-object");
            }
            return data;
        } catch (IOException e) {
            throw new PoisonException("not-json");
        }
    }
}
