package fr.microcredit.eligibility.assessment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.assessment.domain.TerritoryCase.Column;
import fr.microcredit.kit.domain.Codes;

/** Every rule of every territory on both sides of its limits; each row looks at one rule. */
class TerritoryCasesTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/dijon.csv", numLinesToSkip = 1)
    void dijon(ArgumentsAccessor row) {
        check(new TerritoryCase(row));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/reims.csv", numLinesToSkip = 1)
    void reims(ArgumentsAccessor row) {
        check(new TerritoryCase(row));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/ploermel.csv", numLinesToSkip = 1)
    void ploermel(ArgumentsAccessor row) {
        check(new TerritoryCase(row));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/national-2017.csv", numLinesToSkip = 1)
    void nationalFrameOf2017(ArgumentsAccessor row) {
        check(new TerritoryCase(row));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/national-2022.csv", numLinesToSkip = 1)
    void nationalFrameOf2022(ArgumentsAccessor row) {
        check(new TerritoryCase(row));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/poitou-charentes.csv", numLinesToSkip = 1)
    void poitouCharentes(ArgumentsAccessor row) {
        check(new TerritoryCase(row));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/other-readings.csv", numLinesToSkip = 1)
    void otherReadings(ArgumentsAccessor row) {
        check(new TerritoryCase(row));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dijon", "reims", "ploermel", "national-2017", "national-2022", "poitou-charentes",
            "other-readings"})
    void columnsStandWhereTheyAreRead(String file) {
        assertEquals(Column.headerLine(), Files.text("cases/" + file + ".csv").lines().findFirst().orElseThrow());
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({"dijon-2007, 2007-08-31, false", "dijon-2007, 2007-09-01, true", "reims-2010, 2010-11-07, false",
            "reims-2010, 2010-11-08, true", "national-2017, 2006-12-31, false", "national-2017, 2007-01-01, true",
            "national-2017, 2022-02-06, true", "national-2017, 2022-02-07, false", "national-2022, 2022-02-06, false",
            "national-2022, 2022-02-07, true"})
    void aVersionAppliesFromItsFirstDayToItsLast(String version, LocalDate day, boolean applies) {
        assertEquals(applies, Files.scheme(version).appliesOn(day));
    }

    private static void check(TerritoryCase expected) {
        Findings findings = expected.findings();
        if (expected.expects("note") || expected.expects("no-note")) {
            checkNote(expected, findings);
        } else {
            checkOutcome(expected, findings);
        }
    }

    private static void checkNote(TerritoryCase expected, Findings findings) {
        String code = expected.required(Column.CODE);
        List<Note> notes = findings.notes().stream().filter(note -> note.code().equals(code)).toList();
        assertEquals(expected.expects("note") ? 1 : 0, notes.size(), () -> findings.notes().toString());
        notes.forEach(note -> checkFigures(expected, note.figures()));
    }

    private static void checkOutcome(TerritoryCase expected, Findings findings) {
        String rule = expected.required(Column.RULE);
        List<Outcome> found = findings.outcomes().stream().filter(outcome -> outcome.rule().equals(rule)).toList();
        if (expected.expects("absent")) {
            assertEquals(List.of(), found);
            return;
        }
        assertEquals(1, found.size(), () -> findings.outcomes().toString());
        Outcome outcome = found.get(0);
        assertEquals(expected.required(Column.OUTCOME) + " " + expected.required(Column.CODE),
                Codes.of(outcome.result()) + " " + outcome.code(), outcome::toString);
        assertFalse(outcome.source().isBlank(), "every outcome names its source");
        checkFigures(expected, outcome.figures());
    }

    private static void checkFigures(TerritoryCase expected, Map<String, String> figures) {
        List<String> found = figures.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList();
        assertTrue(found.containsAll(expected.figures()), found::toString);
    }
}
