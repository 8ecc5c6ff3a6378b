package fr.microcredit.eligibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;

import fr.microcredit.eligibility.scheme.domain.DatedValue;
import fr.microcredit.eligibility.scheme.domain.Parameters;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.event.WireJson;

/** The shipped files, for tests of the domain. */
public final class Files {
    private Files() {
    }

    public static Scheme scheme(String name) {
        return read("schemes/" + name + ".json", new TypeReference<>() {
        });
    }

    public static Parameters parameters() {
        return new Parameters(read("parameters/national.json", new TypeReference<Map<String, List<DatedValue>>>() {
        }));
    }

    private static <T> T read(String resource, TypeReference<T> type) {
        try (InputStream file = Files.class.getClassLoader().getResourceAsStream(resource)) {
            return WireJson.MAPPER.readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
