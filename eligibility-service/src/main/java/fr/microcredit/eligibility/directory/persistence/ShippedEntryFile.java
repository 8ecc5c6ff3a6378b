package fr.microcredit.eligibility.directory.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.eligibility.directory.ShippedEntries;
import fr.microcredit.eligibility.directory.domain.AccompanyingBody;
import fr.microcredit.eligibility.directory.domain.Bank;
import fr.microcredit.eligibility.directory.domain.Convention;
import fr.microcredit.eligibility.directory.domain.Entry;
import fr.microcredit.kit.json.KitJson;

/** The directory of this release on the class path. */
@ApplicationScoped
public class ShippedEntryFile implements ShippedEntries {
    private static final String FILE = "directory/entries.json";

    record Shipped(List<Bank> banks, List<Convention> conventions, List<AccompanyingBody> accompanyingBodies) {
    }

    @Override
    public List<Entry> entries() {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            Shipped shipped = KitJson.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8), Shipped.class);
            return Stream.of(shipped.banks(), shipped.conventions(), shipped.accompanyingBodies())
                    .<Entry>flatMap(List::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
