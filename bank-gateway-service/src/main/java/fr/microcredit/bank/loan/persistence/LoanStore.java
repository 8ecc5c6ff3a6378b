package fr.microcredit.bank.loan.persistence;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;

/** Loans in PostgreSQL, each with its table. */
@ApplicationScoped
class LoanStore extends DocumentStore<Loan, LoanStore.LoanRow> {
    LoanStore() {
        super(LoanRow.class, LoanRow::new);
    }

    @Override
    protected Optional<String> keyOf(About about) {
        return about.bankId().map(bank -> Loan.keyOf(about.dossierId(), bank));
    }

    @Entity
    @Table(name = "loan")
    static class LoanRow extends DocumentRow<Loan> {
        @Column(name = "report_until")
        LocalDate reportUntil;

        @Override
        protected void index(Loan state) {
            reportUntil = state.reportUntil().orElse(null);
        }
    }
}
