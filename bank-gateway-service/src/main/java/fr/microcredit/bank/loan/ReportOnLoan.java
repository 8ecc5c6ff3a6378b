package fr.microcredit.bank.loan;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.bank.loan.domain.LoanDecision;
import fr.microcredit.bank.loan.domain.LoanDecision.Refusal;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.bank.loan.domain.Servicing;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.ProblemType;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** What the bank reports of a running loan. */
@ApplicationScoped
public class ReportOnLoan {
    private static final Map<Refusal, ProblemType> TYPES = Map.of(Refusal.NO_SUCH_INSTALMENT, Problems.NOT_FOUND,
            Refusal.EARLIER_UNPAID, new ProblemType("earlier-instalment-unpaid", 409), Refusal.ALREADY_REPORTED,
            new ProblemType("already-reported", 409), Refusal.WRONG_AMOUNT, new ProblemType("wrong-amount", 422),
            Refusal.NOT_DUE, new ProblemType("not-due", 422), Refusal.NO_REBATE_ORDERED,
            new ProblemType("no-rebate-ordered", 409), Refusal.DATES_OUT_OF_ORDER,
            new ProblemType("dates-out-of-order", 422));

    private final Loans loans;
    private final LoanPublisher publisher;
    private final BusinessCalendar calendar;

    ReportOnLoan(Loans loans, LoanPublisher publisher, BusinessCalendar calendar) {
        this.loans = loans;
        this.publisher = publisher;
        this.calendar = calendar;
    }

    /** @param on business date, or null for today */
    public record Paid(UUID dossierId, int number, Money amount, Payer payer, LocalDate on) {
    }

    public Uni<Loan> paid(Actor actor, Paid report) {
        return report(actor, report.dossierId(), report.on(), "/paidOn", (loan, on) -> Servicing.pay(loan,
                report.number(), report.amount(), new Payment(on, report.payer())));
    }

    public Uni<Loan> missed(Actor actor, UUID dossierId, int number, LocalDate named) {
        return report(actor, dossierId, named, "/reportedOn", (loan, on) -> Servicing.miss(loan, number, on));
    }

    public Uni<Loan> rebateCredited(Actor actor, UUID dossierId, LocalDate named) {
        return report(actor, dossierId, named, "/creditedOn", Servicing::creditRebate);
    }

    private Uni<Loan> report(Actor actor, UUID dossierId, LocalDate named, String pointer,
            BiFunction<Loan, LocalDate, LoanDecision> decision) {
        return calendar.dateOf(named, pointer).chain(on -> loans.locked(actor.tenantId(), dossierId)
                .chain(loan -> keep(loan, require(decision.apply(loan, on)))));
    }

    private Uni<Loan> keep(Loan before, LoanDecision.Accepted accepted) {
        return accepted.events().isEmpty()
                ? Uni.createFrom().item(before)
                : loans.save(before, accepted.loan()).chain(() -> publisher.publish(accepted.events()))
                        .replaceWith(accepted.loan());
    }

    private static LoanDecision.Accepted require(LoanDecision decision) {
        if (decision instanceof LoanDecision.Refused refused) {
            throw new ProblemException(TYPES.get(refused.refusal()));
        }
        return (LoanDecision.Accepted) decision;
    }
}
