package fr.microcredit.bank.file;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.domain.AgreementRules;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.ContractRules;
import fr.microcredit.bank.file.domain.DisbursementRules;
import fr.microcredit.bank.file.domain.FileEvent;
import fr.microcredit.bank.file.domain.FileRules;
import fr.microcredit.bank.file.domain.FileTerms;
import fr.microcredit.bank.file.domain.FileTerms.Frozen.Guarantee;
import fr.microcredit.bank.file.domain.ProposalRules;
import fr.microcredit.bank.file.domain.WithdrawalRules;
import fr.microcredit.bank.loan.EndLoan;
import fr.microcredit.bank.loan.OpenLoan;
import fr.microcredit.bank.loan.domain.Agreement;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.time.BusinessCalendar;

/** The bank's acts on a file, up to the day the loan is paid out. */
@ApplicationScoped
public class HandleFile {
    private final Acts acts;
    private final Store<BankFile> files;
    private final OpenLoan openLoan;
    private final EndLoan endLoan;
    private final BusinessCalendar calendar;

    HandleFile(Acts acts, Store<BankFile> files, OpenLoan openLoan, EndLoan endLoan, BusinessCalendar calendar) {
        this.acts = acts;
        this.files = files;
        this.openLoan = openLoan;
        this.endLoan = endLoan;
        this.calendar = calendar;
    }

    public Uni<Kept<BankFile>> decide(Act act, UUID dossierId, FileRules.View view) {
        return change(act, dossierId, (file, on) -> FileRules.decide(file, view, on));
    }

    /** How the bank would go on where guarantee or subsidy are lost. */
    public Uni<Kept<BankFile>> propose(Act act, UUID dossierId, List<Guarantee> guarantees) {
        return change(act, dossierId, (file, on) -> ProposalRules.propose(file, guarantees, on));
    }

    public Uni<Kept<BankFile>> finalise(Act act, UUID dossierId, FileRules.View view) {
        return change(act, dossierId, (file, on) -> FileRules.finalise(file, view, on));
    }

    public Uni<Kept<BankFile>> contract(Act act, UUID dossierId, ContractRules.Offer offer) {
        return change(act, dossierId, (file, signedOn) -> ContractRules.contract(file, offer, signedOn));
    }

    /** @param stillWanted whether the borrower wants the credit still */
    public Uni<Kept<BankFile>> agree(Act act, UUID dossierId, boolean stillWanted) {
        return change(act, dossierId, (file, on) -> AgreementRules.agree(file, stillWanted, on));
    }

    /** The loan and its table begin with the disbursement, in the same transaction. */
    public Uni<Kept<BankFile>> disburse(Act act, UUID dossierId) {
        return calendar.today().chain(today -> change(act, dossierId,
                (file, on) -> DisbursementRules.disburse(file, on, today))
                .call(kept -> openLoan.handle(opening(kept.state()), today)));
    }

    /** The borrower has withdrawn from a contract on which nothing was paid out. */
    public Uni<Kept<BankFile>> withdrawalConfirmed(Act act, UUID dossierId) {
        return change(act, dossierId, WithdrawalRules::confirm);
    }

    /** The borrower has withdrawn and given back what was paid out: the loan ends with the file. */
    public Uni<Kept<BankFile>> withdrawalRepaid(Act act, UUID dossierId, Money amount) {
        String key = BankFile.keyOf(dossierId, act.actor().tenantId());
        return acts.changeAfter(act, files, dossierId.toString(), key,
                (file, on) -> endLoan.owed(key, on).map(owed -> WithdrawalRules.repaid(file, owed, amount, on)))
                .call(kept -> endLoan.withdrawn(key, kept.state().lastOn()));
    }

    /** The borrower has withdrawn and given nothing back in time: the loan goes on. */
    public Uni<Kept<BankFile>> withdrawalLapsed(Act act, UUID dossierId) {
        return change(act, dossierId, WithdrawalRules::lapse);
    }

    private Uni<Kept<BankFile>> change(Act act, UUID dossierId, Rule rule) {
        return acts.change(act, files, dossierId.toString(), BankFile.keyOf(dossierId, act.actor().tenantId()),
                rule::decide);
    }

    /** A decision on a file as of a day. */
    private interface Rule {
        Decision<BankFile, FileEvent> decide(BankFile file, LocalDate on);
    }

    private static OpenLoan.Opening opening(BankFile file) {
        FileTerms terms = file.terms();
        Rate bankRate = terms.isSubsidised() ? terms.frozen().bankRate() : terms.frozen().borrowerRate();
        return new OpenLoan.Opening(file.about(),
                new Agreement(terms.amount(), terms.frozen().borrowerRate(), bankRate, file.lastOn(),
                        terms.isGuaranteed(), FileRules.table(file), terms.clauses()),
                terms.reporting());
    }
}
