package fr.microcredit.bank.loan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/** A loan begins with its disbursement. */
@ApplicationScoped
public class OpenLoan {
    private final Loans loans;

    OpenLoan(Loans loans) {
        this.loans = loans;
    }

    /** What the contract says. */
    public record Opening(UUID dossierId, String officeId, String bankId, UUID personId, Money principal, int months,
            Rate rate, LocalDate firstDueOn, LocalDate disbursedOn) {
    }

    public Uni<Void> handle(Opening opening) {
        return loans.add(new Loan(opening.dossierId(), opening.officeId(), opening.bankId(), opening.personId(),
                opening.principal(), opening.rate(), opening.disbursedOn(),
                Loan.schedule(opening.principal(), opening.months(), opening.rate(), opening.firstDueOn()),
                Optional.empty(), Optional.empty()));
    }
}
