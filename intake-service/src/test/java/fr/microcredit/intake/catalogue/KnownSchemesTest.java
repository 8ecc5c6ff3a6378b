package fr.microcredit.intake.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.catalogue.domain.Scheme;

/** Which version a request of a day is made under; eligibility decides by the same. */
class KnownSchemesTest {
    private static final List<Scheme> ALL = List.of(version("open", "2008-01-01", null, "2008-01-01"),
            version("ended", "2009-01-01", "2009-06-30", "2009-01-01"),
            version("late", "2010-01-01", null, "2010-03-15"));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2007-12-31, none", "2008-01-01, open", "2008-12-31, open", "2009-01-01, ended", "2009-06-30, ended",
            "2009-07-01, none", "2010-03-14, none", "2010-03-15, late"})
    void theVersionOfADay(LocalDate day, String version) {
        assertEquals(version, new KnownSchemes(new Remembered()).find("dijon", day).await().indefinitely()
                .map(Scheme::version).orElse("none"));
    }

    private static Scheme version(String version, String from, String to, String published) {
        return new Scheme("dijon", version, "Dijon", LocalDate.parse(from),
                Optional.ofNullable(to).map(LocalDate::parse), LocalDate.parse(published), true,
                List.of());
    }

    private static final class Remembered implements Schemes {
        @Override
        public Uni<Void> put(Scheme scheme) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<List<Scheme>> all() {
            return Uni.createFrom().item(ALL);
        }

        @Override
        public Uni<Uni<List<Scheme>>> asked() {
            return Uni.createFrom().item(all());
        }
    }
}
