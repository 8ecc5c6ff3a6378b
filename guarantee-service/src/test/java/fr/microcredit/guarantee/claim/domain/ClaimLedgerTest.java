package fr.microcredit.guarantee.claim.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.microcredit.guarantee.fund.domain.CallClause.Sharing;
import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.guarantee.ledger.domain.Posting;
import fr.microcredit.guarantee.promise.domain.Played;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.money.Money;

/** What a claim moves between a guarantor's accounts: of a loan of 2,400, 1,623.29 is owed at the acceleration. */
class ClaimLedgerTest {
    private static final String CONVENTION = "convention:poitou-charentes--ce-poitou:";

    private final Played<Guarantee> loan = Lent.inDefault("2400", "1623.29", "fcs 0.50 region 0.25",
            Lent.clause(Sharing.HALF_TO_GUARANTORS));
    private final Map<String, Money> moved = new HashMap<>();
    private Guarantee guarantee = loan.promise();
    private Claim claim;

    private void play(Decision<Claim, ClaimEvent> decision) {
        play(decision.orThrow(RefusedException::new));
    }

    private void play(Decision.Accepted<Claim, ClaimEvent> accepted) {
        for (ClaimEvent event : accepted.events()) {
            ClaimEvent.Applied applied = event.onto(new ClaimEvent.Before(Optional.of(claim), Optional.of(guarantee),
                    Lent.ABOUT, Lent.FILED));
            applied.entry().ifPresent(entry -> {
                for (Posting posting : entry.postings()) {
                    moved.merge(posting.account(), posting.amount(), Money::plus);
                }
            });
            guarantee = applied.guarantee().orElse(guarantee);
        }
        claim = accepted.state();
    }

    private List<String> on(String guarantor) {
        return Stream.of("available", "effective", "called", "paid", "recovered")
                .map(kind -> "guarantor:" + guarantor + ":" + kind)
                .map(account -> loan.on(account).plus(moved.getOrDefault(account, Money.ZERO)).toString()).toList();
    }

    /** 1,523.29 is claimed after 100.00 was recovered: what the guarantors held above their shares is free again. */
    @Test
    void calledPaidAndRecovered() {
        assertEquals(List.of("-811.65", "811.65", "0.00", "0.00", "0.00"), on("fcs"));
        claim = Lent.claim(1, guarantee, "1523.29");
        play(ClaimRules.accept(claim, Lent.at(guarantee)));
        assertEquals(List.of("-761.65", "0.00", "761.65", "0.00", "0.00"), on("fcs"));
        assertEquals(List.of("-380.82", "0.00", "380.82", "0.00", "0.00"), on("region"));
        assertEquals(Guarantee.Status.CALLED, guarantee.state());
        assertEquals(Money.ofEuros("1623.29"), guarantee.outstanding(),
                "the person's cap counts it until the loan ends");
        assertEquals(Money.ofEuros("1142.47"), moved.get(CONVENTION + "called"));
        assertEquals(Money.ofEuros("-1142.47"), moved.get(CONVENTION + "calls"));
        play(ClaimRules.pay(claim, "fcs", Lent.FILED));
        assertEquals(List.of("-761.65", "0.00", "0.00", "761.65", "0.00"), on("fcs"));
        assertEquals(List.of("-380.82", "0.00", "380.82", "0.00", "0.00"), on("region"));
        play(ClaimRules.pay(claim, "region", Lent.FILED));
        play(ClaimRules.recovered(claim, Lent.recovery(1, "300"), Money.ofEuros("1240.06"), Lent.FILED));
        assertEquals(List.of("-761.65", "0.00", "0.00", "661.65", "100.00"), on("fcs"));
        assertEquals(List.of("-380.82", "0.00", "0.00", "330.82", "50.00"), on("region"));
        assertEquals(Money.ofEuros("1142.47"), moved.get(CONVENTION + "called"), "recovered makes no room");
    }

    /** Paid before or after the recovery, the accounts say the same in the end. */
    @ParameterizedTest
    @ValueSource(strings = {"fcs region recovery", "fcs recovery region", "recovery region fcs"})
    void orderAndTimingChangeNothing(String order) {
        claim = Lent.claim(1, guarantee, "1623.29");
        play(ClaimRules.accept(claim, Lent.at(guarantee)));
        for (String step : order.split(" ")) {
            if (step.equals("recovery")) {
                play(ClaimRules.recovered(claim, Lent.recovery(1, "200"), Money.ofEuros("1440.06"), Lent.FILED));
            } else {
                play(ClaimRules.pay(claim, step, Lent.FILED));
            }
        }
        assertEquals(List.of("-811.65", "0.00", "0.00", "744.98", "66.67"), on("fcs"));
        assertEquals(List.of("-405.82", "0.00", "0.00", "372.49", "33.33"), on("region"));
        assertEquals(Claim.Status.PAID, claim.state());
    }

    @Test
    void aRejectedClaimMovesNothing() {
        claim = Lent.claim(1, guarantee, "1623.29");
        play(ClaimRules.reject(claim, List.of(Claim.RejectionReason.OTHER), Lent.FILED));
        assertEquals(Map.of(), moved);
        assertEquals(Guarantee.Status.IN_DEFAULT, guarantee.state());
    }
}
