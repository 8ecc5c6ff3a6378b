package fr.microcredit.guarantee.rebate.domain;

import fr.microcredit.kit.money.Money;

/**
 * How a loan was repaid.
 *
 * @param interestPaidByBorrower nothing that others paid
 * @param unpaidInstalments      instalments the borrower did not pay
 */
public record Repayment(Money interestPaidByBorrower, int unpaidInstalments, long longestDelayDays) {
}
