package fr.microcredit.eligibility.parameter.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.eligibility.Files;
import fr.microcredit.kit.domain.Codes;

class ParametersTest {
    private static final Parameters SHIPPED = Files.parameters();
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);
    private static final LocalDate START = LocalDate.of(2011, 1, 1);
    private static final LocalDate KNOWN = LocalDate.of(2011, 3, 3);
    private static final ParameterName RSA = ParameterName.RSA_MONTHLY;
    private static final DatedValue MODEL = new DatedValue(RSA, START, Optional.of(LocalDate.of(2011, 12, 31)),
            new BigDecimal("466.99"), "decree", KNOWN, 1);

    private static void assertValue(String expected, KnownValues known, ParameterName name, LocalDate day) {
        assertEquals(Optional.ofNullable(expected).map(BigDecimal::new), known.on(name, day).map(DatedValue::value),
                name + " on " + day);
    }

    /** What holds on a day and was known on another: decrees often appear after the day they take effect. */
    @ParameterizedTest
    @CsvSource({"2011-01-01, 2010-12-31, 460.09", "2011-01-01, 2011-03-02, 460.09", "2011-01-01, 2011-03-03, 466.99",
            "2011-02-15, 2011-03-02, 460.09", "2011-02-15, 2011-03-03, 466.99", "2010-12-31, 2011-03-03, 460.09",
            "2010-12-31, 2010-12-31, 460.09", "2022-06-30, 2022-08-17, 575.52", "2022-07-01, 2022-07-01, 575.52",
            "2022-07-01, 2022-08-16, 575.52", "2022-07-01, 2022-08-17, 598.54", "2023-03-31, 2023-03-31, 598.54",
            "2023-04-01, 2023-04-01, 607.75", "2022-03-31, 2022-12-31, 565.34", "2022-04-01, 2022-12-31, 575.52",
            "2012-12-31, 2014-01-01, 474.93", "2013-01-01, 2014-01-01, 483.24", "2013-08-31, 2014-01-01, 483.24",
            "2013-09-01, 2014-01-01, 492.90", "2013-12-31, 2014-01-01, 492.90", "2014-01-01, 2014-01-01, 499.31",
            "2013-09-01, 2013-08-31, 483.24", "2012-01-01, 2011-12-31, 466.99"})
    void theRsaAsItWasKnown(LocalDate day, LocalDate knownOn, String expected) {
        assertValue(expected, Files.knownOn(knownOn), RSA, day);
    }

    @ParameterizedTest
    @CsvSource({"2009-05-31, 454.63, ", "2009-06-01, , 454.63", "2009-12-31, , 454.63", "2010-01-01, , 460.09",
            "2008-12-31, 447.91, ", "2001-12-31, , "})
    void theRsaTookTheRmisPlace(LocalDate day, String rmi, String rsa) {
        assertValue(rmi, Files.knownValues(), ParameterName.RMI_MONTHLY, day);
        assertValue(rsa, Files.knownValues(), RSA, day);
    }

    @ParameterizedTest
    @CsvSource({"2007-07-01,", "2008-05-14,", "2008-06-30,", "2008-07-01, 1037.53", "2009-06-30, 1037.53",
            "2009-07-01,", "2009-12-31,", "2010-01-01, 1056.24", "2016-12-31, 1141.61", "2017-01-01,", "2020-06-15,",
            "2023-12-31,", "2024-01-01, 1398.69", "2025-12-31, 1426.30", "2026-05-31, 1443.11", "2026-06-01,"})
    void theNetMinimumWageHasGapsThatNothingFills(LocalDate day, String expected) {
        assertValue(expected, Files.knownValues(), ParameterName.SMIC_NET_MONTHLY, day);
    }

    /** domain.md 2.1. */
    @ParameterizedTest
    @CsvSource({"2002-01-01, 405.62", "2003-01-01, 411.70", "2004-01-01, 417.88", "2005-01-01, 425.40",
            "2006-01-01, 433.06", "2007-01-01, 440.86", "2008-01-01, 447.91", "2009-01-01, 454.63"})
    void theRmi(LocalDate from, String euros) {
        assertShipped(ParameterName.RMI_MONTHLY, from, euros);
    }

    /** domain.md 2.1. */
    @ParameterizedTest
    @CsvSource({"2009-06-01, 454.63", "2010-01-01, 460.09", "2011-01-01, 466.99", "2012-01-01, 474.93",
            "2013-01-01, 483.24", "2013-09-01, 492.90", "2014-01-01, 499.31", "2014-09-01, 509.30",
            "2015-01-01, 513.88", "2015-09-01, 524.16", "2016-04-01, 524.68", "2016-09-01, 535.17",
            "2017-04-01, 536.78", "2017-09-01, 545.48", "2018-04-01, 550.93", "2019-04-01, 559.74",
            "2020-04-01, 564.78", "2021-04-01, 565.34", "2022-04-01, 575.52", "2022-07-01, 598.54",
            "2023-04-01, 607.75", "2024-04-01, 635.71", "2025-04-01, 646.52", "2026-04-01, 651.69"})
    void theRsa(LocalDate from, String euros) {
        assertShipped(RSA, from, euros);
    }

    /** domain.md 2.3. */
    @ParameterizedTest
    @CsvSource({"2006-07-01, 8.27, 1254.31", "2007-07-01, 8.44, 1280.09", "2008-05-01, 8.63, 1308.91",
            "2008-07-01, 8.71, 1321.05", "2009-07-01, 8.82, 1337.73", "2010-01-01, 8.86, 1343.80",
            "2011-01-01, 9.00, 1365.03", "2011-12-01, 9.19, 1393.85", "2012-01-01, 9.22, 1398.37",
            "2012-07-01, 9.40, 1425.67", "2013-01-01, 9.43, 1430.22", "2014-01-01, 9.53, 1445.38",
            "2015-01-01, 9.61, 1457.52", "2016-01-01, 9.67, 1466.62", "2017-01-01, 9.76, 1480.27",
            "2018-01-01, 9.88, 1498.47", "2019-01-01, 10.03, 1521.22", "2020-01-01, 10.15, 1539.42",
            "2021-01-01, 10.25, 1554.58", "2021-10-01, 10.48, 1589.47", "2022-01-01, 10.57, 1603.12",
            "2022-05-01, 10.85, 1645.58", "2022-08-01, 11.07, 1678.95", "2023-01-01, 11.27, 1709.28",
            "2023-05-01, 11.52, 1747.20", "2024-01-01, 11.65, 1766.92", "2024-11-01, 11.88, 1801.80",
            "2026-01-01, 12.02, 1823.03", "2026-06-01, 12.31, 1867.02"})
    void theGrossMinimumWage(LocalDate from, String hour, String month) {
        assertShipped(ParameterName.SMIC_GROSS_HOURLY, from, hour);
        assertShipped(ParameterName.SMIC_GROSS_MONTHLY, from, month);
    }

    /** domain.md 2.3. */
    @ParameterizedTest
    @CsvSource({"2008-07-01, 1037.53", "2010-01-01, 1056.24", "2011-01-01, 1072.07", "2011-12-01, 1094.71",
            "2012-01-01, 1096.88", "2012-07-01, 1118.29", "2012-11-01, 1116.87", "2013-01-01, 1120.43",
            "2014-01-01, 1128.70", "2015-01-01, 1135.99", "2016-01-01, 1141.61", "2024-01-01, 1398.69",
            "2024-11-01, 1426.30", "2026-01-01, 1443.11"})
    void theNetMinimumWage(LocalDate from, String euros) {
        assertShipped(ParameterName.SMIC_NET_MONTHLY, from, euros);
    }

    /** domain.md 4.8; a threshold holds for its quarter. */
    @ParameterizedTest
    @CsvSource({"USURY_SMALL, 2007-10-01, 2007-12-31, 20.49", "USURY_MIDDLE, 2007-10-01, 2007-12-31, 9.04",
            "USURY_SMALL, 2008-01-01, 2008-03-31, 20.88", "USURY_MIDDLE, 2008-01-01, 2008-03-31, 9.39",
            "USURY_SMALL, 2009-01-01, 2009-03-31, 21.32", "USURY_MIDDLE, 2009-01-01, 2009-03-31, 9.92",
            "USURY_SMALL, 2015-01-01, 2015-03-31, 20.25", "USURY_MIDDLE, 2015-01-01, 2015-03-31, 14.37",
            "USURY_LARGE, 2015-01-01, 2015-03-31, 9.21", "USURY_SMALL, 2015-04-01, 2015-06-30, 20.23",
            "USURY_MIDDLE, 2015-04-01, 2015-06-30, 14.15", "USURY_LARGE, 2015-04-01, 2015-06-30, 9.04",
            "USURY_SMALL, 2020-01-01, 2020-03-31, 21.07", "USURY_MIDDLE, 2020-01-01, 2020-03-31, 11.75",
            "USURY_LARGE, 2020-01-01, 2020-03-31, 5.71"})
    void usury(ParameterName name, LocalDate from, LocalDate to, String percent) {
        assertShipped(name, from, percent);
        assertValue(percent, Files.knownValues(), name, to);
        assertNotEquals(Optional.of(new BigDecimal(percent)),
                Files.knownValues().on(name, to.plusDays(1)).map(DatedValue::value));
        assertNotEquals(Optional.of(new BigDecimal(percent)),
                Files.knownValues().on(name, from.minusDays(1)).map(DatedValue::value));
    }

    private static void assertShipped(ParameterName name, LocalDate from, String value) {
        assertEquals(List.of(new BigDecimal(value)), SHIPPED.values().stream()
                .filter(each -> each.name() == name && each.from().equals(from)).map(DatedValue::value).toList());
    }

    /** Lines of domain.md 2.1, 2.3 and 4.8, counted by hand: the file has no other. */
    @Test
    void nothingElseIsShipped() {
        Map<ParameterName, Long> counts = SHIPPED.values().stream()
                .collect(Collectors.groupingBy(DatedValue::name, Collectors.counting()));
        Map<ParameterName, Long> expected = new EnumMap<>(Map.of(ParameterName.RMI_MONTHLY, 8L, RSA, 24L,
                ParameterName.SMIC_GROSS_HOURLY, 29L, ParameterName.SMIC_GROSS_MONTHLY, 29L,
                ParameterName.SMIC_NET_MONTHLY, 14L));
        expected.putAll(Map.of(ParameterName.USURY_SMALL, 6L, ParameterName.USURY_MIDDLE, 6L,
                ParameterName.USURY_LARGE, 3L, ParameterName.USURY_SMALL_UP_TO, 2L, ParameterName.USURY_MIDDLE_UP_TO,
                1L, ParameterName.AGE_OF_MAJORITY, 1L, ParameterName.NATIONAL_FUND_MIN_MONTHS, 1L));
        assertEquals(expected, counts);
    }

    @Test
    void onlyTwoValuesWereKnownAfterTheirFirstDay() {
        assertEquals(Map.of(LocalDate.of(2011, 1, 1), LocalDate.of(2011, 3, 3), LocalDate.of(2022, 7, 1),
                LocalDate.of(2022, 8, 17)),
                SHIPPED.values().stream().filter(each -> !each.knownFrom().equals(each.from()))
                        .collect(Collectors.toMap(DatedValue::from, DatedValue::knownFrom)));
    }

    @ParameterizedTest
    @EnumSource(ParameterName.class)
    void everyNameIsFoundByItsCode(ParameterName name) {
        assertEquals(name, Codes.parse(ParameterName.class, Codes.of(name)));
        assertTrue(SHIPPED.values().stream().anyMatch(each -> each.name() == name), "a value is shipped");
    }

    private static DatedValue value(String euros, LocalDate from, LocalDate knownFrom, long number) {
        return new DatedValue(RSA, from, Optional.empty(), new BigDecimal(euros), "test", knownFrom, number);
    }

    @ParameterizedTest
    @CsvSource({"2011-03-02,", "2011-03-03, 1.00", "2011-03-31, 1.00", "2011-04-01, 2.00"})
    void ofTwoValuesForAStartTheOneKnownLaterWins(LocalDate knownOn, String expected) {
        DatedValue first = value("1.00", START, KNOWN, 1);
        DatedValue correction = value("2.00", START, LocalDate.of(2011, 4, 1), 2);
        assertValue(expected, new Parameters(List.of(first, correction)).knownOn(knownOn, 2), RSA, START);
    }

    @Test
    void knowledgeCountsBeforeTheOrderOfRecording() {
        DatedValue correction = value("2.00", START, LocalDate.of(2011, 4, 1), 1);
        DatedValue late = value("1.00", START, KNOWN, 2);
        assertValue("2.00", new Parameters(List.of(correction, late)).knownOn(END_OF_TIME, 2), RSA, START);
    }

    @Test
    void ofTwoKnownOnOneDayTheOneRecordedLaterWins() {
        DatedValue first = value("1.00", START, KNOWN, 1);
        DatedValue second = value("2.00", START, KNOWN, 2);
        assertValue("2.00", new Parameters(List.of(first, second)).knownOn(KNOWN, 2), RSA, START);
        assertValue("1.00", new Parameters(List.of(first, second)).knownOn(KNOWN, 1), RSA, START);
    }

    @ParameterizedTest
    @CsvSource({"0,", "1, 1.00", "2, 2.00", "3, 3.00"})
    void aReplaySeesWhatTheFirstRunSaw(long revision, String expected) {
        Parameters all = new Parameters(List.of(value("1.00", START, KNOWN, 1), value("2.00", START, KNOWN, 2),
                value("3.00", START.plusMonths(1), KNOWN, 3)));
        assertEquals(3, all.revision());
        assertValue(expected, all.knownOn(END_OF_TIME, revision), RSA, LocalDate.of(2011, 6, 1));
    }

    @Test
    void nothingRecordedNothingKnown() {
        Parameters none = new Parameters(List.of());
        assertEquals(0, none.revision());
        assertValue(null, none.knownOn(END_OF_TIME, 0), RSA, START);
    }

    @Test
    void aLaterStartDoesNotCorrectAnEarlierOne() {
        Parameters all = new Parameters(List.of(value("1.00", START, KNOWN, 1),
                value("2.00", START.plusMonths(6), KNOWN.plusMonths(6), 2)));
        assertValue("1.00", all.knownOn(END_OF_TIME, 2), RSA, START.plusMonths(6).minusDays(1));
        assertValue("2.00", all.knownOn(END_OF_TIME, 2), RSA, START.plusMonths(6));
    }

    private static String hash(DatedValue... values) {
        return new Parameters(List.of(values)).knownOn(END_OF_TIME, Long.MAX_VALUE).hash();
    }

    @Test
    void theHashTellsEveryChange() {
        Optional<LocalDate> to = MODEL.to();
        List<DatedValue> changed = List.of(
                new DatedValue(ParameterName.RMI_MONTHLY, START, to, MODEL.value(), "decree", KNOWN, 1),
                new DatedValue(RSA, START.plusDays(1), to, MODEL.value(), "decree", KNOWN, 1),
                new DatedValue(RSA, START, to.map(day -> day.plusDays(1)), MODEL.value(), "decree", KNOWN, 1),
                new DatedValue(RSA, START, Optional.empty(), MODEL.value(), "decree", KNOWN, 1),
                new DatedValue(RSA, START, to, new BigDecimal("467.00"), "decree", KNOWN, 1),
                new DatedValue(RSA, START, to, MODEL.value(), "other decree", KNOWN, 1),
                new DatedValue(RSA, START, to, MODEL.value(), "decree", KNOWN.plusDays(1), 1));
        assertEquals(changed.size() + 1,
                Stream.concat(changed.stream(), Stream.of(MODEL))
                        .map(ParametersTest::hash).distinct().count());
    }

    @Test
    void theHashTellsAValueMoreAndNone() {
        assertNotEquals(hash(MODEL), hash(MODEL, value("1.00", START, KNOWN, 2)));
        assertNotEquals(hash(MODEL), hash());
        assertTrue(hash().matches("[0-9a-f]{64}"));
    }

    @Test
    void theHashIsThatOfTheNumberNotOfItsWriting() {
        DatedValue longer = new DatedValue(RSA, START, MODEL.to(), new BigDecimal("466.9900"), "decree", KNOWN, 1);
        assertEquals(hash(MODEL), hash(longer));
    }

    @Test
    void theHashDoesNotDependOnTheOrder() {
        List<DatedValue> shuffled = new ArrayList<>(SHIPPED.values());
        Collections.shuffle(shuffled, new Random(20070901));
        assertEquals(SHIPPED.knownOn(END_OF_TIME, Long.MAX_VALUE).hash(),
                new Parameters(shuffled).knownOn(END_OF_TIME, Long.MAX_VALUE).hash());
    }

    @Test
    void theHashIsOfWhatWasKnownOnly() {
        String before = Files.knownOn(LocalDate.of(2011, 3, 2)).hash();
        assertEquals(Files.knownOn(LocalDate.of(2011, 1, 1)).hash(), before);
        assertNotEquals(before, Files.knownOn(KNOWN).hash());
    }

    @Test
    void aListThatChangesLaterDoesNotChangeWhatWasRead() {
        List<DatedValue> values = new ArrayList<>(List.of(MODEL));
        Parameters read = new Parameters(values);
        values.clear();
        assertEquals(1, read.values().size());
    }
}
