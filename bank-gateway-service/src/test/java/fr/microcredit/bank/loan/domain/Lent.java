package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.bank.loan.domain.LoanClauses.GuaranteeCall;
import fr.microcredit.bank.loan.domain.LoanClauses.Imputation;
import fr.microcredit.bank.loan.domain.LoanClauses.Repayment;
import fr.microcredit.bank.loan.domain.LoanEvent.DeferralInterest;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payment;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/** Loans that were paid out. */
public final class Lent {
    /** What the shipped conventions say: three unpaid, five days, interest added at the end, three months at most. */
    static final LoanClauses USUAL = clauses(DeferralInterest.ADDED_AT_END);

    private Lent() {
    }

    static LoanClauses clauses(DeferralInterest interest) {
        return new LoanClauses(Optional.of(new Repayment(Imputation.INTEREST_FIRST, 5, interest, 3)),
                Optional.of(new GuaranteeCall(3, false)));
    }

    /** At the bank's rate of 4.40 % for the subsidy, under no clauses. */
    public static Loan subsidised(About about, String euros, int months, String rate, LocalDate on,
            LocalDate firstDueOn) {
        return loan(about, euros, months, rate, "4.40", on, firstDueOn, LoanClauses.NONE);
    }

    /** Under the regional convention: the borrower pays the bank's rate of 4.40 %. */
    static Loan regional(String euros, int months, LoanClauses clauses) {
        return loan(about(), euros, months, "4.40", "4.40", LocalDate.of(2010, 2, 1), LocalDate.of(2010, 3, 5),
                clauses);
    }

    static About about() {
        return About.dossier(new UUID(0, 1), new UUID(0, 2), "udaf-poitiers").at("ce-poitou");
    }

    static Loan loan(About about, String euros, int months, String rate, String bankRate, LocalDate on,
            LocalDate firstDueOn, LoanClauses clauses) {
        Money principal = Money.ofEuros(euros);
        Rate borrowers = Rate.ofPercent(rate);
        Rate banks = Rate.ofPercent(bankRate);
        return Loan.opened(about, new Agreement(principal, borrowers, banks, on, true,
                InstalmentTable.first(principal, months, borrowers, banks, firstDueOn), clauses));
    }

    /** The instalments of these numbers, each whole, on its day and by the borrower. */
    static Loan paid(Loan loan, int from, int to) {
        Loan paid = loan;
        for (int number = from; number <= to; number++) {
            LoanInstalment due = paid.state().instalment(number).orElseThrow();
            paid = accepted(LoanRules.pay(paid, number, due.left(), new Payment(due.dueOn(), Payer.BORROWER)));
        }
        return paid;
    }

    static Loan accepted(Decision<Loan, LoanEvent> decision) {
        return decision.orThrow(RefusedException::new).state();
    }

    static String refused(Decision<Loan, LoanEvent> decision) {
        return ((Decision.Refused<Loan, LoanEvent>) decision).reasons().get(0).code();
    }
}
