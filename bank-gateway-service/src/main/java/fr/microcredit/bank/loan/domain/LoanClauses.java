package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.bank.loan.domain.LoanEvent.DeferralInterest;

/**
 * What the bank's convention says of a loan that does not go straight on, frozen with it (domain.md A.9). Each is empty where the
 * convention does not say it.
 */
public record LoanClauses(Optional<Repayment> repayment, Optional<GuaranteeCall> guaranteeCall) {
    private static final int UNPAID_OF_THE_MODEL = 3;
    public static final LoanClauses NONE = new LoanClauses(Optional.empty(), Optional.empty());

    /** What a payment of less than is due goes to first. */
    public enum Imputation {
        /** Code civil, 1343-1. */
        INTEREST_FIRST,
        /** As the parties may agree. */
        PRINCIPAL_FIRST
    }

    /**
     * How payments are taken.
     *
     * @param representationDays within so many days after its due date a rejected debit that is paid is no unpaid instalment
     * @param deferralInterest   what becomes of the interest of months in which nothing is paid
     * @param deferralMonths     most that may be put off at once
     */
    public record Repayment(Imputation imputation, int representationDays, DeferralInterest deferralInterest,
            int deferralMonths) {
    }

    /**
     * When the guarantee may be called.
     *
     * @param unpaidInstalments consecutive ones
     * @param meetingRequired   whether the parties meet before
     */
    public record GuaranteeCall(int unpaidInstalments, boolean meetingRequired) {
    }

    /** Where nobody says otherwise the law's order holds (Code civil, 1343-1). */
    Imputation imputation() {
        return repayment.map(Repayment::imputation).orElse(Imputation.INTEREST_FIRST);
    }

    /** The last day on which a payment of what was due on this one leaves no unpaid instalment. */
    LocalDate curedUntil(LocalDate dueOn) {
        return dueOn.plusDays(repayment.map(Repayment::representationDays).orElse(0));
    }

    /**
     * How many instalments in a row have to be unpaid before everything is due; where nobody says it as many as in the model
     * convention (order of 8 March 2007, domain.md A.9), a value of the platform.
     */
    int unpaidInstalments() {
        return guaranteeCall.map(GuaranteeCall::unpaidInstalments).orElse(UNPAID_OF_THE_MODEL);
    }

    boolean needsMeeting() {
        return guaranteeCall.map(GuaranteeCall::meetingRequired).orElse(false);
    }
}
