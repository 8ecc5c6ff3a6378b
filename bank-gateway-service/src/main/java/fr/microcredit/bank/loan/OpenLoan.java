package fr.microcredit.bank.loan;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.domain.Agreement;
import fr.microcredit.bank.loan.domain.LateReport;
import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.bank.loan.domain.ReportingDays;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.store.Store;

/** A loan begins with its disbursement. */
@ApplicationScoped
public class OpenLoan {
    private final Store<Loan> loans;

    OpenLoan(Store<Loan> loans) {
        this.loans = loans;
    }

    /**
     * What the contract and the frozen terms say.
     *
     * @param reporting within how many days the bank reports
     */
    public record Opening(About about, Agreement agreement, ReportingDays reporting) {
    }

    /** @param reportedOn business date on which the disbursement is entered */
    public Uni<Void> handle(Opening opening, LocalDate reportedOn) {
        return loans.add(Loan.opened(opening.about(), opening.agreement()).under(opening.reporting(),
                LateReport.ofDisbursement(opening.reporting(), opening.agreement().disbursedOn(), reportedOn)))
                .replaceWithVoid();
    }
}
