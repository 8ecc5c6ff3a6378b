package fr.microcredit.bank.file.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.bank.file.domain.ContractRules.Offer;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.money.Money;

class LoanCostTest {
    private static final LocalDate FIRST_DUE = LocalDate.of(2008, 8, 31);

    /** domain.md A.7: 3,000 over 24 months at 4.40 % against 1 %. */
    @Test
    void theSubsidyIsTheDifferenceOfTheSchedulesLineByLine() {
        LoanCost cost = LoanCost.of(Sent.threeThousand(), Optional.empty());
        assertEquals(Money.ofEuros("108.07"), cost.subsidy());
        assertEquals(cost.subsidy(), Money.sum(cost.lines().stream().map(LoanCost.Line::subsidy).toList()));
        assertEquals(cost.subsidy(), cost.bank().totalInterest().minus(cost.borrower().totalInterest()));
        for (LoanCost.Line line : cost.lines()) {
            assertEquals(line.bank().payment(), line.borrower().payment().plus(line.subsidy()),
                    "line " + line.borrower().number());
        }
        assertEquals(Money.ofEuros("3000").plus(cost.borrower().totalInterest()), cost.due());
    }

    /** amount, months, borrower's rate: TAEG of whole months, near (1 + rate / 12) ^ 12 - 1, but for the cents of the instalments. */
    @ParameterizedTest
    @CsvSource({"3000, 24, 1, 1.00", "3000, 24, 4.40, 4.49", "1500, 18, 1, 1.01", "1500, 12, 0, 0.00",
            "3000, 36, 3, 3.04", "8000, 84, 4.5, 4.59"})
    void theTaegIsThatOfWholeMonths(String euros, int months, String rate, BigDecimal taeg) {
        assertEquals(taeg, LoanCost.of(Sent.terms(euros, months, rate, "4.50", true), Optional.empty()).taeg());
    }

    @Test
    void withoutADateLinesAreNumberedAndWithOneTheyKeepItsDayOfTheMonth() {
        assertTrue(LoanCost.of(Sent.threeThousand(), Optional.empty()).lines().stream()
                .allMatch(line -> line.dueOn().isEmpty()));
        List<LoanCost.Line> dated = LoanCost.of(Sent.threeThousand(), Optional.of(FIRST_DUE)).lines();
        assertEquals(Optional.of(LocalDate.of(2008, 9, 30)), dated.get(1).dueOn());
        assertEquals(Optional.of(LocalDate.of(2008, 10, 31)), dated.get(2).dueOn());
    }

    @Test
    void whatIsSignedHoldsInsteadOfWhatIsSupposedAndIsWhatTravels() {
        LocalDate signedOn = LocalDate.of(2008, 7, 10);
        BankFile signed = ContractRules.contract(Sent.ready(Sent.threeThousand(), signedOn),
                new Offer(FIRST_DUE, Money.ZERO, Optional.empty(), false), signedOn).orThrow(RefusedException::new)
                .state();
        LoanCost cost = LoanCost.of(signed, Optional.of(FIRST_DUE.plusMonths(1)));
        assertEquals(Optional.of(FIRST_DUE), cost.firstDueOn());
        List<InstalmentTable.Line> told = FileRules.table(signed).lines();
        for (LoanCost.Line line : cost.lines()) {
            InstalmentTable.Line agreed = told.get(line.borrower().number() - 1);
            assertEquals(agreed.dueOn(), line.dueOn().orElseThrow());
            assertEquals(agreed.payment(), line.borrower().payment());
            assertEquals(agreed.interest(), line.borrower().interest());
            assertEquals(agreed.bankInterest(), line.bank().interest());
            assertEquals(agreed.subsidy(), line.subsidy());
        }
    }

    @Test
    void withoutASubsidyInTheTermsNobodyBearsOne() {
        LoanCost cost = LoanCost.of(Sent.terms("3000", 24, "1", "4.40", false), Optional.empty());
        assertEquals(Money.ZERO, cost.subsidy());
        assertTrue(cost.lines().stream().allMatch(line -> line.subsidy().equals(Money.ZERO)));
    }
}
