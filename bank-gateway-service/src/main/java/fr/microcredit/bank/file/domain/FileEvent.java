package fr.microcredit.bank.file.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/** Something the bank has done with a file, as others are told of it. */
public sealed interface FileEvent {
    /** What a bank says to a file. */
    enum Verdict {
        ACCEPTED, DISAGREED, REFUSED
    }

    /**
     * A first view: accepted, or not agreed.
     *
     * @param round   number of the decision, from 1
     * @param subsidy what an acceptance asks the office's envelope for
     */
    record Decided(int revision, int round, Verdict decision, List<RefusalReason> reasons, Optional<Money> subsidy,
            Verbatim terms) implements FileEvent {
    }

    /** The last word after a meeting. */
    record Finalised(int revision, int round, Verdict decision, List<RefusalReason> reasons, Optional<Money> subsidy,
            Verbatim terms) implements FileEvent {
    }

    /**
     * Guarantee or subsidy are lost; the bank says under which guarantee it would lend, and the office has to answer.
     *
     * @param guarantees none where the bank bears the risk alone
     * @param lost       what was declined or has run out, and why
     */
    record Proposed(int revision, int round, List<FileTerms.Frozen.Guarantee> guarantees, List<Shortfall> lost)
            implements
                FileEvent {
    }

    /** Borrower and bank have signed. */
    record Contracted(int revision, int round, Money amount, int termMonths, Rate borrowerRate,
            LocalDate firstDueOn) implements FileEvent {
    }

    /** The bank has told the borrower that it lends: the contract is perfect. */
    record Agreed(int revision, int round) implements FileEvent {
    }

    /** The bank has not told the borrower in the law's days, so it counts as having refused; a late word may still hold. */
    record AgreementLapsed(int revision, int round) implements FileEvent {
    }

    /**
     * The borrower has withdrawn: nothing is owed and nothing asked for any more.
     *
     * @param repaid what was given back where the loan had been paid out
     */
    record Withdrawn(int revision, int round, Optional<Repaid> repaid) implements FileEvent {
        /**
         * @param principal paid out
         * @param interest  of the days from the pay-out to the day it was given back
         */
        public record Repaid(Money principal, Money interest) {
        }
    }

    /** Why a bank need not let a borrower withdraw. */
    enum Declined {
        /** The loan is paid out and the law's days are over. */
        TOO_LATE,
        /** The money has not come back; the bank has said so, and the loan goes on. */
        NOT_REPAID
    }

    /** The loan goes on. */
    record WithdrawalDeclined(int revision, Declined reason) implements FileEvent {
    }

    /**
     * The loan is paid out; the table says when what is due, and whoever follows the loan reads it there.
     *
     * @param daysLate of the report, where it came later than the bank's convention has it
     */
    record Disbursed(int revision, int round, Verbatim terms, InstalmentTable table, Optional<Integer> daysLate)
            implements
                FileEvent {
        Disbursed late(int days) {
            return new Disbursed(revision, round, terms, table, Optional.of(days));
        }
    }
}
