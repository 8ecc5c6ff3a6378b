package fr.microcredit.bank.loan;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.store.Store;

/** A loan begins with its disbursement. */
@ApplicationScoped
public class OpenLoan {
    private final Store<Loan> loans;

    OpenLoan(Store<Loan> loans) {
        this.loans = loans;
    }

    /** What the contract says. */
    public record Opening(About about, Money principal, Rate rate, LocalDate disbursedOn, InstalmentTable table) {
    }

    public Uni<Void> handle(Opening opening) {
        return loans.add(Loan.opened(opening.about(), opening.principal(), opening.rate(), opening.disbursedOn(),
                opening.table())).replaceWithVoid();
    }
}
