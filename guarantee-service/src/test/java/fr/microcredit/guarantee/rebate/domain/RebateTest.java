package fr.microcredit.guarantee.rebate.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fr.microcredit.guarantee.rebate.domain.Rebate.Status;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.money.Money;

/** What is kept of a rebate: on what it was computed, what was ordered, and no condition once it is decided. */
class RebateTest {
    private static final LocalDate BEGUN = LocalDate.of(2010, 2, 8);
    private static final LocalDate ON = LocalDate.of(2012, 2, 20);
    private static final About ABOUT = About.dossier(new UUID(0, 1), new UUID(0, 2), "udaf-poitiers").at("ce-poitou");
    private static final BigDecimal HALF = new BigDecimal("0.50");
    private static final Repayment PAID = new Repayment(Money.ofEuros("139.42"), 0, 0);

    private static Rebate hopedFor(boolean onRequest) {
        return RebateRules.hopedFor(ABOUT, new Conditions(HALF, true, false, 0, onRequest), BEGUN);
    }

    @Test
    void anOrderSaysOnWhatAndHowMuch() {
        Accepted<Rebate, RebateEvent> decided = RebateRules.repaid(hopedFor(false), PAID, ON);
        assertEquals(List.of(new RebateEvent.Ordered(Money.ofEuros("69.71"), Money.ofEuros("139.42"), HALF)),
                decided.events());
        assertEquals(new Rebate(ABOUT, Status.ORDERED, HALF, Optional.empty(), Optional.of(Money.ofEuros("139.42")),
                Optional.of(Money.ofEuros("69.71")), ON), decided.state());
        assertEquals(new Rebate(ABOUT, Status.CREDITED, HALF, Optional.empty(), Optional.of(Money.ofEuros("139.42")),
                Optional.of(Money.ofEuros("69.71")), ON.plusDays(9)),
                RebateRules.credited(decided.state(), ON.plusDays(9)).orElseThrow());
    }

    /** The first end of the loan counts: what waits for the borrower's request is computed already. */
    @Test
    void whatWaitsForARequestIsNotComputedAnew() {
        Rebate waiting = RebateRules.repaid(hopedFor(true), PAID, ON).state();
        assertEquals(Optional.of(Money.ofEuros("139.42")), waiting.base());
        assertEquals(new Accepted<>(waiting, List.of()),
                RebateRules.repaid(waiting, new Repayment(Money.ofEuros("900"), 0, 0), ON.plusDays(1)));
        assertEquals(ON, waiting.lastOn());
    }

    @Test
    void whatIsNotDueSaysWhatWasPaidAndNothingElse() {
        Rebate notDue = RebateRules.repaid(hopedFor(false), new Repayment(Money.ofEuros("139.42"), 1, 0), ON).state();
        assertEquals(Optional.of(Money.ofEuros("139.42")), notDue.base());
        assertEquals(Optional.empty(), notDue.amount());
        assertEquals(ON, notDue.lastOn());
        assertEquals(Optional.empty(), RebateRules.credited(notDue, ON));
    }

    @Test
    void aWithdrawnLoanHasPaidNothing() {
        Rebate withdrawn = RebateRules.lost(hopedFor(false), BEGUN.plusDays(5)).state();
        assertEquals(Optional.of(Money.ZERO), withdrawn.base());
        assertEquals(BEGUN.plusDays(5), withdrawn.lastOn());
    }

    @Test
    void itIsFoundByItsDossierInItsOffice() {
        Rebate rebate = hopedFor(false);
        assertEquals("00000000-0000-0000-0000-000000000001", rebate.key());
        assertEquals("udaf-poitiers", rebate.tenant());
        assertEquals("hoped-for", rebate.status());
        assertEquals(BEGUN, rebate.day());
    }

    /** What is read again from the topic is known with the dossier it was hoped for, or with the order's own. */
    @Test
    void anOrderHeardAgainKeepsTheDossierItWasHopedFor() {
        About another = ABOUT.at("ca-poitou");
        RebateEvent.Ordered order = new RebateEvent.Ordered(Money.ofEuros("50"), Money.ofEuros("100"), HALF);
        assertEquals(ABOUT, RebateRules.ordered(Optional.of(hopedFor(false)), another, order, ON).about());
        assertEquals(another, RebateRules.ordered(Optional.empty(), another, order, ON).about());
    }
}
