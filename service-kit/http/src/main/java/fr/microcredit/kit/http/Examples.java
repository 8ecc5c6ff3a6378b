package fr.microcredit.kit.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A body for each command and an answer for each query, in files named after their operations; the test of each service sends
 * every one of them and reads every other.
 */
enum Examples {
    BODIES("openapi/examples/"), ANSWERS("openapi/answers/");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String folder;

    Examples(String folder) {
        this.folder = folder;
    }

    /** As maps and lists, which is what a description is written from. */
    Optional<Object> of(String operationId) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream file = loader.getResourceAsStream(folder + operationId + ".json")) {
            return file == null ? Optional.empty() : Optional.of(JSON.readValue(file, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + operationId + ".json is no JSON", e);
        }
    }
}
