package fr.microcredit.eligibility.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.scheme.SchemeLibrary.Shelf;
import fr.microcredit.eligibility.scheme.domain.Scheme;

/** Which version a request of a day is judged by. */
class SchemeLibraryTest {
    private static final Shelf SHELF = new Shelf(List.of(version("open", "2008-01-01", null, "2008-01-01"),
            version("ended", "2009-01-01", "2009-06-30", "2009-01-01"),
            version("late", "2010-01-01", null, "2010-03-15")));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2007-12-31, none", "2008-01-01, open", "2008-12-31, open", "2009-01-01, ended", "2009-06-30, ended",
            "2009-07-01, none", "2010-03-14, none", "2010-03-15, late"})
    void theVersionOfADayAsFarAsItWasPublishedThen(LocalDate day, String version) {
        assertEquals(version, SHELF.find("dijon", day).map(Scheme::version).orElse("none"));
        assertEquals(version.equals("none") ? 0 : 1, SHELF.openTo("21231", day).size());
        assertEquals(0, SHELF.openTo("75056", day).size());
    }

    @Test
    void whatIsPlannedCountsBeforeItIsKnown() {
        assertEquals("late", SHELF.planned("dijon", LocalDate.parse("2010-01-01")).orElseThrow().scheme().version());
        assertEquals(Optional.empty(), SHELF.planned("dijon", LocalDate.parse("2009-07-01")));
    }

    private static SchemeVersion version(String version, String from, String to, String published) {
        Scheme dijon = Files.scheme("dijon-demonstration-1");
        Scheme dated = new Scheme("dijon", version, dijon.name(), LocalDate.parse(from),
                Optional.ofNullable(to).map(LocalDate::parse), dijon.validity(), dijon.territory(), dijon.decision(),
                dijon.loan(),
                dijon.means(), dijon.access(), dijon.support(), dijon.accompaniment());
        return new SchemeVersion(dated, "", "", "one", LocalDate.parse(from), Optional.of("two"),
                Optional.of(LocalDate.parse(published)));
    }
}
