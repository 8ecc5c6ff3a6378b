package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import fr.microcredit.bank.loan.domain.ReportingDays.Report;

/**
 * What a bank has reported later than its convention has it. It holds all the same: money facts are facts.
 *
 * @param instalment it is about; empty for the pay-out
 * @param since      day from which the days count: of the pay-out, the payment, or the due date of what was missed
 * @param reportedOn business date on which it was entered
 * @param daysLate   1 or more
 */
public record LateReport(Report report, Optional<Integer> instalment, LocalDate since, LocalDate reportedOn,
        int daysLate) {
    /** Empty where it is in time, or where nobody says when that is. */
    static Optional<LateReport> of(ReportingDays days, Report report, Optional<Integer> instalment, LocalDate since,
            LocalDate reportedOn) {
        return days.of(report).map(within -> (int) ChronoUnit.DAYS.between(since.plusDays(within), reportedOn))
                .filter(late -> late > 0)
                .map(late -> new LateReport(report, instalment, since, reportedOn, late));
    }

    /** Of a pay-out. */
    public static Optional<LateReport> ofDisbursement(ReportingDays days, LocalDate on, LocalDate reportedOn) {
        return of(days, Report.DISBURSEMENT, Optional.empty(), on, reportedOn);
    }
}
