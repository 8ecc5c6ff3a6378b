package fr.microcredit.guarantee.fund.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.guarantee.fund.domain.FundEvent.ReleaseReason;
import fr.microcredit.guarantee.fund.domain.Guarantee.Status;
import fr.microcredit.guarantee.promise.domain.Played;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.money.Money;

/** A guarantee falls with the principal and ends once: every cent of it is free again and held on the account it came from. */
class GuaranteeEndsTest {
    private static final LocalDate ON = LocalDate.of(2010, 2, 8);
    private static final LocalDate LATER = LocalDate.of(2010, 3, 1);
    private static final About ABOUT = About.dossier(new UUID(0, 1), new UUID(0, 2), "udaf-poitiers").at("ce-poitou");
    private static final Money PLENTY = Money.ofEuros("1000000");

    @Test
    void whatIsReservedIsHeldUntilItIsTakenUp() {
        Played<Guarantee> guarantee = in(Status.RESERVED);
        assertEquals(List.of("-1500.00", "1500.00", "0.00"), balances(guarantee, "fcs"));
        assertEquals(List.of("-750.00", "750.00", "0.00"), balances(guarantee, "region"));
        assertEquals(Money.ofEuros("3000"), guarantee.exposure(), "the person's cap counts the whole principal");
        guarantee.then(LATER, FundRules.takeUp(guarantee.promise()));
        assertEquals(List.of("-1500.00", "0.00", "1500.00"), balances(guarantee, "fcs"));
        assertEquals(Money.ofEuros("3000"), guarantee.exposure());
        assertEquals(LATER, guarantee.promise().lastOn());
    }

    /** By what the guarantors were owed to bear and no longer are. */
    @Test
    void aRepaymentFreesTheSharesOfWhatWasRepaid() {
        Played<Guarantee> guarantee = in(Status.EFFECTIVE);
        guarantee.then(LATER, FundRules.repaid(guarantee.promise(), Money.ofEuros("1532.93")));
        assertEquals(List.of("-766.47", "0.00", "766.47"), balances(guarantee, "fcs"));
        assertEquals(List.of("-383.23", "0.00", "383.23"), balances(guarantee, "region"));
        assertEquals(Status.EFFECTIVE, guarantee.promise().state());
        assertEquals(Money.ofEuros("3000"), guarantee.promise().principal(), "what was lent stays what was lent");
    }

    /** An instalment of 119.81 was reported for the wrong loan: as if it had never been, in ledger, shares and exposure. */
    @Test
    void aCorrectionRestoresWhatWasFreed() {
        Played<Guarantee> guarantee = in(Status.EFFECTIVE);
        List<String> before = balances(guarantee, "region");
        guarantee.then(LATER, FundRules.repaid(guarantee.promise(), Money.ofEuros("2880.19")));
        List<FundEvent> restored = FundRules.changed(guarantee.promise(), Money.ofEuros("3000"),
                Map.of("guarantor:fcs:available", PLENTY, "guarantor:region:available", PLENTY), LATER);
        guarantee.then(LATER, restored);
        assertEquals(before, balances(guarantee, "region"));
        assertEquals(Money.ofEuros("3000"), guarantee.exposure());
        assertEquals(Money.ofEuros("1500"), guarantee.promise().heldBy("fcs"));
        assertEquals(List.of(), FundRules.changed(guarantee.promise(), Money.ofEuros("3000"), Map.of(), LATER));
    }

    /** Read again from the beginning, a deferral of before the newest payment raises nothing. */
    @Test
    void whatIsOlderThanWhatIsKnownIsReadAgainInVain() {
        Played<Guarantee> guarantee = in(Status.EFFECTIVE);
        guarantee.then(LATER, FundRules.repaid(guarantee.promise(), Money.ofEuros("2880.19")));
        assertEquals(List.of(), FundRules.changed(guarantee.promise(), Money.ofEuros("3000"),
                Map.of("guarantor:fcs:available", PLENTY, "guarantor:region:available", PLENTY), LATER.minusDays(1)));
    }

    /** 59.90 were freed, and but ten of them promised to somebody else: the Region answers for them all the same. */
    @Test
    void whatIsPromisedMeanwhileIsAnsweredForBeyondTheCapacity() {
        Played<Guarantee> guarantee = in(Status.EFFECTIVE);
        guarantee.then(LATER, FundRules.repaid(guarantee.promise(), Money.ofEuros("2880.19")));
        List<FundEvent> restored = FundRules.changed(guarantee.promise(), Money.ofEuros("3000"),
                Map.of("guarantor:fcs:available", Money.ofEuros("10"), "guarantor:region:available", PLENTY), LATER);
        assertEquals(List.of(new FundEvent.Restored.Uncovered("fcs", Money.ofEuros("49.90"))),
                ((FundEvent.Restored) restored.get(0)).uncovered());
        guarantee.then(LATER, restored);
        assertEquals(List.of("-1450.10", "0.00", "1500.00"), balances(guarantee, "fcs"));
        assertEquals(Money.ofEuros("-49.90"), guarantee.on("guarantor:fcs:uncovered"));
    }

