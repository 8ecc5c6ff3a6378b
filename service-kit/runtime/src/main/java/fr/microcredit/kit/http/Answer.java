package fr.microcredit.kit.http;

import java.util.Map;

import jakarta.ws.rs.core.Response;

/**
 * An answer in its final form, as it is sent and as it is kept for replays.
 *
 * @param headers  content type and language among them
 * @param body     text, empty for none
 * @param replayed whether it was given before
 */
record Answer(int status, Map<String, String> headers, String body, boolean replayed) {
    private static final String REPLAYED = "Idempotent-Replayed";

    Response toResponse() {
        Response.ResponseBuilder response = Response.status(status);
        headers.forEach(response::header);
        if (!body.isEmpty()) {
            response.entity(body);
        }
        if (replayed) {
            response.header(REPLAYED, "true");
        }
        return response.build();
    }
}
