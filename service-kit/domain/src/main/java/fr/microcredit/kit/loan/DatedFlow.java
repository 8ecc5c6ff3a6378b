package fr.microcredit.kit.loan;

import java.time.LocalDate;

import fr.microcredit.kit.money.Money;

/**
 * Money that changes hands on a day.
 *
 * @param on     the day
 * @param amount positive when the lender pays (a drawdown), negative when the borrower does (an instalment, a charge)
 */
public record DatedFlow(LocalDate on, Money amount) {
    /** Money lent. */
    public static DatedFlow drawdown(LocalDate on, Money amount) {
        return new DatedFlow(on, amount);
    }

    /** Money paid by the borrower: capital, interest or a charge that the loan imposes. */
    public static DatedFlow payment(LocalDate on, Money amount) {
        return new DatedFlow(on, amount.negated());
    }
}
