package fr.microcredit.eligibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.microcredit.eligibility.parameter.domain.DatedValue;
import fr.microcredit.eligibility.parameter.domain.KnownValues;
import fr.microcredit.eligibility.parameter.domain.Parameters;
import fr.microcredit.eligibility.parameter.persistence.ShippedValues;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.eligibility.scheme.persistence.JsonSchemeReader;
import fr.microcredit.eligibility.scheme.persistence.ShippedSchemeFiles;

/** The shipped files, for tests of the domain. */
public final class Files {
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    private Files() {
    }

    /** A version of a shipped scheme, such as {@code dijon-2007} or {@code dijon-demonstration-1}. */
    public static Scheme scheme(String version) {
        return new ShippedSchemeFiles().documents().stream().map(Files::parse)
                .filter(scheme -> scheme.version().equals(version)).findFirst().orElseThrow();
    }

    public static Scheme parse(String document) {
        var reading = JsonSchemeReader.create().read(document);
        return reading.scheme().orElseThrow(() -> new AssertionError(reading.findings().toString()));
    }

    /** A shipped file as it was written. */
    public static String text(String name) {
        try (InputStream file = Files.class.getClassLoader().getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Parameters parameters() {
        List<DatedValue> numbered = new ArrayList<>();
        for (DatedValue value : new ShippedValues().shipped()) {
            numbered.add(new DatedValue(value.name(), value.from(), value.to(), value.value(), value.source(),
                    value.knownFrom(), numbered.size() + 1L));
        }
        return new Parameters(numbered);
    }

    /** All national values as they are known today. */
    public static KnownValues knownValues() {
        Parameters all = parameters();
        return all.knownOn(END_OF_TIME, all.revision());
    }

    public static KnownValues knownOn(LocalDate day) {
        Parameters all = parameters();
        return all.knownOn(day, all.revision());
    }
}
