package fr.microcredit.kit.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a command answers.
 *
 * @param status  2xx
 * @param headers such as {@code ETag} and {@code Location}
 * @param body    to be written as JSON, or null
 */
public record Reply(int status, Map<String, String> headers, Object body) {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    public static Reply ok(Object body) {
        return new Reply(OK, Map.of(), body);
    }

    /** @param location path of what was made */
    public static Reply created(String location, Object body) {
        return new Reply(CREATED, Map.of("Location", location), body);
    }

    public static Reply noContent() {
        return new Reply(NO_CONTENT, Map.of(), null);
    }

    /** Adds the version that the next change must name in {@code If-Match}. */
    public Reply withVersion(long version) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put("ETag", Versions.etag(version));
        return new Reply(status, more, body);
    }
}
