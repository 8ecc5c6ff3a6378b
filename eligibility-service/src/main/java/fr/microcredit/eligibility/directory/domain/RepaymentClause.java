package fr.microcredit.eligibility.directory.domain;

/**
 * How money is counted on a loan and what may be put off.
 *
 * @param imputation         what a part of an instalment pays first (Code civil, 1343-1: interest)
 * @param representationDays a rejected debit that is paid within so many days after its due date is no unpaid instalment, 0 to 31
 * @param deferralInterest   what becomes of the interest of deferred months
 * @param deferralMonths     most that may be deferred at once, 1 to 3
 */
public record RepaymentClause(Imputation imputation, int representationDays, DeferralInterest deferralInterest,
        int deferralMonths) {

    /** What a part of an instalment pays first. */
    public enum Imputation {
        INTEREST_FIRST, PRINCIPAL_FIRST
    }

    /** What becomes of the interest of deferred months. */
    public enum DeferralInterest {
        /** Nobody owes it. */
        FORGIVEN,
        /** It is owed with the last instalment. */
        ADDED_AT_END,
        /** It becomes principal. */
        CAPITALISED
    }
}
