package fr.microcredit.kit.inbox;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.kit.event.CloudEventHeaders;
import fr.microcredit.kit.event.EventContract;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.event.WireJson;

/** Reads the CloudEvents envelope of a record. */
public final class Envelopes {
    private Envelopes() {
    }

    /**
     * @throws PoisonException when the record can never be an event of ours: a header is missing or the value is no JSON
     *                         object
     */
    public static ReceivedEvent read(Delivery delivery) {
        Map<String, String> headers = delivery.headers();
        if (delivery.key() == null) {
            throw new PoisonException("no-key");
        }
        return new ReceivedEvent(required(headers, CloudEventHeaders.ID), required(headers, CloudEventHeaders.TYPE),
                EventContract.versionOf(required(headers, CloudEventHeaders.DATA_SCHEMA)), delivery.topic(),
                delivery.key(), sequence(headers), headers.getOrDefault(CloudEventHeaders.TRACE_PARENT, ""),
                data(delivery.value()));
    }

    private static String required(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new PoisonException("no-header-" + name);
        }
        return value;
    }

    private static long sequence(Map<String, String> headers) {
        try {
            return Long.parseLong(required(headers, CloudEventHeaders.SEQUENCE));
        } catch (NumberFormatException e) {
            throw new PoisonException("bad-sequence");
        }
    }

    private static JsonNode data(byte[] value) {
        if (value == null) {
            return null;
        }
        try {
            JsonNode data = WireJson.MAPPER.readTree(value);
            if (data == null || !data.isObject()) {
                throw new PoisonException("not-an-object");
            }
            return data;
        } catch (IOException e) {
            throw new PoisonException("not-json");
        }
    }
}