    @ParameterizedTest
    @CsvSource({"RESERVED, RELEASED", "EFFECTIVE, RELEASED", "IN_DEFAULT, RELEASED"})
    void aBorrowerWhoWithdrawsFreesWhatIsHeld(Status before, Status after) {
        Played<Guarantee> guarantee = in(before);
        List<FundEvent> events = FundRules.withdrawn(guarantee.promise());
        assertEquals(List.of(new FundEvent.Released(3, ReleaseReason.WITHDRAWN)), events);
        guarantee.then(LATER, events);
        assertEquals(after, guarantee.promise().state());
        assertFree(guarantee);
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = {"RELEASED", "EXPIRED", "DECLINED"})
    void nothingIsFreedTwice(Status over) {
        Played<Guarantee> guarantee = in(over);
        assertEquals(over, guarantee.promise().state());
        assertEquals(List.of(), FundRules.withdrawn(guarantee.promise()));
        assertEquals(List.of(), FundRules.ended(guarantee.promise()));
        assertEquals(List.of(), FundRules.repaid(guarantee.promise(), Money.ZERO));
        assertFree(guarantee);
    }

    /** An accelerated loan stays guaranteed, once marked; it may still be paid back, and then everything is free. */
    @Test
    void aLoanInDefaultIsStillAnsweredFor() {
        Played<Guarantee> guarantee = in(Status.IN_DEFAULT);
        assertEquals("in-default", guarantee.promise().status());
        assertEquals(Optional.empty(), FundRules.inDefault(guarantee.promise(), LATER), "told again it is what it was");
        assertEquals(List.of("-1500.00", "0.00", "1500.00"), balances(guarantee, "fcs"));
        guarantee.then(LATER, FundRules.repaid(guarantee.promise(), Money.ofEuros("2006.63")));
        assertEquals(Status.IN_DEFAULT, guarantee.promise().state(), "a part that is paid makes nothing sound again");
        assertEquals(Money.ofEuros("1003.32"), guarantee.promise().heldBy("fcs"));
        guarantee.then(LATER, FundRules.ended(guarantee.promise()));
        assertEquals(Status.RELEASED, guarantee.promise().state());
        assertFree(guarantee);
    }

    @ParameterizedTest(name = "{0} ends as {1}")
    @CsvSource({"EFFECTIVE, RELEASED", "IN_DEFAULT, RELEASED", "CALLED, ENDED"})
    void aLoanThatIsWrittenOffIsAnsweredForNoMore(Status before, Status after) {
        Played<Guarantee> guarantee = in(before);
        List<FundEvent> events = FundRules.writtenOff(guarantee.promise());
        assertEquals(List.of(new FundEvent.Released(3, ReleaseReason.WRITTEN_OFF)), events);
        guarantee.then(LATER, events);
        assertEquals(after, guarantee.promise().state());
        assertEquals(Money.ZERO, guarantee.exposure());
        assertEquals(List.of(), FundRules.writtenOff(guarantee.promise()));
        assertEquals(List.of(), FundRules.withdrawn(guarantee.promise()));
    }

    /** What was called is not on the accounts of what is answered for, so that no end can free it. */
    @Test
    void whatWasCalledIsNotFreedByTheEndOfTheLoan() {
        Played<Guarantee> guarantee = in(Status.CALLED);
        List<String> before = balances(guarantee, "fcs");
        guarantee.then(LATER, FundRules.ended(guarantee.promise()));
        assertEquals(before, balances(guarantee, "fcs"));
        assertEquals(List.of(), FundRules.repaid(in(Status.CALLED).promise(), Money.ZERO));
    }

    /** The clause comes with the disbursement and is kept once. */
    @Test
    void theConventionsClauseIsKeptOnce() {
        CallClause clause = new CallClause(15, CallClause.Sharing.PARI_PASSU, Optional.empty(), Optional.of("one"));
        GuaranteeAsking stating = new GuaranteeAsking(ABOUT, 3, Money.ofEuros("3000"), List.of(), Money.ofEuros("3000"),
                false, 90, ON, Optional.of(clause));
        Guarantee kept = FundRules.agreed(in(Status.EFFECTIVE).promise(), stating).orElseThrow();
        assertEquals(Optional.of(clause), kept.clause());
        assertEquals(Optional.empty(), FundRules.agreed(kept, stating));
        assertEquals(Optional.empty(), FundRules.agreed(in(Status.EFFECTIVE).promise(), asking()));
    }

