package fr.microcredit.guarantee.fund.domain;

import java.util.Optional;

import fr.microcredit.kit.money.Money;

/**
 * What the bank's convention says of a guarantee that is called (domain.md A.9), as it was frozen with the request.
 *
 * @param paymentDays     from the filing of a claim until the guarantors have paid
 * @param recoverySharing whose is what is recovered after a claim was accepted
 * @param envelope        most that may be called under the convention in all; empty where it sets none
 * @param convention      its identifier, without version; empty for a loan of before conventions were data
 */
public record CallClause(int paymentDays, Sharing recoverySharing, Optional<Money> envelope,
        Optional<String> convention) {

    /**
     * Of the model convention in the order of 8 March 2007. It holds for this platform where a convention says nothing: a
     * platform value, which no text sets for such a loan.
     */
    private static final int MODEL_PAYMENT_DAYS = 15;

    /** Whose is what is recovered. */
    public enum Sharing {
        /** Half to the guarantors, by what each has paid. */
        HALF_TO_GUARANTORS,
        /** To guarantors and bank by their shares of the base. */
        PARI_PASSU,
        /** To the bank until nothing is owed to it any more (Code civil, 1346-3), then to the guarantors. */
        BANK_FIRST
    }

    /** Where a convention says nothing; see above whose value that is. */
    public static CallClause silent(Optional<String> convention) {
        return new CallClause(MODEL_PAYMENT_DAYS, Sharing.HALF_TO_GUARANTORS, Optional.empty(), convention);
    }
}
