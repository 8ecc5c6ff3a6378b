package fr.microcredit.eligibility.scheme.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.type.TypeReference;

import fr.microcredit.eligibility.scheme.SchemeFiles;
import fr.microcredit.eligibility.scheme.domain.DatedValue;
import fr.microcredit.eligibility.scheme.domain.Parameters;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.event.WireJson;

/** Reads the files under {@code schemes/} and {@code parameters/}; a file that can not be read stops the start. */
@ApplicationScoped
class ShippedFiles implements SchemeFiles {
    private static final String SCHEMES = "schemes/index.json";
    private static final String PARAMETERS = "parameters/national.json";

    @Override
    public List<Scheme> schemes() {
        return read(SCHEMES, new TypeReference<List<String>>() {
        }).stream().map(name -> read("schemes/" + name, new TypeReference<Scheme>() {
        })).toList();
    }

    @Override
    public Parameters parameters() {
        return new Parameters(read(PARAMETERS, new TypeReference<Map<String, List<DatedValue>>>() {
        }));
    }

    private static <T> T read(String resource, TypeReference<T> type) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return WireJson.MAPPER.readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
