package fr.microcredit.eligibility.directory.domain;

import java.util.Optional;

import fr.microcredit.kit.money.Money;

/**
 * When and how a bank calls the guarantee of a loan (domain.md A.9; the values of the model convention are those of the order of
 * 8 March 2007).
 *
 * @param unpaidInstalments how many consecutive instalments have to be unpaid, 1 to 12
 * @param meetingRequired   whether the parties meet before the loan is accelerated
 * @param paymentDays       from the filing of a claim until the guarantors have paid, 1 to 365
 * @param recoverySharing   whose is what comes back afterwards
 * @param envelope          most that may be called under the convention in all, above zero; empty where it sets none
 */
public record GuaranteeCall(int unpaidInstalments, boolean meetingRequired, int paymentDays, Sharing recoverySharing,
        Optional<Money> envelope) {

    /** Whose is what the borrower pays after the guarantors have. */
    public enum Sharing {
        /** Half to the guarantors, by what each has paid. */
        HALF_TO_GUARANTORS,
        /** To guarantors and bank by their shares of the base. */
        PARI_PASSU,
        /** To the bank until nothing is owed to it any more (Code civil, 1346-3), then to the guarantors. */
        BANK_FIRST
    }
}
