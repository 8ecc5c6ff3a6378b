package fr.microcredit.guarantee.rebate.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.kit.money.Money;

/**
 * The Region's rebate of a part of the interest after full repayment.
 *
 * @param conditions of the scheme, frozen with the loan
 * @param base       interest the borrower has really paid; empty before full repayment
 * @param amount     to be credited; empty before full repayment, and where none is due
 */
public record Rebate(UUID dossierId, String officeId, String bankId, UUID personId, Status status,
        Conditions conditions, Optional<Money> base, Optional<Money> amount) {

    /** Where a rebate stands. */
    public enum Status {
        HOPED_FOR, ORDERED, CREDITED, NOT_DUE
    }

    Rebate settled(Status next, Money paid, Optional<Money> due) {
        return new Rebate(dossierId, officeId, bankId, personId, next, conditions, Optional.of(paid), due);
    }

    /** The bank has credited it. */
    public Rebate credited() {
        return new Rebate(dossierId, officeId, bankId, personId, Status.CREDITED, conditions, base, amount);
    }

    /** How a loan was repaid. */
    public record Repayment(Money interestPaidByBorrower, int unpaidInstalments, long longestDelayDays, LocalDate on) {
    }
}
