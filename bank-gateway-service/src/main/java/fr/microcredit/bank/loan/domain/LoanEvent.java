package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;

/** Something that has happened to a loan. */
public sealed interface LoanEvent {
    /** The loan after it. */
    Loan loan();

    /** Business date. */
    LocalDate on();

    /** An instalment was paid. */
    record InstalmentPaid(Loan loan, LoanInstalment instalment, LocalDate on) implements LoanEvent {
    }

    /** An instalment was not paid when due. */
    record InstalmentMissed(Loan loan, LoanInstalment instalment, LocalDate on) implements LoanEvent {
    }

    /** Nothing is owed any more. */
    record RepaidInFull(Loan loan, LocalDate on) implements LoanEvent {
    }

    /** The borrower has the rebate. */
    record RebateCredited(Loan loan, LocalDate on) implements LoanEvent {
    }
}
