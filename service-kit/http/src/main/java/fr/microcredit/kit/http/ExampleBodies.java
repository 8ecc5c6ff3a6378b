package fr.microcredit.kit.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A body for each command, in a file named after its operation; the test of each service sends every one of them. */
final class ExampleBodies {
    private static final String FOLDER = "openapi/examples/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExampleBodies() {
    }

    /** As maps and lists, which is what a description is written from. */
    static Optional<Object> of(String operationId) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream file = loader.getResourceAsStream(FOLDER + operationId + ".json")) {
            return file == null ? Optional.empty() : Optional.of(JSON.readValue(file, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + operationId + ".json is no JSON", e);
        }
    }
}
