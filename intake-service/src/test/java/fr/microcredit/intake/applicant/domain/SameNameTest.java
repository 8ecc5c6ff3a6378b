package fr.microcredit.intake.applicant.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameNameTest {
    private static final LocalDate BORN = LocalDate.of(1980, 5, 4);

    @ParameterizedTest(name = "{0} {1} is {2} {3}")
    @CsvSource({"Lef\u00e8vre, Zo\u00e9, LEFEVRE, zoe", "C\u0153ur, Ana\u00efs, Coeur, Anais",
            "c\u0153ur, Ana, COEUR, ANA",
            "\u0141ukasz, Jan, Lukasz, Jan", "\u0142ukasz, Jan, LUKASZ, Jan", "L\u00e6titia, Ana, Laetitia, Ana",
            "\u00d8rsted, Ana, Orsted, Ana", "\u0110or\u0111e, Ana, Dorde, Ana", "Stra\u00df, Ana, STRASS, Ana",
            "\uff24upont, Ana, Dupont, Ana", "Dup\u200bont, Ana, Dupont, Ana", "D'Arc-Martin, Ana, d arc martin, Ana",
            "Durand, '-Marie Anne', Durand, Marie", "Durand, Marie Anne, Durand, Marie-Claire"})
    void theSamePersonHoweverSpelt(String family, String given, String otherFamily, String otherGiven) {
        assertEquals(SameName.of(named(family, given)), SameName.of(named(otherFamily, otherGiven)));
    }

    @ParameterizedTest(name = "{0} {1} is not {2} {3}")
    @CsvSource({"Durand, Ana, Durant, Ana", "Durand, Ana, Durand, Anna", "Ana, Durand, Durand, Ana"})
    void anotherPerson(String family, String given, String otherFamily, String otherGiven) {
        assertNotEquals(SameName.of(named(family, given)), SameName.of(named(otherFamily, otherGiven)));
    }

    private static Applicant named(String family, String given) {
        return new Applicant(family, given, BORN, "1 rue des Exemples", "21000", "Dijon", Optional.empty(),
                Optional.empty());
    }
}
