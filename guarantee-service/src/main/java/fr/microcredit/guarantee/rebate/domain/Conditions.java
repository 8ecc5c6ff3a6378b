package fr.microcredit.guarantee.rebate.domain;

import java.math.BigDecimal;

/**
 * When and how much (domain.md A.8).
 *
 * @param fraction  of the interest the borrower has paid
 * @param noUnpaid  every instalment was paid by the borrower in the end
 * @param noDelay   and none later than the cure days
 * @param cureDays  a delay up to so many days does not count
 * @param onRequest only when the borrower asks
 */
public record Conditions(BigDecimal fraction, boolean noUnpaid, boolean noDelay, int cureDays, boolean onRequest) {
    boolean hold(Repayment repayment) {
        boolean allPaid = !noUnpaid || repayment.unpaidInstalments() == 0;
        boolean inTime = !noDelay || repayment.longestDelayDays() <= cureDays;
        return allPaid && inTime;
    }
}
