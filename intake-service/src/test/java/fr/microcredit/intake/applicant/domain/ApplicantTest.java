package fr.microcredit.intake.applicant.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicantTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"MARTIN|Claire", "Martin|claire", "Mártin|Claire Marie", "Mar-tin|Claire, Anne",
            "Mar tin| Claire", "Martin|Claire-Marie"})
    void formsThatDifferInSpellingOrFurtherNamesAreOnePerson(String family, String given) {
        assertEquals(applicant("Martin", "Claire", "1979-02-03").match(), applicant(family, given, "1979-02-03").match());
    }

    @ParameterizedTest
    @CsvSource({"Martine,Claire,1979-02-03", "Martin,Clara,1979-02-03", "Martin,Claire,1979-03-02",
            "Martinclaire,,1979-02-03"})
    void otherNamesOrAnotherBirthDateAreAnotherPerson(String family, String given, String born) {
        assertNotEquals(applicant("Martin", "Claire", "1979-02-03").match(),
                applicant(family, given == null ? "" : given, born).match());
    }

    private static Applicant applicant(String family, String given, String born) {
        return new Applicant(family, given, LocalDate.parse(born), "1 rue des Exemples", "21000", "Dijon",
                Optional.empty(), Optional.empty());
    }
}
