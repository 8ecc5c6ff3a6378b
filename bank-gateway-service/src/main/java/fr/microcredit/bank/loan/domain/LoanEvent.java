package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.kit.loan.InstalmentTable;
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

    /**
     * Money came that is not exactly the next instalment: a part of one, several at once, more than is due.
     *
     * @param line        of the loan's journal
     * @param principal   of due instalments it paid
     * @param interest    of due instalments it paid
     * @param overpaid    what is owed back to who paid
     * @param outstanding principal after it
     */
    record PaymentReceived(int line, Payer payer, Money amount, Money principal, Money interest, Money overpaid,
            Money outstanding) implements LoanEvent {
    }

    /**
     * Principal was repaid before it was due; no indemnity is asked for (Code de la consommation, L312-34 and D312-15).
     *
     * @param line        of the loan's journal
     * @param interest    of the days since the last due date, where everything was repaid
     * @param outstanding principal after it
     * @param table       that holds from now on
     */
    record Prepaid(int line, Money amount, Money principal, Money interest, Prepayment mode, Money outstanding,
            InstalmentTable table) implements LoanEvent {
    }

    /**
     * The bank lets the borrower pay later.
     *
     * @param months   by which every unpaid instalment moves
     * @param interest what becomes of the interest of these months
     * @param table    that holds from now on
     */
    record Deferred(int months, DeferralInterest interest, Money outstanding, InstalmentTable table)
            implements
                LoanEvent {
    }

    /** What is owed is spread anew. */
    record Rescheduled(Money outstanding, InstalmentTable table) implements LoanEvent {
    }

    /**
     * Everything is due at once (<i>déchéance du terme</i>).
     *
     * @param outstanding       principal owed
     * @param overdueInterest   of the unpaid instalments
     * @param unpaidInstalments their numbers
     */
    record Accelerated(Money outstanding, Money overdueInterest, List<Integer> unpaidInstalments)
            implements
                LoanEvent {
    }

    /**
     * The bank calls the guarantee (<i>mise en jeu</i>).
     *
     * @param base            principal owed at acceleration, less all that was recovered since
     * @param overdueInterest that is not claimed
     * @param recovered       since acceleration
     */
    record ClaimFiled(UUID claimId, Money base, Money overdueInterest, Money recovered, List<ClaimDocument> documents)
            implements
                LoanEvent {
        public ClaimFiled {
            documents = List.copyOf(documents);
        }
    }

    /** The bank takes a claim back that nobody has decided on. */
    record ClaimWithdrawn(UUID claimId) implements LoanEvent {
    }

    /**
     * Money came after acceleration.
     *
     * @param debt what the borrower still owes, principal and interest
     */
    record RecoveryReceived(UUID recoveryId, Money amount, Money debt) implements LoanEvent {
    }

    /** The bank does not ask for the rest any more. */
    record WrittenOff(Money amount, WriteOff reason) implements LoanEvent {
    }

    /**
     * Something reported earlier was wrong and counts no more.
     *
     * @param line     of the correction in the loan's journal
     * @param corrects line that was wrong
     */
    record Corrected(int line, int corrects, Money outstanding, int instalmentsPaid, int missedInstalments,
            Money interestPaidByBorrower) implements LoanEvent {
    }

    /** What was paid too much is back. */
    record OverpaymentReturned(Money amount) implements LoanEvent {
    }

    /** What an early repayment of a part changes. */
    enum Prepayment {
        SHORTER_TERM, LOWER_INSTALMENT,
        /** Everything was repaid. */
        FULL
    }

    /** What becomes of the interest of months in which nothing is paid. */
    enum DeferralInterest {
        FORGIVEN, ADDED_AT_END, CAPITALISED
    }

    /** Why a bank does not ask for the rest any more. */
    enum WriteOff {
        UNCOLLECTIBLE,
        /** By a decision on over-indebtedness (Code de la consommation, L733-4 and L741-1). */
        ERASED
    }

    /**
     * Something that goes with a claim; without its name, which may be a person's.
     *
     * @param sha256 of the file, hexadecimal
     * @param bytes  its size
     */
    record ClaimDocument(Kind kind, String sha256, int bytes) {
        /** What it is. */
        public enum Kind {
            CONTRACT, TABLE, REMINDER, FOLLOW_UP_LOG, OTHER
        }
    }
}
