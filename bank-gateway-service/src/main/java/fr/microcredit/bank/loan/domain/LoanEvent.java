package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.kit.money.Money;

/** Something that has happened to a loan, as others are told of it. */
public sealed interface LoanEvent {
    /** The same, reported so many days later than the bank's convention has it; only what it speaks of changes. */
    default LoanEvent late(int days) {
        return this;
    }

    /**
     * An instalment was paid.
     *
     * @param outstanding principal after it
     * @param daysLate    of the report, where it came later than the convention has it
     */
    record InstalmentPaid(int number, LocalDate dueOn, Payer payer, Money amount, Money principal, Money interest,
            Money outstanding, Optional<Integer> daysLate) implements LoanEvent {
        @Override
        public LoanEvent late(int days) {
            return new InstalmentPaid(number, dueOn, payer, amount, principal, interest, outstanding,
                    Optional.of(days));
        }
    }

    /**
     * An instalment was not paid when due.
     *
     * @param outstanding principal at that moment
     * @param daysLate    of the report, where it came later than the convention has it
     */
    record InstalmentMissed(int number, LocalDate dueOn, Money amount, Money outstanding,
            Optional<Integer> daysLate) implements LoanEvent {
        @Override
        public LoanEvent late(int days) {
            return new InstalmentMissed(number, dueOn, amount, outstanding, Optional.of(days));
        }
    }

    /**
     * Nothing is owed any more.
     *
     * @param unpaidInstalments instalments the borrower did not pay
     * @param longestDelayDays  of all instalments
     */
    record RepaidInFull(int instalmentsPaid, Money interestPaidByBorrower, int missedInstalments,
            int unpaidInstalments, long longestDelayDays) implements LoanEvent {
    }

    /** The borrower has the rebate. */
    record RebateCredited(Money amount) implements LoanEvent {
    }
}
