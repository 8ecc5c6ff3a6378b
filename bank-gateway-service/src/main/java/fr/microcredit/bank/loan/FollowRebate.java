package fr.microcredit.bank.loan;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.bank.loan.domain.Servicing;
import fr.microcredit.kit.inbox.Reception;
import fr.microcredit.kit.money.Money;

/** Notes the Region's order to credit a rebate. */
@ApplicationScoped
public class FollowRebate {
    private final Loans loans;

    FollowRebate(Loans loans) {
        this.loans = loans;
    }

    /** Early where the loan is not known yet. */
    public Uni<Reception> ordered(UUID dossierId, String bankId, Money amount) {
        return loans.lockedIfKnown(bankId, dossierId).chain(known -> known.isEmpty()
                ? Uni.createFrom().item(Reception.EARLY)
                : note(known.get(), amount));
    }

    private Uni<Reception> note(Loan loan, Money amount) {
        return loans.save(loan, Servicing.orderRebate(loan, amount)).replaceWith(Reception.APPLIED);
    }
}
