package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;

import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.kit.money.Money;

/** Something that has happened to a loan, as others are told of it. */
public sealed interface LoanEvent {
    /**
     * An instalment was paid.
     *
     * @param outstanding principal after it
     */
    record InstalmentPaid(int number, LocalDate dueOn, Payer payer, Money amount, Money principal, Money interest,
            Money outstanding) implements LoanEvent {
    }

    /**
     * An instalment was not paid when due.
     *
     * @param outstanding principal at that moment
     */
    record InstalmentMissed(int number, LocalDate dueOn, Money amount, Money outstanding) implements LoanEvent {
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
