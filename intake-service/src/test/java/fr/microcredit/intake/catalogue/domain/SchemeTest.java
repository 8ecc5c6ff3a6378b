package fr.microcredit.intake.catalogue.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.intake.catalogue.domain.Scheme.Convention;

class SchemeTest {
    private static final LocalDate FROM = LocalDate.of(2008, 1, 1);
    private static final LocalDate PUBLISHED = LocalDate.of(2008, 2, 1);
    private static final LocalDate LAST = LocalDate.of(2008, 12, 31);

    /** First and last day count; a version is no law for the days before it was published. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"2007-12-31, false, true", "2008-01-31, false, true", "2008-02-01, true, true",
            "2008-12-31, true, true", "2009-01-01, true, false"})
    void itBeginsWithItsPublicationAndEndsWithItsLastDay(LocalDate day, boolean begun, boolean lasts) {
        Scheme scheme = scheme(Optional.of(LAST), List.of());
        assertEquals(begun, scheme.hasBegun(day));
        assertEquals(lasts, scheme.lasts(day));
        assertEquals(true, scheme(Optional.empty(), List.of()).lasts(day), "open");
        assertEquals(day.getYear() > 2007,
                new Scheme("s", "s-1", "S", FROM, Optional.empty(), FROM, true, List.of()).hasBegun(day));
        assertEquals(!day.isBefore(PUBLISHED), new Scheme("s", "s-1", "S", PUBLISHED, Optional.empty(), FROM, true,
                List.of()).hasBegun(day));
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({"one, 2008-05-31, false", "one, 2008-06-01, true", "one, 2008-12-31, true", "one, 2009-01-01, false",
            "open, 2030-01-01, true", "open, 2008-05-31, false", "none, 2008-07-01, false"})
    void aConventionLivesFromItsFirstToItsLastDay(String bank, LocalDate day, boolean live) {
        LocalDate first = LocalDate.of(2008, 6, 1);
        assertEquals(live, scheme(Optional.empty(), List.of(new Convention("one", "One", first, Optional.of(LAST)),
                new Convention("open", "Open", first, Optional.empty()))).hasConventionWith(bank, day));
    }

    private static Scheme scheme(Optional<LocalDate> to, List<Convention> conventions) {
        return new Scheme("s", "s-1", "S", FROM, to, PUBLISHED, true, conventions);
    }
}
