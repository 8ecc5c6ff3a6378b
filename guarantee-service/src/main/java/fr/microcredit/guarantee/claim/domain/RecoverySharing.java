package fr.microcredit.guarantee.claim.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import fr.microcredit.guarantee.claim.domain.ClaimEvent.Returned;
import fr.microcredit.guarantee.fund.domain.CallClause.Sharing;
import fr.microcredit.kit.money.Money;

/**
 * Whose is what the borrower pays after the guarantors were called (domain.md A.9, 6.2). A guarantor never has back more than
 * its share of the claim; whatever is left, the remainder cent too, is the bank's.
 */
final class RecoverySharing {
    private static final long HALVES = 2;

    private RecoverySharing() {
    }

    /**
     * What each guarantor gets, in the order of the claim's parts.
     *
     * @param debt what the borrower still owes in all after this payment, principal and interest
     */
    static List<Returned> of(Sharing sharing, Claim claim, Money amount, Money debt) {
        return switch (sharing) {
            case HALF_TO_GUARANTORS -> of(claim, Money.ofCents(amount.cents() / HALVES), claim.called());
            case PARI_PASSU -> of(claim, amount, claim.base());
            case BANK_FIRST -> of(claim, leftByTheBank(claim, amount, debt), claim.called());
        };
    }

    /** The bank takes whatever it is owed itself: all of the debt but what the guarantors bear of it (Code civil, 1346-3). */
    private static Money leftByTheBank(Claim claim, Money amount, Money debt) {
        Money borne = Money.sum(claim.parts().stream().map(Part::borne).toList());
        Money owedToTheBank = Money.max(Money.ZERO, debt.plus(amount).minus(borne));
        return Money.max(Money.ZERO, amount.minus(owedToTheBank));
    }

    private static List<Returned> of(Claim claim, Money pool, Money whole) {
        List<Returned> parts = new ArrayList<>();
        Money left = pool;
        for (Part part : claim.parts()) {
            Money due = smallest(proportion(pool, part.amount(), whole), left, part.borne());
            parts.add(new Returned(part.guarantor(), due));
            left = left.minus(due);
        }
        return parts;
    }

    /** Rounded half up; the last ones get no more than is left, so that the bank's part is not touched. */
    private static Money proportion(Money pool, Money share, Money whole) {
        return whole.isPositive()
                ? Money.ofCents(BigDecimal.valueOf(pool.cents()).multiply(BigDecimal.valueOf(share.cents()))
                        .divide(BigDecimal.valueOf(whole.cents()), 0, RoundingMode.HALF_UP).longValueExact())
                : Money.ZERO;
    }

    private static Money smallest(Money one, Money other, Money third) {
        return Money.max(one.negated(), Money.max(other.negated(), third.negated())).negated();
    }
}
