package fr.microcredit.kit.loan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.kit.money.Money;

class InterestSubsidyTest {
    private static final Rate BANK = Rate.ofPercent("4.40");
    private static final Rate BORROWER = Rate.ofPercent("1");

    @ParameterizedTest(name = "{0} over {1}: {2}")
    @CsvSource({"3000, 24, 108.07", "300, 5, 2.55", "300, 6, 2.99", "850, 12, 15.78", "850, 24, 30.62",
            "1500, 18, 40.87", "3000, 36, 161.38", "5000, 48, 359.29", "8000, 84, 1023.10", "1800, 24, 64.81"})
    void isTheDifferenceOfTheTwoSchedules(String principal, int months, String total) {
        InterestSubsidy subsidy = InterestSubsidy.of(Money.ofEuros(principal), months, BANK, BORROWER);
        assertEquals(Money.ofEuros(total), subsidy.total());
        assertEquals(subsidy.total(), Money.sum(subsidy.parts()));
    }

    @Test
    void accruesInstalmentByInstalment() {
        InterestSubsidy subsidy = InterestSubsidy.of(Money.ofEuros("3000"), 24, BANK, BORROWER);
        assertEquals(Money.ofEuros("4.50"), subsidy.parts().get(0));
        assertEquals(Money.ofEuros("4.57"), subsidy.parts().get(23));
        assertEquals(Money.ofEuros("36.00"), Money.sum(subsidy.parts().subList(0, 8)));
        assertEquals(Money.ofEuros("54.00"), Money.sum(subsidy.parts().subList(0, 12)));
    }

    /** domain.md A.7: repaid after 12 of 24, 79.48 is due to the bank, not the 54.00 accrued. */
    @Test
    void interestToDateIsWhatTheBankReallyMisses() {
        InterestSubsidy subsidy = InterestSubsidy.of(Money.ofEuros("3000"), 24, BANK, BORROWER);
        assertEquals(Money.ofEuros("79.48"), subsidy.interestToDate(12));
        assertEquals(subsidy.total(), subsidy.interestToDate(24));
    }

    @Test
    void comparesOneLoanOnly() {
        Schedule one = Schedule.constantInstalments(Money.ofEuros("3000"), 24, BANK);
        Schedule other = Schedule.constantInstalments(Money.ofEuros("3000"), 23, BORROWER);
        assertThrows(IllegalArgumentException.class, () -> new InterestSubsidy(one, other));
    }
}
