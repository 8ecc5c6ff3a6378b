package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Within how many days the bank's convention has it report, frozen with the loan; each empty where it does not say it.
 *
 * @param disbursement     after the pay-out
 * @param instalment       after an instalment was paid
 * @param missedInstalment after the due date of one that was not
 */
public record ReportingDays(Optional<Integer> disbursement, Optional<Integer> instalment,
        Optional<Integer> missedInstalment) {
    public static final ReportingDays NONE = new ReportingDays(Optional.empty(), Optional.empty(), Optional.empty());

    /** What a bank reports in time. */
    public enum Report {
        DISBURSEMENT, INSTALMENT, MISSED_INSTALMENT
    }

    public Optional<Integer> of(Report report) {
        return switch (report) {
            case DISBURSEMENT -> disbursement;
            case INSTALMENT -> instalment;
            case MISSED_INSTALMENT -> missedInstalment;
        };
    }

    /**
     * The last day on which silence on an instalment is in time. It was paid or it was not, so both have to be stated, and the
     * longer of the two counts.
     */
    Optional<LocalDate> silentUntil(LocalDate dueOn) {
        return instalment.flatMap(paid -> missedInstalment.map(missed -> dueOn.plusDays(Math.max(paid, missed))));
    }
}
