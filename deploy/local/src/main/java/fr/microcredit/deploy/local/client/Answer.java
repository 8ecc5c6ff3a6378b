package fr.microcredit.deploy.local.client;

import com.fasterxml.jackson.databind.JsonNode;

/** What a service answered. */
public record Answer(int status, JsonNode body, String etag) {
    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    public String text(String field) {
        return body.path(field).asText();
    }

    public long number(String field) {
        return body.path(field).asLong();
    }
}
