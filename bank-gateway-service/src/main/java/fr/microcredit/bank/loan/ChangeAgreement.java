package fr.microcredit.bank.loan;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.domain.ChangeRules;
import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.bank.loan.domain.LoanEvent;
import fr.microcredit.bank.loan.domain.LoanEvent.Prepayment;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** What makes another table of a running loan: an early repayment, a deferral, a rescheduling. */
@ApplicationScoped
public class ChangeAgreement {
    private final Acts acts;
    private final Store<Loan> loans;

    ChangeAgreement(Acts acts, Store<Loan> loans) {
        this.acts = acts;
        this.loans = loans;
    }

    public Uni<Kept<Loan>> prepaid(Act act, UUID dossierId, Money amount, Prepayment mode) {
        act.noting("amountCents", amount.cents());
        return change(act, dossierId, (loan, on) -> ChangeRules.prepay(loan, amount, mode, on));
    }

    public Uni<Kept<Loan>> deferred(Act act, UUID dossierId, int months) {
        act.noting("months", months);
        return change(act, dossierId, (loan, on) -> ChangeRules.defer(loan, months, on));
    }

    public Uni<Kept<Loan>> rescheduled(Act act, UUID dossierId, int months, LocalDate firstDueOn) {
        act.noting("months", months).noting("firstDueOn", firstDueOn.toString());
        return change(act, dossierId, (loan, on) -> ChangeRules.reschedule(loan, months, firstDueOn, on));
    }

    private Uni<Kept<Loan>> change(Act act, UUID dossierId,
            BiFunction<Loan, LocalDate, Decision<Loan, LoanEvent>> rule) {
        return acts.report(act, loans, dossierId.toString(), Loan.keyOf(dossierId, act.actor().tenantId()), rule);
    }
}
