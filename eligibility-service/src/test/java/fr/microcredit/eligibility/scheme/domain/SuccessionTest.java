package fr.microcredit.eligibility.scheme.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.scheme.SchemeLibrary.Shelf;
import fr.microcredit.eligibility.scheme.SchemeVersion;

class SuccessionTest {
    private static final Scheme MODEL = Files.scheme("dijon-demonstration-1");
    private static final Territory DIJON = new Territory(Territory.Level.COMMUNE, List.of("21231"));

    private static Scheme version(String schemeId, String version, LocalDate from, LocalDate to, Territory place) {
        return new Scheme(schemeId, version, MODEL.name(), from, Optional.ofNullable(to), MODEL.validity(), place,
                MODEL.decision(),
                MODEL.loan(), MODEL.means(), MODEL.access(), MODEL.support(), MODEL.accompaniment());
    }

    private static Scheme dijon(String version, String from, String to) {
        return version("dijon", version, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), DIJON);
    }

    private static List<String> told(Scheme fresh, Scheme... published) {
        return Succession.check(fresh, List.of(published)).stream()
                .map(each -> each.pointer() + " " + each.code() + " " + String.join(",", each.arguments())).toList();
    }

    private static void assertOverlap(boolean expected, Scheme fresh, Scheme published) {
        assertEquals(expected ? List.of("/validFrom overlaps-version " + published.version()) : List.of(),
                told(fresh, published));
    }

    @Test
    void nothingPublishedNothingToCollideWith() {
        assertEquals(List.of(), told(dijon("new", "2008-01-01", null)));
    }

    @ParameterizedTest
    @CsvSource({"2008-01-01, , 2009-01-01, , false", "2008-01-01, , 2008-01-02, , false",
            "2008-01-01, , 2009-01-01, 2009-12-31, false", "2008-01-01, , 2008-01-01, , true",
            "2008-01-01, , 2008-01-01, 2008-06-30, true", "2008-01-01, 2008-12-31, 2008-01-01, , true"})
    void aLaterVersionEndsAnOpenOneButNeverShadowsIt(String from, String to, String freshFrom, String freshTo,
            boolean overlap) {
        assertOverlap(overlap, dijon("new", freshFrom, freshTo), dijon("old", from, to));
    }

    @ParameterizedTest
    @CsvSource({"2008-12-31, 2009-01-01, false", "2008-12-31, 2009-06-01, false", "2008-12-31, 2008-12-31, true",
            "2008-12-31, 2008-06-01, true", "2009-12-31, 2009-01-01, true"})
    void aClosedVersionIsFollowedOnTheDayAfterItsLast(String to, String freshFrom, boolean overlap) {
        assertOverlap(overlap, dijon("new", freshFrom, null), dijon("old", "2008-01-01", to));
    }

    @ParameterizedTest
    @CsvSource({", true", "2008-01-02, true", "2008-01-01, true", "2007-12-31, false", "2007-06-30, false"})
    void aVersionBeforeAnExistingOneEndsBeforeIt(String freshTo, boolean overlap) {
        assertOverlap(overlap, dijon("new", "2007-01-01", freshTo), dijon("old", "2008-01-01", null));
        assertOverlap(overlap, dijon("new", "2007-01-01", freshTo), dijon("old", "2008-01-01", "2008-12-31"));
    }

    @Test
    void aVersionBetweenTwoOthersFillsTheGap() {
        Scheme first = dijon("first", "2007-01-01", null);
        Scheme last = dijon("last", "2010-01-01", null);
        assertEquals(List.of(), told(dijon("new", "2008-01-01", "2009-12-31"), first, last));
        assertEquals(List.of("/validFrom overlaps-version last"),
                told(dijon("new", "2008-01-01", "2010-01-01"), first, last));
        assertEquals(List.of("/validFrom overlaps-version last"), told(dijon("new", "2008-01-01", null), first, last));
    }

    @Test
    void everyOverlapIsTold() {
        assertEquals(List.of("/validFrom overlaps-version one", "/validFrom overlaps-version two"),
                told(dijon("new", "2007-01-01", null), dijon("one", "2008-01-01", "2008-12-31"),
                        dijon("two", "2009-01-01", "2009-12-31")));
    }

    @ParameterizedTest
    @CsvSource({"COMMUNE, 21231, COMMUNE, 21231, true", "COMMUNE, 21231 21171, COMMUNE, 21166 21171, true",
            "COMMUNE, 21231, COMMUNE, 21171, false", "DEPARTMENT, 21, DEPARTMENT, 21, true",
            "DEPARTMENT, 21, DEPARTMENT, 71, false", "REGION, 16 17 79 86, REGION, 86 87, true",
            "REGION, 16 17 79 86, REGION, 21 58 71 89, false", "NATIONAL, '', NATIONAL, '', true",
            "COMMUNE, 86194, REGION, 16 17 79 86, false", "COMMUNE, 86194, DEPARTMENT, 86, false",
            "DEPARTMENT, 86, REGION, 16 17 79 86, false", "COMMUNE, 21231, NATIONAL, '', false",
            "REGION, 86, NATIONAL, '', false", "DEPARTMENT, 2A, DEPARTMENT, 2B, false"})
    void oneLevelNeverSharesACommune(Territory.Level level, String codes, Territory.Level otherLevel,
            String otherCodes, boolean claimed) {
        Territory place = new Territory(level, codes(codes));
        Territory otherPlace = new Territory(otherLevel, codes(otherCodes));
        assertClaimed(claimed, place, otherPlace);
        assertClaimed(claimed, otherPlace, place);
    }

    private static void assertClaimed(boolean claimed, Territory place, Territory otherPlace) {
        LocalDate from = LocalDate.of(2008, 1, 1);
        assertEquals(claimed ? List.of("/territory/codes commune-claimed other") : List.of(),
                told(version("fresh", "f", from, null, place), version("other", "o", from, null, otherPlace)));
    }

    /** A file by communes and one by whole departments of the same level meet where one code begins the other. */
    @Test
    void aWholeDepartmentClaimsItsCommunes() {
        assertClaimed(true, new Territory(Territory.Level.DEPARTMENT, List.of("21")),
                new Territory(Territory.Level.DEPARTMENT, List.of("21231")));
    }

    private static List<String> codes(String codes) {
        return Arrays.stream(codes.split(" ")).filter(code -> !code.isEmpty()).toList();
    }

    @ParameterizedTest
    @CsvSource({"2008-01-01, 2008-12-31, 2009-01-01, , false", "2008-01-01, 2008-12-31, 2008-12-31, , true",
            "2009-01-01, , 2008-01-01, 2008-12-31, false", "2008-12-31, , 2008-01-01, 2008-12-31, true",
            "2008-01-01, , 2012-01-01, , true", "2012-01-01, , 2008-01-01, , true"})
    void schemesCollideOnlyWhereTheirDaysMeet(LocalDate from, LocalDate to, LocalDate otherFrom, LocalDate otherTo,
            boolean claimed) {
        Scheme other = version("other", "o", otherFrom, otherTo, DIJON);
        assertEquals(claimed ? List.of("/territory/codes commune-claimed other") : List.of(),
                told(version("fresh", "f", from, to, DIJON), other));
    }

    @ParameterizedTest
    @CsvSource({"2009-12-31, true", "2010-01-01, false"})
    void anOpenVersionOfAnotherSchemeLastsUntilItsNext(LocalDate freshFrom, boolean claimed) {
        Scheme before = version("other", "o1", LocalDate.of(2008, 1, 1), null, DIJON);
        Scheme moved = version("other", "o2", LocalDate.of(2010, 1, 1), null,
                new Territory(Territory.Level.COMMUNE, List.of("21171")));
        assertEquals(claimed ? List.of("/territory/codes commune-claimed other") : List.of(),
                told(version("fresh", "f", freshFrom, null, DIJON), before, moved));
    }

    @ParameterizedTest
    @CsvSource({"first, 2008-12-31", "second, 2009-06-30", "third,"})
    void aVersionLastsUntilItsEndOrTheNext(String name, LocalDate expected) {
        List<Scheme> published = List.of(dijon("third", "2010-01-01", null), dijon("first", "2008-01-01", null),
                dijon("second", "2009-01-01", "2009-06-30"),
                version("other", "o", LocalDate.of(2008, 2, 1), null, DIJON));
        Scheme asked = published.stream().filter(each -> each.version().equals(name)).findFirst().orElseThrow();
        assertEquals(Optional.ofNullable(expected), Succession.lastDay(asked, published));
    }

    /** "A later version ends an open one": the earlier one does not come back when the later one is over. */
    @ParameterizedTest
    @CsvSource({"2008-12-31, first", "2009-01-01, second", "2009-06-30, second", "2009-07-01,"})
    void anEndedVersionDoesNotComeBack(LocalDate day, String expected) {
        Shelf shelf = new Shelf(List.of(published(dijon("first", "2008-01-01", null)),
                published(dijon("second", "2009-01-01", "2009-06-30"))));
        assertEquals(Optional.ofNullable(expected), shelf.find("dijon", day).map(Scheme::version));
    }

    private static SchemeVersion published(Scheme scheme) {
        return new SchemeVersion(scheme, "", "", "editor", scheme.validFrom(), Optional.of("other-editor"),
                Optional.of(scheme.validFrom()));
    }
}
