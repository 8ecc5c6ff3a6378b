package fr.microcredit.bank.file.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InformationLawTest {
    /** domain.md section 5: contracts that were signed before a reform stay under the old law. */
    @ParameterizedTest(name = "{0}: a sheet {1}, with the warning {2}, articles numbered anew later {3}")
    @CsvSource({"2008-07-01, false, false, true", "2011-04-30, false, false, true", "2011-05-01, true, false, true",
            "2016-06-30, true, false, true", "2016-07-01, true, false, false", "2026-11-19, true, false, false",
            "2026-11-20, true, true, false", "2030-01-01, true, true, false"})
    void theSheetIsThatOfTheDay(LocalDate day, boolean sheet, boolean warning, boolean renumbered) {
        InformationLaw law = InformationLaw.of(day);
        assertEquals(sheet, law.sheet());
        assertEquals(warning, law.warning().isPresent());
        assertEquals(warning, law.reformed());
        assertEquals(renumbered, InformationLaw.isNumberedAnewAfter(day));
    }

    @Test
    void whatIsSignedUnderTheOldLawStaysUnderIt() {
        LocalDate after = LocalDate.of(2026, 12, 1);
        BankFile file = Sent.file(Sent.threeThousand(), after);
        Optional<LocalDate> nothing = Optional.empty();
        assertEquals(after, InformationLaw.dayOf(file, nothing));
        LocalDate supposed = LocalDate.of(2026, 12, 20);
        assertEquals(supposed, InformationLaw.dayOf(file, Optional.of(supposed)));
        BankFile signed = file.signed(new Contract(LocalDate.of(2026, 11, 19), LocalDate.of(2027, 1, 5)))
                .paidOut(after);
        assertEquals(LocalDate.of(2026, 11, 19), InformationLaw.dayOf(signed, Optional.of(supposed)),
                "what is signed holds");
    }
}
