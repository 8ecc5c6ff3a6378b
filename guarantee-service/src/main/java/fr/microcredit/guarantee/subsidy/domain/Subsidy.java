package fr.microcredit.guarantee.subsidy.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.kit.loan.DueDates;
import fr.microcredit.kit.money.Money;

/**
 * The interest subsidy of one loan (<i>bonification d'intérêts</i>), paid from an office's envelope of a year.
 *
 * @param year           of the envelope
 * @param amount         bank-rate schedule minus borrower-rate schedule
 * @param firstDueOn     known from disbursement on
 * @param accruedThrough last instalment whose part has accrued
 */
public record Subsidy(UUID dossierId, String officeId, String bankId, UUID personId, int round, Status status, int year,
        LoanFigures figures, EarlyEnd earlyEnd, Money amount, Optional<LocalDate> firstDueOn, int accruedThrough,
        Money accrued, LocalDate expiresOn) {

    /** Where a subsidy stands. */
    public enum Status {
        RESERVED, COMMITTED, SETTLED, RELEASED, DECLINED
    }

    /** What is due when the loan ends before its term (domain.md A.7). */
    public enum EarlyEnd {
        INTEREST_TO_DATE, ACCRUED_ONLY
    }

    Subsidy at(Status next) {
        return new Subsidy(dossierId, officeId, bankId, personId, round, next, year, figures, earlyEnd, amount,
                firstDueOn,
                accruedThrough, accrued, expiresOn);
    }

    Subsidy committed(int ofYear, LocalDate firstDue) {
        return new Subsidy(dossierId, officeId, bankId, personId, round, Status.COMMITTED, ofYear, figures, earlyEnd,
                amount, Optional.of(firstDue), 0, Money.ZERO, expiresOn);
    }

    Subsidy accrued(int through, Money total) {
        return new Subsidy(dossierId, officeId, bankId, personId, round, status, year, figures, earlyEnd, amount,
                firstDueOn, through, total, expiresOn);
    }

    /** What is not accrued yet. */
    public Money remaining() {
        return amount.minus(accrued);
    }

    int dueUntil(LocalDate day) {
        return DueDates.dueUntil(firstDueOn.orElseThrow(), figures.months(), day);
    }

    /** When the next part accrues; empty once all have, and while nothing is committed. */
    public Optional<LocalDate> nextDueOn() {
        boolean open = status == Status.COMMITTED && accruedThrough < figures.months();
        return open ? Optional.of(DueDates.of(firstDueOn.orElseThrow(), accruedThrough + 1)) : Optional.empty();
    }
}
