package fr.microcredit.bank.loan;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.domain.CorrectionRules;
import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.bank.loan.domain.LoanEvent;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.bank.loan.domain.LoanRules;
import fr.microcredit.bank.loan.domain.ReportingRules;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.time.BusinessCalendar;

/** What the bank reports of a running loan; a report names the instalment and needs no version. */
@ApplicationScoped
public class ReportOnLoan {
    private final Acts acts;
    private final Store<Loan> loans;
    private final BusinessCalendar calendar;

    ReportOnLoan(Acts acts, Store<Loan> loans, BusinessCalendar calendar) {
        this.acts = acts;
        this.loans = loans;
        this.calendar = calendar;
    }

    /** An instalment as it was paid. */
    public record Paid(int number, Money amount, Payer payer) {
    }

    public Uni<Kept<Loan>> paid(Act act, UUID dossierId, Paid paid) {
        return inTime(act, dossierId, (loan, on) -> LoanRules.pay(loan, paid.number(), paid.amount(),
                new Payment(on, paid.payer())));
    }

    public Uni<Kept<Loan>> missed(Act act, UUID dossierId, int number) {
        return inTime(act, dossierId, (loan, on) -> LoanRules.miss(loan, number, on));
    }

    /** Money that is not exactly the next instalment. */
    public Uni<Kept<Loan>> received(Act act, UUID dossierId, Money amount, Payer payer) {
        act.noting("amountCents", amount.cents());
        return inTime(act, dossierId, (loan, on) -> LoanRules.receive(loan, amount, new Payment(on, payer)));
    }

    /** What was paid too much is given back. */
    public Uni<Kept<Loan>> givenBack(Act act, UUID dossierId, Money amount) {
        act.noting("amountCents", amount.cents());
        return report(act, dossierId, (loan, on) -> LoanRules.giveBack(loan, amount, on));
    }

    /** What kind of slip it was. */
    public enum Slip {
        WRONG_LOAN, WRONG_AMOUNT, WRONG_DAY, NEVER_HAPPENED, OTHER
    }

    public Uni<Kept<Loan>> corrected(Act act, UUID dossierId, int line, Slip why) {
        act.noting("line", line).noting("why", Codes.of(why));
        return report(act, dossierId, (loan, on) -> CorrectionRules.correct(loan, line, on));
    }

    public Uni<Kept<Loan>> rebateCredited(Act act, UUID dossierId) {
        return report(act, dossierId, LoanRules::creditRebate);
    }

    /** Or late, and then marked so: it holds all the same. */
    private Uni<Kept<Loan>> inTime(Act act, UUID dossierId,
            BiFunction<Loan, LocalDate, Decision<Loan, LoanEvent>> rule) {
        return calendar.today().chain(today -> report(act, dossierId,
                (loan, on) -> ReportingRules.marked(rule.apply(loan, on), on, today)));
    }

    private Uni<Kept<Loan>> report(Act act, UUID dossierId,
            BiFunction<Loan, LocalDate, Decision<Loan, LoanEvent>> rule) {
        return acts.report(act, loans, dossierId.toString(), Loan.keyOf(dossierId, act.actor().tenantId()), rule);
    }
}
