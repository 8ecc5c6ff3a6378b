package fr.microcredit.kit.loan;

import java.util.ArrayList;
import java.util.List;

import fr.microcredit.kit.money.Money;

/**
 * What a third party pays so that a borrower owes a lower rate than the bank asks (<i>bonification d'intérêts</i>): the
 * bank-rate schedule minus the borrower-rate schedule, instalment by instalment. It is not the difference of rates
 * applied to the borrower's balance: the two schedules repay capital at different speeds (108.07, not 106.60, for 3 000
 * over 24 months at 4.40 % against 1 %).
 *
 * @param bank     schedule at the bank's rate
 * @param borrower schedule at the borrower's rate, same principal and number of months
 */
public record InterestSubsidy(Schedule bank, Schedule borrower) {
    public InterestSubsidy {
        if (!bank.principal().equals(borrower.principal()) || bank.months() != borrower.months()) {
            throw new IllegalArgumentException("A subsidy compares two schedules of one loan");
        }
    }

    /** Both schedules of a loan, as {@link Schedule#constantInstalments} makes them. */
    public static InterestSubsidy of(Money principal, int months, Rate bankRate, Rate borrowerRate) {
        return new InterestSubsidy(Schedule.constantInstalments(principal, months, bankRate),
                Schedule.constantInstalments(principal, months, borrowerRate));
    }

    /** The part of each instalment in order; sums to {@link #total()}. */
    public List<Money> parts() {
        List<Money> parts = new ArrayList<>(bank.months());
        for (int number = 1; number <= bank.months(); number++) {
            parts.add(bank.instalment(number).payment().minus(borrower.instalment(number).payment()));
        }
        return parts;
    }

    public Money total() {
        return bank.totalInterest().minus(borrower.totalInterest());
    }

    /** Interest the bank earned minus interest the borrower owed over the first {@code count} instalments. */
    public Money interestToDate(int count) {
        return bank.interestOfFirst(count).minus(borrower.interestOfFirst(count));
    }
}
