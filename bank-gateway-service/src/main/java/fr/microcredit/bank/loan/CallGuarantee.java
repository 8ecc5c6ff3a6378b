package fr.microcredit.bank.loan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.domain.DefaultRules;
import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.bank.loan.domain.LoanEvent;
import fr.microcredit.bank.loan.domain.LoanEvent.ClaimDocument;
import fr.microcredit.bank.loan.domain.LoanEvent.WriteOff;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** A loan in default: everything is due, the guarantee is called, money comes back or is given up. */
@ApplicationScoped
public class CallGuarantee {
    private final Acts acts;
    private final Store<Loan> loans;

    CallGuarantee(Acts acts, Store<Loan> loans) {
        this.acts = acts;
        this.loans = loans;
    }

    public Uni<Kept<Loan>> accelerated(Act act, UUID dossierId) {
        return report(act, dossierId, DefaultRules::accelerate);
    }

    /** The parties have met. */
    public Uni<Kept<Loan>> met(Act act, UUID dossierId) {
        return report(act, dossierId, DefaultRules::met);
    }

    public Uni<Kept<Loan>> claimed(Act act, UUID dossierId, List<ClaimDocument> documents) {
        UUID id = UUID.randomUUID();
        act.noting("claimId", id.toString());
        return report(act, dossierId, (loan, on) -> DefaultRules.claim(loan, id, documents, on));
    }

    public Uni<Kept<Loan>> claimWithdrawn(Act act, UUID dossierId, UUID claimId) {
        act.noting("claimId", claimId.toString());
        return report(act, dossierId, (loan, on) -> DefaultRules.withdrawClaim(loan, claimId, on));
    }

    public Uni<Kept<Loan>> recovered(Act act, UUID dossierId, Money amount) {
        UUID id = UUID.randomUUID();
        act.noting("amountCents", amount.cents());
        return report(act, dossierId, (loan, on) -> DefaultRules.recover(loan, id, amount, on));
    }

    public Uni<Kept<Loan>> writtenOff(Act act, UUID dossierId, WriteOff why) {
        return report(act, dossierId, (loan, on) -> DefaultRules.writeOff(loan, why, on));
    }

    private Uni<Kept<Loan>> report(Act act, UUID dossierId,
            BiFunction<Loan, LocalDate, Decision<Loan, LoanEvent>> rule) {
        return acts.report(act, loans, dossierId.toString(), Loan.keyOf(dossierId, act.actor().tenantId()), rule);
    }
}
