package fr.microcredit.observatory.release.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a year's figures become when they are published: every line in its place, and none that tells of a person. */
class YearFiguresTest {
    private static final Secrecy RULE = new Secrecy(11, 85);
    private static final Lent NOTHING = new Lent(0, 0, 0, 0, 0, 0, 0);

    /** Where two can not both be shown it is the weightier one, so the order is part of what is published. */
    @Test
    void everyCountStandsInTheLineOfItsStage() {
        Release release = release(List.of(counted("opened", 90), counted("withdrawn", 12), counted("disbursed", 40),
                counted("submitted", 60)), NOTHING, List.of(), List.of());
        assertEquals(List.of("disbursed 40", "submitted 60", "opened 90", "withdrawn 12"), shown(release.funnel()));
        assertEquals(YearFigures.STAGES, release.funnel().stream().map(Cell::item).toList());
        assertEquals(2008, release.year());
        assertEquals(11, release.personsMin());
    }

    /** The transmitted less the disbursed are five persons: the disbursed loans are the weightier figure. */
    @Test
    void ofTwoStagesThatAreTooCloseTheWeightierIsShown() {
        assertEquals(List.of("disbursed 40"),
                shown(release(List.of(counted("transmitted", 45), counted("disbursed", 40)), NOTHING, List.of(),
                        List.of()).funnel()));
    }

    /** The loans are known, so the smallest purpose is hidden with those for which nobody has borrowed. */
    @Test
    void purposesMakeUpTheLoansAndDelaysStandAlone() {
        Release release = release(List.of(), NOTHING,
                List.of(counted("vehicle", 25), counted("training", 12), counted("driving-licence", 30)),
                List.of(new Counted("opened-to-disbursed", 62, 40), new Counted("opened-to-submitted", 9, 10)));
        assertEquals(List.of(), shown(release.funnel()));
        assertEquals(List.of("driving-licence 30", "vehicle 25"), shown(release.purposes()));
        assertEquals(YearFigures.PURPOSES, release.purposes().stream().map(Cell::item).toList());
        assertEquals(List.of("opened-to-disbursed 62"), shown(release.delays()), "ten persons are too few");
        assertEquals(List.of("opened-to-submitted", "submitted-to-transmitted", "transmitted-to-disbursed",
                "opened-to-disbursed"), release.delays().stream().map(Cell::item).toList());
    }

    /** A purpose that the list does not have yet is a part of the total all the same. */
    @Test
    void whatHasNoLineYetComesAfterTheOthers() {
        Release release = release(List.of(), NOTHING,
                List.of(counted("boat", 20), counted("training", 12), counted("vehicle", 25)), List.of());
        assertEquals(List.of("vehicle 25", "boat 20"), shown(release.purposes()));
        assertEquals("boat", release.purposes().get(YearFigures.PURPOSES.size()).item());
    }

    /** In its first year Reims lent 850 EUR once: whoever knows the borrower would know all of it. */
    @Test
    void aLoneLoanTellsNothing() {
        OptionalLong secret = OptionalLong.empty();
        assertEquals(new Loans(secret, secret, secret, secret, secret),
                loans(new Lent(1, 1, 85_000, 85_000, 85_000, 12, 85_000)));
    }

    /** Loans are counted, but it is persons that secrecy looks at: ten who have borrowed again are ten. */
    @ParameterizedTest(name = "{0} loans of {1} persons, the largest {2} of 10 000 EUR: count {3}, amounts {4}")
    @CsvSource({"12, 10, 100000, false, false", "12, 11, 850000, true, true", "12, 11, 850001, true, false",
            "12, 12, 100000, true, true"})
    void countsNeedPersonsAndAmountsNobodyWhoMakesThemUp(long loans, long persons, long largest, boolean counts,
            boolean amounts) {
        Loans published = loans(new Lent(loans, persons, 1_000_000, 83_333, 60_000, 18, largest));
        assertEquals(counts ? OptionalLong.of(loans) : OptionalLong.empty(), published.loans());
        assertEquals(counts ? OptionalLong.of(18) : OptionalLong.empty(), published.meanTermMonths());
        assertEquals(amounts ? OptionalLong.of(1_000_000) : OptionalLong.empty(), published.total());
        assertEquals(amounts ? OptionalLong.of(83_333) : OptionalLong.empty(), published.mean());
        assertEquals(amounts ? OptionalLong.of(60_000) : OptionalLong.empty(), published.median());
    }

    private static Loans loans(Lent lent) {
        return release(List.of(), lent, List.of(), List.of()).loans();
    }

    private static Release release(List<Counted> funnel, Lent loans, List<Counted> purposes, List<Counted> delays) {
        return new YearFigures(funnel, loans, purposes, delays).release(2008, RULE);
    }

    private static Counted counted(String item, long persons) {
        return new Counted(item, persons, persons);
    }

    private static List<String> shown(List<Cell> cells) {
        return cells.stream().filter(cell -> cell.value().isPresent())
                .map(cell -> cell.item() + " " + cell.value().getAsLong()).toList();
    }
}
