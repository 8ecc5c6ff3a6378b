package fr.microcredit.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;

/** Tables of cases in {@code docs/cases} that several services are held to. */
public final class Cases {
    private Cases() {
    }

    /** The whole table, by the name of its file. */
    public static JsonNode of(String file) {
        try {
            return TestEvent.JSON.readTree(Workspace.root().resolve("docs/cases").resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
