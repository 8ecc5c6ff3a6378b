package fr.microcredit.guarantee.rebate.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.guarantee.rebate.domain.Rebate.Status;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.money.Money;

class RebateRulesTest {
    private static final LocalDate ON = LocalDate.of(2012, 2, 20);
    private static final About ABOUT = About.dossier(new UUID(0, 1), new UUID(0, 2), "udaf-poitiers").at("ce-poitou");
    private static final Conditions USUAL = new Conditions(new BigDecimal("0.50"), true, false, 0, false);

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
        Rebate hopedFor = RebateRules.hopedFor(ABOUT,
                new Conditions(fraction, noUnpaid, noDelay, cureDays, onRequest), ON.minusYears(2));
        Accepted<Rebate, RebateEvent> decided = RebateRules.repaid(hopedFor,
                new Repayment(Money.ofEuros(base), unpaid, delay), ON);
        assertEquals(status, decided.state().state());
        assertEquals(Optional.ofNullable(amount).map(Money::ofEuros), decided.state().amount());
        assertEquals(status == Status.ORDERED ? 1 : 0, decided.events().size());
    }

    @Test
    void itIsDecidedOnceAndOnlyWhatWasOrderedIsCredited() {
        Rebate hopedFor = RebateRules.hopedFor(ABOUT, USUAL, ON);
        assertTrue(RebateRules.credited(hopedFor, ON).isEmpty());
        Rebate ordered = RebateRules.repaid(hopedFor, new Repayment(Money.ofEuros("100"), 0, 0), ON).state();
        assertEquals(List.of(), RebateRules.repaid(ordered, new Repayment(Money.ofEuros("900"), 0, 0), ON).events());
        Rebate credited = RebateRules.credited(ordered, ON).orElseThrow();
        assertEquals(Status.CREDITED, credited.state());
        assertTrue(RebateRules.credited(credited, ON).isEmpty());
    }

    @Test
    void anOrderAloneSaysAllThatIsNeeded() {
        Rebate decided = RebateRules.repaid(RebateRules.hopedFor(ABOUT, USUAL, ON),
                new Repayment(Money.ofEuros("100"), 0, 0), ON).state();
        RebateEvent.Ordered order = new RebateEvent.Ordered(Money.ofEuros("50"), Money.ofEuros("100"),
                new BigDecimal("0.50"));
        assertEquals(decided, RebateRules.ordered(Optional.empty(), ABOUT, order, ON));
    }

    @Test
    void nothingIsHopedForOfALoanThatWasWithdrawnClaimedOrWrittenOff() {
        Rebate hopedFor = RebateRules.hopedFor(ABOUT, USUAL, ON);
        assertEquals(Status.NOT_DUE, RebateRules.lost(hopedFor, ON).state().state());
        Rebate ordered = RebateRules.repaid(hopedFor, new Repayment(Money.ofEuros("100"), 0, 0), ON).state();
        assertEquals(ordered, RebateRules.lost(ordered, ON).state());
        Rebate lost = RebateRules.lost(hopedFor, ON).state();
        assertEquals(lost, RebateRules.repaid(lost, new Repayment(Money.ofEuros("100"), 0, 0), ON).state(),
                "whatever is paid afterwards");
        Rebate onRequest = RebateRules.repaid(
                RebateRules.hopedFor(ABOUT, new Conditions(new BigDecimal("0.50"), true, false, 0, true), ON),
                new Repayment(Money.ofEuros("100"), 0, 0), ON).state();
        assertEquals(Status.NOT_DUE, RebateRules.lost(onRequest, ON).state().state(), "nobody has asked for it yet");
    }
}
