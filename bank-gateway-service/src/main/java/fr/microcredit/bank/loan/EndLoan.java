package fr.microcredit.bank.loan;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.bank.loan.domain.Loan.Owed;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** A loan ends before its time because its borrower withdraws. */
@ApplicationScoped
public class EndLoan {
    private final Store<Loan> loans;

    EndLoan(Store<Loan> loans) {
        this.loans = loans;
    }

    /** What is owed on a day, of the loan locked; empty where nothing was paid out. */
    public Uni<Optional<Owed>> owed(String key, LocalDate on) {
        return loans.locked(key).map(found -> found.map(Kept::state).map(loan -> loan.owedOn(on)));
    }

    /** Nothing can be reported of it any more. */
    public Uni<Void> withdrawn(String key, LocalDate on) {
        return loans.locked(key).chain(found -> loans.save(found.orElseThrow().state().withdrawn(on)))
                .replaceWithVoid();
    }
}
