package fr.microcredit.intake.request.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import fr.microcredit.intake.request.domain.RequestEvent.Part;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

class ContentTest {
    private static final LoanRequest ASKED = new LoanRequest("dijon", "cm-dijon", Purpose.VEHICLE, "un scooter",
            Ground.NOT_ASKED, Money.ofEuros("2000"), 24, Optional.empty());

    static Stream<Arguments> others() {
        Money amount = ASKED.amount();
        Optional<Rate> none = Optional.empty();
        return Stream.of(
                Arguments.of(Part.SCHEME, new LoanRequest("reims", "cm-dijon", Purpose.VEHICLE, "un scooter",
                        Ground.NOT_ASKED, amount, 24, none)),
                Arguments.of(Part.BANK, ASKED.of("ce-bourgogne")),
                Arguments.of(Part.PURPOSE, new LoanRequest("dijon", "cm-dijon", Purpose.HOUSEHOLD_APPLIANCE,
                        "un scooter", Ground.NOT_ASKED, amount, 24, none)),
                Arguments.of(Part.PROJECT, new LoanRequest("dijon", "cm-dijon", Purpose.VEHICLE, "une voiture",
                        Ground.NOT_ASKED, amount, 24, none)),
                Arguments.of(Part.GROUND, new LoanRequest("dijon", "cm-dijon", Purpose.VEHICLE, "un scooter",
                        Ground.REFUSED_ORDINARY_LOAN, amount, 24, none)),
                Arguments.of(Part.AMOUNT, ASKED.changedTo(Money.ofEuros("1999.99"), 24)),
                Arguments.of(Part.TERM, ASKED.changedTo(amount, 23)),
                Arguments.of(Part.RATE, new LoanRequest("dijon", "cm-dijon", Purpose.VEHICLE, "un scooter",
                        Ground.NOT_ASKED, amount, 24, Optional.of(Rate.ofPercent("1")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void whatHasChangedIsNamed(Part part, LoanRequest other) {
        assertEquals(List.of(part), AmendmentRules.changed(ASKED, other));
        assertEquals(List.of(), AmendmentRules.changed(other, other));
    }

    @Test
    void aHouseholdsMonthIsTheSumOfItsLines() {
        Budget budget = new Budget(List.of(line("900"), line("150.50")), List.of(line("400"), line("60.05")),
                List.of(new Budget.ExistingLoan(Money.ofEuros("30"), Money.ofEuros("700")),
                        new Budget.ExistingLoan(Money.ofEuros("20.20"), Money.ofEuros("100.10"))),
                false);
        assertEquals(Money.ofEuros("1050.50"), budget.totalResources());
        assertEquals(Money.ofEuros("460.05"), budget.totalCharges());
        assertEquals(Money.ofEuros("50.20"), budget.loanInstalments());
        assertEquals(Money.ofEuros("800.10"), budget.existingDebt());
    }

    private static Budget.Line line(String euros) {
        return new Budget.Line("line", Money.ofEuros(euros));
    }

    /** A consent holds from its day on; without one nothing is allowed. */
    @ParameterizedTest
    @CsvSource({"2008-09-14, false", "2008-09-15, true", "2008-09-16, true"})
    void aConsentHoldsFromItsDayOn(LocalDate on, boolean allowed) {
        Optional<LocalDate> given = Optional.of(LocalDate.of(2008, 9, 15));
        assertEquals(allowed, new Consents(given, Optional.empty()).allowTransmission(on));
        assertEquals(allowed, new Consents(Optional.empty(), given).allowIncidentReports(on));
        assertEquals(false, new Consents(Optional.empty(), given).allowTransmission(on));
        assertEquals(false, new Consents(given, Optional.empty()).allowIncidentReports(on));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, false", "1, 1, true", "2, 1, false", "2, 0, false"})
    void whoLivesAloneWithChildrenIsALoneParent(int adults, int children, boolean lone) {
        List<LocalDate> births = List.of(LocalDate.of(2002, 3, 1)).subList(0, children);
        assertEquals(lone, new Household("21231", adults, births, Optional.empty()).isLoneParent());
    }
}
