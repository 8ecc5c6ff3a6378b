package fr.microcredit.bank.file.domain;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.bank.loan.domain.LateReport;
import fr.microcredit.kit.domain.Decision;

/** A pay-out as the bank reports it: later than its convention has it, it is marked and holds all the same. */
public final class DisbursementRules {
    private DisbursementRules() {
    }

    /**
     * @param on         day of the pay-out
     * @param reportedOn business date on which it is entered
     */
    public static Decision<BankFile, FileEvent> disburse(BankFile file, LocalDate on, LocalDate reportedOn) {
        Decision<BankFile, FileEvent> decision = FileRules.disburse(file, on);
        Optional<Integer> late = LateReport.ofDisbursement(file.terms().reporting(), on, reportedOn)
                .map(LateReport::daysLate);
        return decision instanceof Decision.Accepted<BankFile, FileEvent> accepted && late.isPresent()
                ? Decision.accepted(accepted.state(),
                        accepted.events().stream().map(event -> marked(event, late.get())).toList())
                : decision;
    }

    private static FileEvent marked(FileEvent event, int days) {
        return event instanceof FileEvent.Disbursed disbursed ? disbursed.late(days) : event;
    }
}
