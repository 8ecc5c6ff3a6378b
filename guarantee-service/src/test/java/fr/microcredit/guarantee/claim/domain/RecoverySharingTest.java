package fr.microcredit.guarantee.claim.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.guarantee.fund.domain.CallClause.Sharing;
import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.money.Money;

/** Whose is what is recovered (domain.md A.9, 6.2). */
class RecoverySharingTest {
    private static Claim accepted(Sharing sharing, String base, String shares) {
        Guarantee guarantee = Lent.inDefault("3000", base, shares, Lent.clause(sharing)).promise();
        return ClaimRules.accept(Lent.claim(1, guarantee, base), Lent.at(guarantee)).orThrow(RefusedException::new)
                .state();
    }

    private static ClaimEvent.RecoveryShared shared(Claim claim, int number, String amount, String debt) {
        return (ClaimEvent.RecoveryShared) ClaimRules.recovered(claim, Lent.recovery(number, amount),
                Money.ofEuros(debt), Lent.FILED.plusDays(60)).events().get(0);
    }

    /**
     * Story (k): 200.00 on 1,623.29. domain.md 6.2: pari passu of 200.00 on 2,006.63. A borrower owes 1,640.06 with the overdue
     * interest of 16.77; the guarantors bear 1,217.47 of it, so that the bank is owed 422.59 itself.
     */
    @ParameterizedTest(name = "{0} on {1}: {2} of which {3} stay owed: {4}, {5}, the bank {6}")
    @CsvSource({"HALF_TO_GUARANTORS, 1623.29, 200.00, 1440.06, 66.67, 33.33, 100.00",
            "HALF_TO_GUARANTORS, 1623.29, 0.01, 1640.05, 0.00, 0.00, 0.01",
            "HALF_TO_GUARANTORS, 1623.29, 0.03, 1640.03, 0.01, 0.00, 0.02",
            "HALF_TO_GUARANTORS, 1623.29, 200.01, 1440.05, 66.67, 33.33, 100.01",
            "HALF_TO_GUARANTORS, 1623.29, 1640.06, 0, 546.69, 273.34, 820.03",
            "PARI_PASSU, 2006.63, 200.00, 1806.63, 100.00, 50.00, 50.00",
            "PARI_PASSU, 2006.63, 2006.63, 0, 1003.32, 501.66, 501.65",
            "BANK_FIRST, 1623.29, 200.00, 1440.06, 0.00, 0.00, 200.00",
            "BANK_FIRST, 1623.29, 422.59, 1217.47, 0.00, 0.00, 422.59",
            "BANK_FIRST, 1623.29, 522.59, 1117.47, 66.67, 33.33, 422.59",
            "BANK_FIRST, 1623.29, 1640.06, 0, 811.65, 405.82, 422.59"})
    void whoseItIs(Sharing sharing, String base, String amount, String debt, String fcs, String region, String bank) {
        ClaimEvent.RecoveryShared told = shared(accepted(sharing, base, "fcs 0.50 region 0.25"), 1, amount, debt);
        assertEquals(List.of(Money.ofEuros(fcs), Money.ofEuros(region)),
                told.parts().stream().map(ClaimEvent.Returned::amount).toList());
        assertEquals(Money.ofEuros(bank), told.bankKeeps());
    }

    /** What is above goes to the bank; 1,632 would give 816.00 and more of half, where 811.65 was called. */
    @Test
    void aGuarantorHasNeverBackMoreThanItsShare() {
        Claim claim = accepted(Sharing.HALF_TO_GUARANTORS, "1623.29", "fcs 0.50 region 0.25");
        ClaimEvent.RecoveryShared told = shared(claim, 1, "2440.00", "0");
        assertEquals(List.of(Money.ofEuros("811.65"), Money.ofEuros("405.82")),
                told.parts().stream().map(ClaimEvent.Returned::amount).toList());
        assertEquals(Money.ofEuros("1222.53"), told.bankKeeps());
    }

    /** The same again has one effect; another one is another one. */
    @Test
    void aRecoveryIsCountedOnce() {
        Claim claim = accepted(Sharing.HALF_TO_GUARANTORS, "1623.29", "fcs 0.50 region 0.25");
        Claim once = ClaimRules.recovered(claim, Lent.recovery(1, "200"), Money.ZERO, Lent.FILED).state();
        assertEquals(new Decision.Accepted<Claim, ClaimEvent>(once, List.of()),
                ClaimRules.recovered(once, Lent.recovery(1, "200"), Money.ZERO, Lent.FILED));
        Claim twice = ClaimRules.recovered(once, Lent.recovery(2, "200"), Money.ZERO, Lent.FILED).state();
        assertEquals(Money.ofEuros("133.34"), twice.parts().get(0).returned());
    }

    /** Before both have paid it is shared as after: who pays when changes nothing. */
    @Test
    void whoPaysWhenChangesNothing() {
        Claim claim = accepted(Sharing.HALF_TO_GUARANTORS, "1623.29", "fcs 0.50 region 0.25");
        Claim onePaid = ClaimRules.pay(claim, "region", Lent.FILED.plusDays(15)).orThrow(RefusedException::new).state();
        Claim bothPaid = ClaimRules.pay(onePaid, "fcs", Lent.FILED.plusDays(15)).orThrow(RefusedException::new).state();
        for (Claim each : List.of(claim, onePaid, bothPaid)) {
            assertEquals(List.of(Money.ofEuros("66.67"), Money.ofEuros("33.33")), shared(each, 1, "200", "1440.06")
                    .parts().stream().map(ClaimEvent.Returned::amount).toList());
        }
    }

    /** Parts and the bank's part always sum to the amount, none is below zero, nobody has back more than its share. */
    @ParameterizedTest
    @EnumSource(Sharing.class)
    void nothingIsMadeAndNothingIsLost(Sharing sharing) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int life = 0; life < 500; life++) {
            String shares = "fcs 0." + (10 + random.nextInt(51)) + " region 0.3" + random.nextInt(10);
            Claim claim = accepted(sharing, Money.ofCents(1 + random.nextInt(300_000)).toString(), shares);
            long debt = claim.base().cents() + random.nextInt(10_000);
            for (int number = 0; number < 8; number++) {
                long amount = 1 + random.nextInt(90_000);
                debt = Math.max(0, debt - amount);
                ClaimEvent.RecoveryShared told = shared(claim, number, Money.ofCents(amount).toString(),
                        Money.ofCents(debt).toString());
                claim = told.onto(new ClaimEvent.Before(Optional.of(claim), Optional.empty(),
                        Lent.ABOUT, Lent.FILED)).claim();
                String what = "seed " + seed + " " + told;
                assertEquals(amount, told.bankKeeps().plus(Money.sum(told.parts().stream()
                        .map(ClaimEvent.Returned::amount).toList())).cents(), what);
                assertEquals(false, told.bankKeeps().isNegative(), what);
                assertEquals(true, claim.parts().stream()
                        .allMatch(part -> !part.borne().isNegative() && !part.returned().isNegative()), what);
            }
        }
    }
}
