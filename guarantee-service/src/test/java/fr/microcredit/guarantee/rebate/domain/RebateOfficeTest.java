package fr.microcredit.guarantee.rebate.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.guarantee.rebate.domain.Rebate.Repayment;
import fr.microcredit.guarantee.rebate.domain.Rebate.Status;
import fr.microcredit.kit.money.Money;

class RebateOfficeTest {
    /** 139.42 at one half is 69.71: the demonstration's dossier (e). */
    @ParameterizedTest(name = "{0} at {1}, unpaid {2}, delay {3}")
    @CsvSource({"139.42, 0.50, true, false, 0, false, 0, 0, ORDERED, 69.71",
            "139.42, 0.50, true, false, 0, false, 0, 20, ORDERED, 69.71",
            "139.42, 0.50, true, false, 0, false, 1, 0, NOT_DUE,",
            "139.42, 0.50, false, false, 0, false, 1, 0, ORDERED, 69.71",
            "139.42, 0.50, true, true, 0, false, 0, 1, NOT_DUE,",
            "139.42, 0.50, true, true, 5, false, 0, 5, ORDERED, 69.71",
            "139.42, 0.50, true, true, 5, false, 0, 6, NOT_DUE,",
            "139.41, 0.50, true, false, 0, false, 0, 0, ORDERED, 69.71",
            "0, 0.50, true, false, 0, false, 0, 0, NOT_DUE,",
            "139.42, 1, true, false, 0, false, 0, 0, ORDERED, 139.42",
            "139.42, 0.50, true, false, 0, true, 0, 0, HOPED_FOR, 69.71"})
    void whenAndHowMuch(String base, BigDecimal fraction, boolean noUnpaid, boolean noDelay, int cureDays,
            boolean onRequest, int unpaid, long delay, Status status, String amount) {
        Rebate hopedFor = new Rebate(new UUID(0, 1), "o", "b", new UUID(0, 2), Status.HOPED_FOR,
                new Conditions(fraction, noUnpaid, noDelay, cureDays, onRequest), Optional.empty(), Optional.empty());
        Rebate decided = RebateOffice.repaid(hopedFor,
                new Repayment(Money.ofEuros(base), unpaid, delay, LocalDate.of(2012, 2, 20)));
        assertEquals(status, decided.status());
        assertEquals(Optional.ofNullable(amount).map(Money::ofEuros), decided.amount());
    }
}
