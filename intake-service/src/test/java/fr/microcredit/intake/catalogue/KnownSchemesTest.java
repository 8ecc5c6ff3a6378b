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

    private static final Scheme.Convention LISTED = new Scheme.Convention("cm-dijon", "Crédit municipal",
            LocalDate.parse("2008-01-01"), Optional.empty());

    /** Open from 2008, ended on 2009-06-30 by what was published on that day, again from 2010 by what came two months late. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2007-12-31, false", "2008-01-01, true", "2009-06-30, true", "2009-07-01, false", "2010-02-28, false",
            "2010-03-01, true"})
    void aBankTakesRequestsWhileItsConventionRuns(LocalDate day, boolean takes) {
        Scheme listing = new Scheme("dijon", "1", "Dijon", LocalDate.parse("2007-09-01"), Optional.empty(),
                LocalDate.parse("2007-09-01"), true, List.of(LISTED),
                List.of(agreed("1", "2008-01-01", null, "2008-01-01"),
                        agreed("2", "2008-01-01", "2009-06-30", "2009-06-30"),
                        agreed("3", "2010-01-01", null, "2010-03-01")));
        assertEquals(takes, listing.hasConventionWith("cm-dijon", day));
        assertEquals(false, listing.with(List.of()).hasConventionWith("cm-dijon", day), "listed is not agreed");
        assertEquals(false, listing.hasConventionWith("ce-bourgogne", day));
    }

    /** Filed in time: neither the end of the scheme nor a later list without the bank says anything, its convention does. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2008-12-31, true", "2009-06-30, true", "2009-07-01, false", "2010-03-01, true"})
    void whatWasFiledInTimeIsTakenWhileTheConventionRuns(LocalDate day, boolean takes) {
        List<Scheme.Agreement> agreements = List.of(agreed("1", "2008-01-01", null, "2008-01-01"),
                agreed("2", "2008-01-01", "2009-06-30", "2009-06-30"), agreed("3", "2010-01-01", null, "2010-03-01"));
        List<Scheme> all = List.of(version("ended", "2008-01-01", "2008-06-30", "2008-01-01").with(agreements),
                version("without", "2008-07-01", "2008-09-30", "2008-07-01").with(agreements));
        assertEquals(takes, KnownSchemes.takes(all, "dijon", "cm-dijon", day));
        assertEquals(false, KnownSchemes.takes(all, "dijon", "ce-bourgogne", day));
        assertEquals(false, KnownSchemes.takes(all, "reims", "cm-dijon", day));
    }

    /**
     * Everywhere until 2008-12-31, from 2009 in one commune and two departments, as was published on 2009-02-01. What is not
     * written down yet is no matter of the place.
     */
    @ParameterizedTest(name = "in {0} on {1}: {2}")
    @CsvSource(nullValues = "-", value = {"51454, 2008-12-31, -", "51454, 2009-01-31, -",
            "51454, 2009-02-01, bank-not-in-territory", "21231, 2009-02-01, -",
            "21054, 2009-02-01, bank-not-in-territory", "16015, 2009-02-01, -", "2A004, 2009-02-01, -",
            "2B033, 2009-02-01, bank-not-in-territory", "-, 2009-02-01, -"})
    void aBankLendsWithinItsTerritories(String commune, LocalDate day, String code) {
        List<Scheme> all = List.of(new Scheme("dijon", "1", "Dijon", LocalDate.parse("2007-09-01"), Optional.empty(),
                LocalDate.parse("2007-09-01"), true, List.of(LISTED),
                List.of(agreed("1", "2008-01-01", null, "2008-01-01")))
                .lentBy(List.of(lender("cm-dijon", "1", "2008-01-01", "2008-01-01"),
                        lender("cm-dijon", "2", "2009-01-01", "2009-02-01", "21231", "16", "2A"),
                        lender("ce-bourgogne", "1", "2008-01-01", "2008-01-01", "99"))));
        assertEquals(code == null ? List.of() : List.of("/request/bankId " + code), KnownSchemes
                .against(all, new KnownSchemes.Filing("dijon", "cm-dijon", Optional.ofNullable(commune)), day).stream()
                .map(each -> each.pointer() + " " + each.code()).toList());
        assertEquals(List.of(), KnownSchemes.outside(all,
                new KnownSchemes.Filing("dijon", "of-no-entry", Optional.ofNullable(commune)), day));
    }

    private static Scheme.Lender lender(String bank, String version, String from, String published,
            String... territories) {
        return new Scheme.Lender(bank, version, LocalDate.parse(from), List.of(territories),
                LocalDate.parse(published));
    }

    private static Scheme.Agreement agreed(String version, String from, String to, String published) {
        return new Scheme.Agreement("dijon--cm-dijon", version, "cm-dijon", "dijon", LocalDate.parse(from),
                Optional.ofNullable(to).map(LocalDate::parse), LocalDate.parse(published));
    }

    private static Scheme version(String version, String from, String to, String published) {
        return new Scheme("dijon", version, "Dijon", LocalDate.parse(from),
                Optional.ofNullable(to).map(LocalDate::parse), LocalDate.parse(published), true,
                List.of(), List.of());
    }

    private static final class Remembered implements Schemes {
        @Override
        public Uni<Void> put(Scheme scheme) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> put(Scheme.Agreement agreement) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> put(Scheme.Lender lender) {
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
