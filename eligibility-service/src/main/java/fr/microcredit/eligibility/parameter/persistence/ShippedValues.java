package fr.microcredit.eligibility.parameter.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.type.TypeReference;

import fr.microcredit.eligibility.parameter.ParameterFiles;
import fr.microcredit.eligibility.parameter.domain.DatedValue;
import fr.microcredit.eligibility.parameter.domain.ParameterName;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.json.KitJson;

/** Reads {@code parameters/national.json}; a file that can not be read stops the start. */
@ApplicationScoped
public class ShippedValues implements ParameterFiles {
    private static final String FILE = "parameters/national.json";

    record Line(LocalDate from, Optional<LocalDate> to, BigDecimal value, String source,
            Optional<LocalDate> knownFrom) {
        /** A value whose publication is not dated counts as known from its first day on. */
        DatedValue of(ParameterName name) {
            return new DatedValue(name, from, to, value, source, knownFrom.orElse(from), 0);
        }
    }

    @Override
    public List<DatedValue> shipped() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            Map<String, List<Line>> lines = KitJson.MAPPER.readValue(file, new TypeReference<>() {
            });
            return lines.entrySet().stream().flatMap(entry -> entry.getValue().stream()
                    .map(line -> line.of(Codes.parse(ParameterName.class, entry.getKey())))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
