package fr.microcredit.eligibility.scheme.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who lends, who guarantees and who bears interest.
 *
 * @param banks           partner banks and the time of their conventions
 * @param guarantees      shares of the outstanding principal (domain.md A.9)
 * @param subsidy         the office's interest subsidy (domain.md A.7)
 * @param rebate          the Region's rebate after full repayment (domain.md A.8)
 * @param reservationDays how long guarantee and subsidy stay reserved for a loan that is not paid out
 */
public record SupportClauses(Clause<List<Bank>> banks, Clause<List<Guarantee>> guarantees, Clause<Subsidy> subsidy,
        Clause<Rebate> rebate, Clause<Integer> reservationDays) {

    /** A bank's convention. */
    public record Bank(String bankId, String name, LocalDate from, Optional<LocalDate> to) {
    }

    /** @param share of the outstanding principal, of 1; all shares together leave the bank a part */
    public record Guarantee(String guarantor, BigDecimal share) {
    }

    /** How a subsidy is computed: the two schedules of the loan, one minus the other (domain.md A.7). */
    public enum Method {
        SCHEDULE_DIFFERENCE
    }

    /** What is due when the loan ends before its term. */
    public enum EarlyEnd {
        INTEREST_TO_DATE, ACCRUED_ONLY
    }

    /** The office's interest subsidy. */
    public record Subsidy(Method method, EarlyEnd earlyEnd) {
    }

    /**
     * @param fraction  of the interest the borrower really paid, of 1
     * @param noUnpaid  only if no instalment stayed unpaid
     * @param noDelay   only if every instalment was paid on its day
     * @param onRequest only on the borrower's request
     * @param cureDays  a delay up to so many days does not count
     */
    public record Rebate(BigDecimal fraction, boolean noUnpaid, boolean noDelay, boolean onRequest,
            Optional<Integer> cureDays) {
    }
}
