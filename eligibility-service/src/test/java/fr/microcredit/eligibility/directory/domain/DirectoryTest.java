package fr.microcredit.eligibility.directory.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.eligibility.directory.domain.Directory.Published;

/** Which version of an entry counts on a day. */
class DirectoryTest {
    private static final Convention OPEN = Entries.convention("one", "1", "2007-09-01", "");
    private static final Convention ENDED = Entries.convention("one", "2", "2007-09-01", "2009-06-30");
    private static final Convention AGAIN = Entries.convention("one", "3", "2010-01-01", "");
    /** The end was published on its last day, the new convention two months late. */
    private static final Directory ALL = new Directory(List.of(new Published(OPEN, day("2007-09-01")),
            new Published(ENDED, day("2009-06-30")), new Published(AGAIN, day("2010-03-01"))));

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @ParameterizedTest(name = "{0}: version {1}, holds: {2}")
    @CsvSource({"2007-08-31, none, false", "2007-09-01, 1, true", "2009-06-29, 1, true", "2009-06-30, 2, true",
            "2009-07-01, 2, false", "2010-02-28, 2, false", "2010-03-01, 3, true"})
    void theVersionOfADayAsFarAsItWasPublishedThen(LocalDate day, String version, boolean holds) {
        Optional<Convention> found = ALL.convention("cm-dijon", "dijon", day);
        assertEquals(version, found.map(Convention::version).orElse("none"));
        assertEquals(holds, found.filter(each -> each.holdsOn(day)).isPresent());
        assertEquals(holds ? 1 : 0, ALL.holdingOn(day).size());
    }

    @Test
    void anotherBankOrSchemeHasNone() {
        assertEquals(Optional.empty(), ALL.convention("ce-bourgogne", "dijon", day("2008-01-01")));
        assertEquals(Optional.empty(), ALL.convention("cm-dijon", "national", day("2008-01-01")));
    }

    @Test
    void aVersionEndsWhereTheNextBegins() {
        Directory changed = Entries.directory(OPEN, AGAIN);
        assertEquals(Optional.of(day("2009-12-31")), changed.lastDay(OPEN));
        assertEquals(Optional.empty(), changed.lastDay(AGAIN));
        assertEquals(List.of(ENDED, AGAIN), ALL.standing(Convention.class).toList(), "an end takes the place");
    }

    /** An office has an entry of its own; by key even what holds no more is found, so that it can be looked at again. */
    @Test
    void anEntryIsFoundByItsIdentifierAndByItsKey() {
        AccompanyingBody body = Entries.body("2009-12-31", "21231", "dijon");
        Bank bank = Entries.bank("1", "2007-09-01", "");
        Directory all = Entries.directory(body, bank, OPEN);
        assertEquals(Optional.of(body), all.body("ccas-dijon", day("2010-01-01")),
                "ended, but what is to be looked at");
        assertEquals(Optional.empty(), all.body("ccas-reims", day("2008-01-01")));
        assertEquals(Optional.empty(), all.body("cm-dijon", day("2008-01-01")), "a bank is no office");
        assertEquals(Optional.of(bank), all.find("cm-dijon", day("2008-01-01")));
        assertEquals(Optional.empty(), all.find("cm-dijon", day("2007-08-31")));
        assertEquals(Optional.of(OPEN), all.version(Convention.class, "one/1"));
        assertEquals(Optional.empty(), all.version(Convention.class, "one/2"));
        assertEquals(Optional.empty(), all.version(Bank.class, "one/1"));
    }

    /** Each by its newest version, in the order of the identifiers; what has ended is not listed. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2007-06-30, ccas-dijon", "2008-01-01, ccas-dijon cm-dijon one", "2009-12-31, ccas-dijon cm-dijon one",
            "2010-01-01, cm-dijon one"})
    void whatHoldsOnADay(LocalDate day, String identifiers) {
        Directory all = Entries.directory(OPEN, Entries.bank("1", "2007-09-01", ""),
                Entries.body("2009-12-31", "21231", "dijon"));
        assertEquals(List.of(identifiers.split(" ")), all.holdingOn(day).stream().map(Entry::id).toList());
    }

    @Test
    void anEntrySaysWhatItIs() {
        assertEquals("accompanying-body", Entries.body("", "21231", "dijon").kindCode());
        assertEquals("bank", Entries.bank("1", "2007-09-01", "").kindCode());
        assertEquals("convention", OPEN.kindCode());
        assertEquals(List.of(AccompanyingBody.class, Bank.class, Convention.class),
                List.of(Entry.Kind.values()).stream().map(Entry.Kind::type).toList());
    }
}
