package fr.microcredit.intake.request.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.microcredit.intake.request.domain.FileNumber.Typed;

/** What people call a dossier by, how it is written, and how it is typed. */
class FileNumberTest {
    private static final FileNumber NUMBER = new FileNumber("DIJ", 2026, 42);

    @ParameterizedTest
    @CsvSource({"DIJ, 2026, 42, DIJ-2026-0042", "POI, 2010, 9999, POI-2010-9999", "POI, 2010, 10000, POI-2010-10000"})
    void itIsWrittenWithFourDigitsAtLeast(String code, int year, long running, String text) {
        assertEquals(text, new FileNumber(code, year, running).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DIJ-2026-0042", "dij 2026 42", " Dij2026-42 ", "dij/2026/0042", "DIJ20260042", "2026-42",
            "2026 0042", "20260042", "42", "0042", "dij 42", "DIJ42"})
    void itIsFoundHoweverItIsTyped(String typed) {
        assertTrue(FileNumber.typed(typed).orElseThrow().fits(NUMBER), typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REI-2026-0042", "2025-42", "dij 2026 43", "4", "2026", "dij 2025 42"})
    void anotherIsNot(String typed) {
        assertFalse(FileNumber.typed(typed).orElseThrow().fits(NUMBER), typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DIJ", "dijon", "42 bis", "DIJ-2026-", "12345678901234", "Lefèvre"})
    void whatIsNoNumberIsNone(String typed) {
        assertEquals(Optional.empty(), FileNumber.typed(typed));
    }

    @Test
    void whatIsLeftOutIsNotLookedAt() {
        assertEquals(Optional.of(new Typed(Optional.of("DIJ"), Optional.empty(), 42)), FileNumber.typed("dij 42"));
        assertEquals(Optional.of(new Typed(Optional.empty(), Optional.of(2026), 42)), FileNumber.typed("2026-42"));
    }

    @ParameterizedTest
    @CsvSource({"ccas-dijon, DIJ", "cias-ploermel, PLO", "udaf-poitiers, POI", "departement-vienne, VIE",
            "ccas-saint-denis, SAI", "ccas-ay, AYC", "office, OFF", "ccas-21, CCA", "1, OFF"})
    void anOfficesCodeIsMadeOfItsPlace(String office, String code) {
        List<String> candidates = OfficeCode.candidates(office);
        assertEquals(code, candidates.get(0));
        assertTrue(candidates.stream().allMatch(each -> each.matches(OfficeCode.SHAPE)), candidates::toString);
        assertEquals(candidates.size(), candidates.stream().distinct().count());
        assertTrue(candidates.size() > 20, "there are more where others have the same");
    }

    @Test
    void longerOnesComeBeforeThoseThatSayLess() {
        assertEquals(List.of("DIJ", "DIJO", "DIJON", "DIJA"), OfficeCode.candidates("ccas-dijon").subList(0, 4));
    }
}
