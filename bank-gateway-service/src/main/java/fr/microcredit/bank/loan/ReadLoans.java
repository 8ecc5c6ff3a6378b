package fr.microcredit.bank.loan;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.kit.tenancy.Actor;

/** What a bank sees of its loans. */
@ApplicationScoped
public class ReadLoans {
    private final Loans loans;

    ReadLoans(Loans loans) {
        this.loans = loans;
    }

    /** Fails with {@code not-found} for a loan of another bank. */
    public Uni<Loan> one(Actor actor, UUID dossierId) {
        return loans.find(actor.tenantId(), dossierId);
    }
}
