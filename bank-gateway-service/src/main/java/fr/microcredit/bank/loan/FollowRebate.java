package fr.microcredit.bank.loan;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.bank.loan.domain.LoanRules;
import fr.microcredit.kit.act.Reactions;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.Reception;
import fr.microcredit.kit.store.Store;

/** Notes the Region's order to credit a rebate. */
@ApplicationScoped
public class FollowRebate {
    private final Reactions reactions;
    private final Store<Loan> loans;

    FollowRebate(Reactions reactions, Store<Loan> loans) {
        this.reactions = reactions;
        this.loans = loans;
    }

    /** Early where the loan is not known yet. */
    public Uni<Reception> ordered(About about, Money amount, LocalDate on) {
        return reactions.whenReady(loans, Loan.keyOf(about.dossierId(), about.bank()), on,
                known -> known.map(loan -> new Accepted<>(LoanRules.orderRebate(loan, amount), List.of())));
    }
}
