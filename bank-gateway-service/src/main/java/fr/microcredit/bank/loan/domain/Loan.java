package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.kit.loan.DueDates;
import fr.microcredit.kit.loan.Instalment;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.loan.Schedule;
import fr.microcredit.kit.money.Money;

/**
 * A loan that was paid out, with its schedule.
 *
 * @param rebateOrdered  by the Region after full repayment
 * @param rebateCredited day on which the bank credited it
 */
public record Loan(UUID dossierId, String officeId, String bankId, UUID personId, Money principal, Rate rate,
        LocalDate disbursedOn, List<LoanInstalment> instalments, Optional<Money> rebateOrdered,
        Optional<LocalDate> rebateCredited) {

    /** The schedule of constant instalments, due dates anchored on the first one's day. */
    public static List<LoanInstalment> schedule(Money principal, int months, Rate rate, LocalDate firstDueOn) {
        return Schedule.constantInstalments(principal, months, rate).instalments().stream()
                .map(figures -> new LoanInstalment(figures, DueDates.of(firstDueOn, figures.number()), Optional.empty(),
                        Optional.empty()))
                .toList();
    }

    public Optional<LoanInstalment> instalment(int number) {
        return instalments.stream().filter(each -> each.number() == number).findFirst();
    }

    /** The oldest instalment that is not paid: payments go to it first (Code civil, 1342-10). */
    public Optional<LoanInstalment> firstUnpaid() {
        return instalments.stream().filter(each -> !each.isPaid()).findFirst();
    }

    /** Day of the newest payment, before the first that of the disbursement. */
    LocalDate newestPaymentOn() {
        return instalments.stream().flatMap(each -> each.payment().stream()).map(LoanInstalment.Payment::on)
                .max(Comparator.naturalOrder()).orElse(disbursedOn);
    }

    public boolean isRepaid() {
        return firstUnpaid().isEmpty();
    }

    public Money outstanding() {
        return firstUnpaid().map(next -> next.figures().outstanding().plus(next.figures().principal()))
                .orElse(Money.ZERO);
    }

    /** What the borrower has really paid of interest; nothing that others paid. */
    public Money interestPaidByBorrower() {
        return Money.sum(instalments.stream()
                .filter(each -> each.payment().map(by -> by.payer() == Payer.BORROWER).orElse(false))
                .map(LoanInstalment::figures).map(Instalment::interest).toList());
    }

    public int missedInstalments() {
        return (int) instalments.stream().filter(each -> each.missedOn().isPresent()).count();
    }

    /** Instalments the borrower did not pay. */
    public int unpaidInstalments() {
        return (int) instalments.stream()
                .filter(each -> each.payment().map(by -> by.payer() != Payer.BORROWER).orElse(true)).count();
    }

    public int instalmentsPaid() {
        return (int) instalments.stream().filter(LoanInstalment::isPaid).count();
    }

    public long longestDelayDays() {
        return instalments.stream().mapToLong(LoanInstalment::delayDays).max().orElse(0);
    }

    Loan with(LoanInstalment changed) {
        List<LoanInstalment> all = new ArrayList<>(instalments);
        all.set(changed.number() - 1, changed);
        return new Loan(dossierId, officeId, bankId, personId, principal, rate, disbursedOn, List.copyOf(all),
                rebateOrdered, rebateCredited);
    }

    Loan rebate(Money ordered, Optional<LocalDate> credited) {
        return new Loan(dossierId, officeId, bankId, personId, principal, rate, disbursedOn, instalments,
                Optional.of(ordered), credited);
    }
}
