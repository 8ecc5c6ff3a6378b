package fr.microcredit.bank.loan;

import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.domain.Loan;

/** Where loans are kept; every method sees the running bank's rows only. */
public interface Loans {
    Uni<Void> add(Loan loan);

    /** Locked until the transaction ends; fails with {@code not-found}. */
    Uni<Loan> locked(String bankId, UUID dossierId);

    Uni<Optional<Loan>> lockedIfKnown(String bankId, UUID dossierId);

    /** Fails with {@code not-found}. */
    Uni<Loan> find(String bankId, UUID dossierId);

    /** Writes the instalment that changed, or the rebate. */
    Uni<Void> save(Loan before, Loan after);
}
