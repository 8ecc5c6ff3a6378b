package fr.microcredit.intake.catalogue.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.intake.catalogue.domain.Scheme.Agreement;
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
                new Scheme("s", "s-1", "S", FROM, Optional.empty(), FROM, true, List.of(), List.of()).hasBegun(day));
        assertEquals(!day.isBefore(PUBLISHED), new Scheme("s", "s-1", "S", PUBLISHED, Optional.empty(), FROM, true,
                List.of(), List.of()).hasBegun(day));
    }

    /** Both have to say so: the scheme's list and the directory's convention, each from its first to its last day. */
    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({"one, 2008-05-31, false", "one, 2008-06-01, true", "one, 2008-12-31, true", "one, 2009-01-01, false",
            "open, 2030-01-01, true", "open, 2008-05-31, false", "none, 2008-07-01, false",
            "unlisted, 2008-07-01, false", "unpublished, 2008-07-01, false", "unpublished, 2008-08-01, true",
            "ended, 2008-07-01, false"})
    void aConventionLivesFromItsFirstToItsLastDay(String bank, LocalDate day, boolean live) {
        LocalDate first = LocalDate.of(2008, 6, 1);
        List<Convention> listed = List.of("one", "open", "none", "unpublished", "ended").stream()
                .map(id -> new Convention(id, id, FROM, Optional.of(LocalDate.of(2030, 1, 1)))).toList();
        List<Agreement> agreed = List.of(agreement("one", first, Optional.of(LAST), first),
                agreement("open", first, Optional.empty(), first),
                agreement("unlisted", first, Optional.empty(), first),
                agreement("unpublished", first, Optional.empty(), LocalDate.of(2008, 8, 1)),
                agreement("ended", first, Optional.empty(), first),
                agreement("ended", first, Optional.of(LocalDate.of(2008, 6, 30)), first));
        assertEquals(live, scheme(Optional.empty(), listed).with(agreed).hasConventionWith(bank, day));
    }

    /** What the scheme lists ends with its own days too. */
    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2008-05-31, false", "2008-06-01, true", "2008-12-31, true", "2009-01-01, false"})
    void theSchemesListHasDaysOfItsOwn(LocalDate day, boolean live) {
        List<Convention> listed = List.of(
                new Convention("one", "One", LocalDate.of(2008, 6, 1), Optional.of(LAST)));
        assertEquals(live, scheme(Optional.empty(), listed)
                .with(List.of(agreement("one", FROM, Optional.empty(), FROM))).hasConventionWith("one", day));
    }

    private static Agreement agreement(String bank, LocalDate from, Optional<LocalDate> to, LocalDate publishedOn) {
        return new Agreement(bank + "-s", bank + "-s-1", bank, "s", from, to, publishedOn);
    }

    private static Scheme scheme(Optional<LocalDate> to, List<Convention> conventions) {
        return new Scheme("s", "s-1", "S", FROM, to, PUBLISHED, true, conventions, List.of());
    }
}
