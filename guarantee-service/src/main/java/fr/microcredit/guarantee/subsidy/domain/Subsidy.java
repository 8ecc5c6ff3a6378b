package fr.microcredit.guarantee.subsidy.domain;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.guarantee.promise.domain.Promise;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.loan.InstalmentTable.Line;
import fr.microcredit.kit.money.Money;

/**
 * The interest subsidy of one loan (<i>bonification d'intérêts</i>), paid from an office's envelope of a year.
 *
 * @param round     of the bank's decision that was answered
 * @param amount    what the envelope bears in all
 * @param accrual   what has accrued so far
 * @param agreement known from disbursement on
 * @param expiresOn last day of the reservation; empty where nothing was reserved
 * @param lastOn    business date of the newest event
 */
public record Subsidy(About about, int round, Status state, int year, Money amount, Accrual accrual,
        Optional<Agreement> agreement, Optional<LocalDate> expiresOn, LocalDate lastOn) implements Promise {

    /** Where a subsidy stands. */
    public enum Status {
        RESERVED, COMMITTED, SETTLED, RELEASED, EXPIRED, DECLINED
    }

    /** What is due when the loan ends before its term (domain.md A.7). */
    public enum EarlyEnd {
        INTEREST_TO_DATE, ACCRUED_ONLY
    }

    /** @param throughInstalment last instalment whose part has accrued */
    public record Accrual(int throughInstalment, Money amount) {
        static final Accrual NONE = new Accrual(0, Money.ZERO);
    }

    /** What borrower and bank have agreed on, as far as it governs the subsidy. */
    public record Agreement(EarlyEnd earlyEnd, InstalmentTable table) {
        int dueUntil(LocalDate day) {
            return (int) table.lines().stream().filter(line -> !line.dueOn().isAfter(day)).count();
        }

        /** Parts of the instalments up to this one. */
        Money parts(int through) {
            return Money.sum(table.lines().stream().limit(through).map(Line::subsidy).toList());
        }

        /** Interest the bank earned minus interest the borrower owed up to this instalment. */
        Money interestToDate(int through) {
            return Money.sum(table.lines().stream().limit(through)
                    .map(line -> line.bankInterest().minus(line.interest())).toList());
        }
    }

    Subsidy at(Status next, int ofYear, Accrual accrued, LocalDate on) {
        return new Subsidy(about, round, next, ofYear, amount, accrued, agreement, expiresOn, on);
    }

    public Subsidy agreed(Agreement agreed) {
        return new Subsidy(about, round, state, year, amount, accrual, Optional.of(agreed), expiresOn, lastOn);
    }

    /** What is not accrued yet. */
    public Money remaining() {
        return amount.minus(accrual.amount());
    }

    /** When the next part accrues; empty once all have, and while nothing is committed. */
    public Optional<LocalDate> nextDueOn() {
        return agreement.filter(known -> state == Status.COMMITTED)
                .flatMap(known -> known.table().lines().stream().skip(accrual.throughInstalment()).findFirst())
                .map(Line::dueOn);
    }

    @Override
    public boolean isReserved() {
        return state == Status.RESERVED;
    }

    @Override
    public boolean hasLapsed() {
        return state == Status.EXPIRED;
    }

    @Override
    public String status() {
        return Codes.of(state);
    }

    @Override
    public LocalDate day() {
        return lastOn;
    }
}
