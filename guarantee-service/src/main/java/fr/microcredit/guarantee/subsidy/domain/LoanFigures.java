package fr.microcredit.guarantee.subsidy.domain;

import java.util.List;

import fr.microcredit.kit.loan.InterestSubsidy;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/** What a subsidy is computed from: the two schedules of one loan. */
public record LoanFigures(Money principal, int months, Rate bankRate, Rate borrowerRate) {
    private InterestSubsidy subsidy() {
        return InterestSubsidy.of(principal, months, bankRate, borrowerRate);
    }

    public Money total() {
        return subsidy().total();
    }

    /** The parts of the instalments {@code from} to {@code to}, both included and counted from 1. */
    Money parts(int from, int to) {
        List<Money> parts = subsidy().parts();
        return Money.sum(parts.subList(from - 1, to));
    }

    /** Interest the bank earned minus interest the borrower owed over the first instalments. */
    Money interestToDate(int count) {
        return subsidy().interestToDate(count);
    }
}
