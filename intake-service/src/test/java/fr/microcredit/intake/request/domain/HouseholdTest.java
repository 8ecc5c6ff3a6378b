package fr.microcredit.intake.request.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.kit.money.Money;

class HouseholdTest {
    @ParameterizedTest(name = "born {0}, on {1}")
    @CsvSource({"1994-09-15, 2008-09-14, 1, 1", "1994-09-15, 2008-09-15, 2, 0", "1996-02-29, 2010-02-27, 1, 1",
            "1996-02-29, 2010-02-28, 2, 0"})
    void aChildWeighsLikeAnAdultFromItsFourteenthBirthday(LocalDate born, LocalDate on, int from14, int under14) {
        Household household = new Household("21231", 1, List.of(born), Optional.empty());
        assertEquals(from14, household.personsFrom14(on));
        assertEquals(under14, household.personsUnder14(on));
    }

    @ParameterizedTest
    @CsvSource({"1983-09-16, 24, 599.99, under-25, under-600", "1983-09-15, 25, 600.00, 25-34, 600-899",
            "1943-09-15, 65, 1600.00, 65-and-over, 1600-and-over", "1954-01-01, 54, 1599.99, 45-54, 1200-1599"})
    void bandsBeginAndEndWhereTheySay(LocalDate born, int age, String euros, String ageBand, String incomeBand) {
        Bands bands = Bands.of(born, new Household("21231", 2, List.of(), Optional.empty()), Money.ofEuros(euros),
                LocalDate.of(2008, 9, 15));
        assertEquals(new Bands(ageBand, incomeBand, "couple"), bands);
    }

    @ParameterizedTest(name = "since {0}, on {1}: {2} months")
    @CsvSource({"2008-03-15, 2008-09-14, 5", "2008-03-15, 2008-09-15, 6", "2008-10-01, 2008-09-15, 0"})
    void monthsOfResidenceAreWholeAndNeverNegative(LocalDate since, LocalDate on, int months) {
        assertEquals(Optional.of(months),
                new Household("21231", 1, List.of(), Optional.of(since)).residenceMonths(on));
    }

    @Test
    void kindsOfHouseholds() {
        LocalDate on = LocalDate.of(2008, 9, 15);
        List<LocalDate> child = List.of(LocalDate.of(2002, 1, 1));
        assertEquals("single", kind(1, List.of(), on));
        assertEquals("lone-parent", kind(1, child, on));
        assertEquals("couple-with-children", kind(2, child, on));
        assertEquals("other", kind(3, List.of(), on));
    }

    private static String kind(int adults, List<LocalDate> children, LocalDate on) {
        return Bands.of(LocalDate.of(1980, 1, 1), new Household("21231", adults, children, Optional.empty()),
                Money.ZERO, on).household();
    }
}
