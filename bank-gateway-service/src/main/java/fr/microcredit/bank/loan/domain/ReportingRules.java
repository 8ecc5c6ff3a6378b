package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.microcredit.bank.loan.domain.ReportingDays.Report;
import fr.microcredit.kit.domain.Decision;

/** Marks what a bank reports later than its convention has it; nothing is refused for that. */
public final class ReportingRules {
    private ReportingRules() {
    }

    /**
     * What was decided on a report, with how late that came. A repeated one has no events and is late no second time.
     *
     * @param on         business date of the report
     * @param reportedOn business date on which it is entered
     */
    public static Decision<Loan, LoanEvent> marked(Decision<Loan, LoanEvent> decision, LocalDate on,
            LocalDate reportedOn) {
        return decision instanceof Decision.Accepted<Loan, LoanEvent> accepted
                ? marked(accepted, on, reportedOn)
                : decision;
    }

    private static Decision<Loan, LoanEvent> marked(Decision.Accepted<Loan, LoanEvent> accepted, LocalDate on,
            LocalDate reportedOn) {
        Loan loan = accepted.state();
        List<LoanEvent> events = new ArrayList<>();
        for (LoanEvent event : accepted.events()) {
            Optional<LateReport> late = late(loan.reporting(), event, on, reportedOn);
            loan = late.isPresent() ? loan.with(late.get()) : loan;
            events.add(late.map(report -> event.late(report.daysLate())).orElse(event));
        }
        return Decision.accepted(loan, events);
    }

    private static Optional<LateReport> late(ReportingDays days, LoanEvent event, LocalDate on, LocalDate reportedOn) {
        if (event instanceof LoanEvent.InstalmentPaid paid) {
            return LateReport.of(days, Report.INSTALMENT, Optional.of(paid.number()), on, reportedOn);
        }
        return event instanceof LoanEvent.InstalmentMissed missed
                ? LateReport.of(days, Report.MISSED_INSTALMENT, Optional.of(missed.number()), missed.dueOn(),
                        reportedOn)
                : Optional.empty();
    }
}
