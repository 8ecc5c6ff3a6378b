package fr.microcredit.eligibility.commune;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommunesTest {
    private final Communes communes = new Communes();

    /** Dijon, Reims, Ploërmel, Poitiers, Ajaccio, Bastia, two overseas, Paris, a district of Paris and one of Marseille. */
    @ParameterizedTest
    @ValueSource(strings = {"21231", "51454", "56165", "86194", "2A004", "2B033", "97411", "97611", "75056", "75101",
            "13201", "01001"})
    void knowsTheCommunesOfToday(String code) {
        assertTrue(communes.isKnown(code));
    }

    /** Annecy-le-Vieux and Seynod, in Annecy since 2017. */
    @ParameterizedTest
    @ValueSource(strings = {"74011", "74268"})
    void knowsThoseThatMerged(String code) {
        assertTrue(communes.isKnown(code));
    }

    /** Corsica's numbers begin with 2A and 2B since 1976, long before any scheme. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"99999", "20001", "21999", "21000", "2Z001", "abc", "abcde", "", "21", "2123", "212310",
            "2123a", "21-01", "21+31", " 1231", "2123 ", "2a004", "21٢٣١"})
    void knowsNoOther(String code) {
        assertFalse(communes.isKnown(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "16", "21", "2A", "2B", "86", "97"})
    void knowsWithWhatCodesBegin(String prefix) {
        assertTrue(communes.isKnownDepartment(prefix));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "2", "20", "96", "99", "2Z", "212", "21231"})
    void knowsNoOtherBeginning(String prefix) {
        assertFalse(communes.isKnownDepartment(prefix));
    }
}
