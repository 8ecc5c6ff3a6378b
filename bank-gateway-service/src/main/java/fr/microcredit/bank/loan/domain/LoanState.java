package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import fr.microcredit.bank.loan.domain.LoanClauses.Imputation;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.money.Money;

/**
 * How a loan stands on a day. It follows from the agreement and from what was reported until then, in whichever order that came.
 *
 * @param phaseOn      since when; from the pay-out while it runs
 * @param tableVersion of the agreement that holds
 * @param instalments  of that agreement; what was paid of earlier ones is kept in them
 * @param accrual      how interest runs
 * @param debt         what is owed at once, after acceleration
 * @param money        what came and went besides the instalments
 * @param missed       every instalment that was reported missed and was not paid in the convention's days
 */
public record LoanState(Phase phase, LocalDate phaseOn, int tableVersion, List<LoanInstalment> instalments,
        Accrual accrual,
        Debt debt, Besides money, List<Missed> missed) {
    public LoanState {
        instalments = List.copyOf(instalments);
        missed = List.copyOf(missed);
    }

    /** Where a loan is. */
    public enum Phase {
        RUNNING, ACCELERATED, REPAID, WRITTEN_OFF, WITHDRAWN
    }

    /** Principal and interest owed at once. */
    public record Debt(Money principal, Money interest) {
        static final Debt NONE = new Debt(Money.ZERO, Money.ZERO);

        public Money sum() {
            return principal.plus(interest);
        }

        /** @param amount no more than the whole */
        Debt after(Money amount, Imputation imputation) {
            Money first = imputation == Imputation.INTEREST_FIRST ? interest : principal;
            Money toFirst = amount.isAtLeast(first) ? first : amount;
            Money toSecond = amount.minus(toFirst);
            return imputation == Imputation.INTEREST_FIRST
                    ? new Debt(principal.minus(toSecond), interest.minus(toFirst))
                    : new Debt(principal.minus(toFirst), interest.minus(toSecond));
        }
    }

    /**
     * Money that went to no instalment.
     *
     * @param overpaid          owed back to who paid
     * @param prepaid           principal repaid before it was due, while the loan went on
     * @param capitalised       interest that became principal
     * @param recovered         since acceleration
     * @param interestRecovered of it, by the borrower
     * @param claimed           principal owed at acceleration
     * @param writtenOff        not asked for any more
     */
    public record Besides(Money overpaid, Money prepaid, Money capitalised, Money recovered, Money interestRecovered,
            Money claimed, Money writtenOff) {
        static final Besides NONE = new Besides(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO,
                Money.ZERO);
    }

    /** An instalment as it was when it was reported missed. */
    public record Missed(int number, LocalDate dueOn, LocalDate on) {
    }

    /**
     * On a day.
     *
     * @param reports that hold; corrected ones are left out
     */
    public static LoanState on(LocalDate day, Agreement agreement, Collection<Report> reports) {
        LoanLife life = new LoanLife(agreement);
        reports.stream().filter(report -> !report.on().isAfter(day)).sorted(Report.AS_IT_HAPPENED).forEach(life::take);
        return life.state();
    }

    LoanState withTable(int version) {
        return new LoanState(phase, phaseOn, version, instalments, accrual, debt, money, missed);
    }

    public Optional<LoanInstalment> instalment(int number) {
        return instalments.stream().filter(each -> each.number() == number).findFirst();
    }

    /** The oldest instalment that is not paid: payments go to it first (Code civil, 1342-10). */
    public Optional<LoanInstalment> firstUnpaid() {
        return instalments.stream().filter(each -> !each.isPaid()).findFirst();
    }

    /** Principal that is still owed (<i>capital restant dû</i>). */
    public Money outstanding() {
        return switch (phase) {
            case RUNNING -> Money.sum(instalments.stream().map(LoanInstalment::principalLeft).toList());
            case ACCELERATED -> debt.principal();
            case REPAID, WRITTEN_OFF, WITHDRAWN -> Money.ZERO;
        };
    }

    /** Principal of the instalments after this one. */
    public Money outstandingAfter(int number) {
        return Money.sum(instalments.stream().filter(each -> each.number() > number)
                .map(each -> each.line().principal()).toList());
    }

    /** What is due until the day and not paid, oldest first. */
    public List<LoanInstalment> unpaidOn(LocalDate day) {
        return phase == Phase.RUNNING
                ? instalments.stream().filter(each -> !each.isPaid() && !each.dueOn().isAfter(day)).toList()
                : List.of();
    }

    /** What the borrower has really paid of interest; nothing that others paid. */
    public Money interestPaidByBorrower() {
        return Money.sum(instalments.stream().map(each -> each.interestBy(Payer.BORROWER)).toList())
                .plus(money.interestRecovered());
    }

    /** Instalments the borrower did not pay. */
    public int unpaidInstalments() {
        return (int) instalments.stream().filter(each -> !each.isPaidBy(Payer.BORROWER)).count();
    }

    public int instalmentsPaid() {
        return (int) instalments.stream().filter(LoanInstalment::isPaid).count();
    }

    public long longestDelayDays() {
        return instalments.stream().mapToLong(LoanInstalment::delayDays).max().orElse(0);
    }

    /** Day of the newest payment of an instalment; empty before the first. */
    Optional<LocalDate> newestPaymentOn() {
        return instalments.stream().flatMap(each -> each.portions().stream()).map(LoanInstalment.Portion::on)
                .max(Comparator.naturalOrder());
    }

    /** The agreement that holds, with everything that was paid under earlier ones. */
    public InstalmentTable table() {
        return new InstalmentTable(tableVersion, instalments.stream().map(LoanInstalment::line).toList());
    }
}