    /** The bank decides again: what it had asked for first is free, and named by that round. */
    @Test
    void eachEndSaysWhy() {
        assertEquals(new FundEvent.Released(3, ReleaseReason.DECIDED_AGAIN),
                FundRules.giveBack(in(Status.RESERVED).promise()));
        assertEquals(List.of(new FundEvent.Released(3, ReleaseReason.REPAID)),
                FundRules.ended(in(Status.EFFECTIVE).promise()));
        assertEquals(new FundEvent.Expired(3), FundRules.expire(in(Status.RESERVED).promise()));
    }

    @ParameterizedTest
    @CsvSource({"RESERVED, true, false", "EFFECTIVE, false, false", "RELEASED, false, false", "EXPIRED, false, true",
            "DECLINED, false, false", "IN_DEFAULT, false, false", "CALLED, false, false", "ENDED, false, false"})
    void onlyAReservationIsWaitedForAndOnlyAnExpiredOneHasLapsed(Status status, boolean reserved, boolean lapsed) {
        Guarantee guarantee = in(status).promise();
        assertEquals(reserved, guarantee.isReserved());
        assertEquals(lapsed, guarantee.hasLapsed());
    }

    @Test
    void itIsFoundByItsDossierAtItsBankInItsOffice() {
        Guarantee guarantee = in(Status.EFFECTIVE).promise();
        assertEquals("00000000-0000-0000-0000-000000000001/ce-poitou", guarantee.key());
        assertEquals("udaf-poitiers", guarantee.tenant());
        assertEquals("effective", guarantee.status());
        assertEquals(LATER, guarantee.day());
    }

    /** A loan without a guarantee asks nobody; a reservation of no share moves nothing. */
    @Test
    void aLoanWithoutGuarantorsAsksForNone() {
        GuaranteeAsking none = new GuaranteeAsking(ABOUT, 1, Money.ofEuros("3000"), List.of(), Money.ofEuros("3000"),
                false, 90, ON, Optional.empty());
        assertEquals(false, none.asksForAny());
        assertEquals(true, asking().asksForAny());
        assertTrue(new Played<Guarantee>(ABOUT).then(ON, FundRules.reserve(none, Map.of(), Money.ZERO))
                .nothingMoved());
    }

    private static void assertFree(Played<Guarantee> guarantee) {
        assertEquals(Money.ZERO, guarantee.exposure());
        assertEquals(Money.ZERO, guarantee.promise().outstanding());
        assertTrue(guarantee.promise().shares().stream().map(Share::amount).allMatch(Money.ZERO::equals));
        assertTrue(guarantee.nothingMoved());
    }

    private static List<String> balances(Played<Guarantee> guarantee, String guarantor) {
        return List.of("available", "reserved", "effective").stream()
                .map(kind -> guarantee.on("guarantor:" + guarantor + ":" + kind).toString()).toList();
    }

    private static Played<Guarantee> in(Status status) {
        Played<Guarantee> guarantee = new Played<Guarantee>(ABOUT).then(ON, FundRules.reserve(asking(),
                Map.of("guarantor:fcs:available", status == Status.DECLINED ? Money.ZERO : PLENTY,
                        "guarantor:region:available", PLENTY),
                Money.ZERO));
        return switch (status) {
            case RESERVED, DECLINED -> guarantee;
            case EFFECTIVE -> guarantee.then(LATER, FundRules.takeUp(guarantee.promise()));
            case RELEASED -> guarantee.then(LATER, FundRules.giveBack(guarantee.promise()));
            case EXPIRED -> guarantee.then(LATER, FundRules.expire(guarantee.promise()));
            case IN_DEFAULT -> inDefault(in(Status.EFFECTIVE));
            case CALLED -> inDefault(in(Status.EFFECTIVE)).now(in(Status.IN_DEFAULT).promise()
                    .called(new UUID(0, 9), LATER));
            case ENDED -> in(Status.CALLED).then(LATER, FundRules.ended(in(Status.CALLED).promise()));
        };
    }

    private static Played<Guarantee> inDefault(Played<Guarantee> effective) {
        return effective.now(FundRules.inDefault(effective.promise(), LATER).orElseThrow());
    }

    private static GuaranteeAsking asking() {
        return new GuaranteeAsking(ABOUT, 3, Money.ofEuros("3000"),
                List.of(new Share.Agreed("fcs", new BigDecimal("0.50")),
                        new Share.Agreed("region", new BigDecimal("0.25"))),
                Money.ofEuros("3000"), false, 90, ON, Optional.empty());
    }
}
