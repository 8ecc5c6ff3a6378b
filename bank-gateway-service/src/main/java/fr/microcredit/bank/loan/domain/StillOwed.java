package fr.microcredit.bank.loan.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import fr.microcredit.bank.loan.domain.LoanState.Debt;
import fr.microcredit.bank.loan.domain.Spread.Extra;
import fr.microcredit.kit.loan.InstalmentTable.Line;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/** What a running loan still owes on a day: the open instalments, their principal, and the interest that has run. */
final class StillOwed {
    private static final BigDecimal MONTHS_IN_PERCENT = BigDecimal.valueOf(1200);
    private static final BigDecimal DAYS_IN_PERCENT = BigDecimal.valueOf(36_500);

    private final Agreement agreement;
    private final List<LoanInstalment> instalments;
    private final List<LoanInstalment> open;
    private final LocalDate accruesFrom;
    private final List<Carried> carried;
    private final LocalDate on;
    private final Money borrower;
    private final Money bank;

    StillOwed(Agreement agreement, List<LoanInstalment> instalments, Accrual accrual, LocalDate on) {
        this.agreement = agreement;
        this.instalments = instalments;
        this.accruesFrom = accrual.since();
        this.on = on;
        this.open = instalments.stream().filter(each -> !each.isPaid()).toList();
        this.borrower = Money.sum(open.stream().map(LoanInstalment::principalLeft).toList());
        this.bank = agreement.isSubsidised() ? Money.sum(open.stream().map(StillOwed::ofTheBank).toList()) : borrower;
        this.carried = isLastPaidInPart() ? principalOf(accrual.carried()) : accrual.carried();
    }

    /** What the instalment still repays on the bank's own schedule. */
    private static Money ofTheBank(LoanInstalment each) {
        Line line = each.line();
        return line.payment().plus(line.subsidy()).minus(line.bankInterest())
                .minus(line.principal().minus(each.principalLeft()));
    }

    List<LoanInstalment> open() {
        return open;
    }

    /** Principal of the borrower. */
    Money borrower() {
        return borrower;
    }

    /** Principal on the bank's own schedule; the same where nobody bears a part of the interest. */
    Money bank() {
        return bank;
    }

    /** Interest put off; none of it where what is left of the last instalment's interest has it. */
    List<Carried> carried() {
        return carried;
    }

    /** The same without what the last instalment bears, where that is overdue. */
    List<Carried> carriedAndNotOverdue() {
        return open.get(open.size() - 1).dueOn().isAfter(on) ? carried : principalOf(carried);
    }

    private static List<Carried> principalOf(List<Carried> carried) {
        return carried.stream().filter(Carried::principal).toList();
    }

    /** Then what is left of its interest is all that is left of what was put off to the end. */
    boolean isLastPaidInPart() {
        return open.size() == 1 && isPaidInPart();
    }

    /** Payments go to the oldest first: there is one at most. */
    boolean isPaidInPart() {
        return !open.isEmpty() && !open.get(0).portions().isEmpty();
    }

    /** Everything on the day: principal, and interest of the days since the last due date and of times put off. */
    Debt all() {
        return new Debt(borrower.minus(Carried.aheadOn(carried, on).interest()), interest().interest());
    }

    /** The same on the bank's own schedule. */
    Debt allOfTheBank() {
        return new Debt(bank.minus(Carried.aheadOn(carried, on).bankInterest()), interest().bankInterest());
    }

    private Extra interest() {
        Extra month = elapsed(borrower, bank);
        if (isPaidInPart()) {
            Money left = open.get(0).interestLeft();
            Money owed = isLastPaidInPart() ? elapsedOf(left) : least(month.interest(), left);
            month = new Extra(owed, owed);
        }
        return month.plus(Carried.owedOn(carried, on));
    }

    /** What was put off to the end and is owed on the day. */
    Money putOff() {
        return isLastPaidInPart() ? elapsedOf(open.get(0).interestLeft()) : Carried.owedOn(carried, on).interest();
    }

    private static Money least(Money one, Money other) {
        return one.isAtLeast(other) ? other : one;
    }

    /** As much of it as days have gone by. */
    private Money elapsedOf(Money interest) {
        long days = Math.max(0, ChronoUnit.DAYS.between(since(), on));
        long all = Math.max(1, ChronoUnit.DAYS.between(since(), open.get(0).dueOn()));
        return days >= all ? interest : rounded(interest, BigDecimal.valueOf(days), BigDecimal.valueOf(all));
    }

    /** Interest of the part of the next instalment's time that has gone by, on so much principal of both. */
    Extra elapsed(Money ofBorrower, Money ofBank) {
        return new Extra(elapsed(ofBorrower, agreement.rate()), elapsed(ofBank, agreement.bankRate()));
    }

    private Money elapsed(Money amount, Rate rate) {
        LocalDate from = since();
        return open.stream().map(LoanInstalment::dueOn).filter(due -> due.isAfter(on)).findFirst()
                .map(next -> Math.max(1, ChronoUnit.DAYS.between(from, next)))
                .map(period -> rounded(amount,
                        rate.percent().multiply(BigDecimal.valueOf(Math.max(0, ChronoUnit.DAYS.between(from, on)))),
                        MONTHS_IN_PERCENT.multiply(BigDecimal.valueOf(period))))
                .orElse(Money.ZERO);
    }

    /** Of instalments overdue; of a last one that was paid in part and put off, what is more than its own month. */
    Extra overdue() {
        List<LoanInstalment> overdue = open.stream().filter(each -> !each.dueOn().isAfter(on)).toList();
        Money interest = isLastPaidInPart() && overdue.isEmpty()
                ? Money.max(Money.ZERO,
                        open.get(0).interestLeft().minus(agreement.rate().interestOfOneMonth(borrower)))
                : Money.sum(overdue.stream().map(LoanInstalment::interestLeft).toList());
        return new Extra(interest, agreement.isSubsidised()
                ? Money.sum(overdue.stream().map(each -> each.line().bankInterest()).toList())
                : interest);
    }

    /** Of the days from the last due date to this one. */
    Extra until(LocalDate day) {
        BigDecimal days = BigDecimal.valueOf(Math.max(0, ChronoUnit.DAYS.between(lastDueOn(), day)));
        return new Extra(rounded(borrower, agreement.rate().percent().multiply(days), DAYS_IN_PERCENT),
                rounded(bank, agreement.bankRate().percent().multiply(days), DAYS_IN_PERCENT));
    }

    /** Since when the next instalment's interest runs: the due date of the one that was paid last. */
    LocalDate since() {
        return lastOf(instalments.stream().filter(LoanInstalment::isPaid).toList());
    }

    LocalDate lastDueOn() {
        return lastOf(instalments);
    }

    private LocalDate lastOf(List<LoanInstalment> some) {
        return some.stream().map(LoanInstalment::dueOn).filter(due -> !due.isAfter(on)).filter(accruesFrom::isBefore)
                .max(LocalDate::compareTo).orElse(accruesFrom);
    }

    private static Money rounded(Money amount, BigDecimal times, BigDecimal divisor) {
        return Money.ofCents(BigDecimal.valueOf(amount.cents()).multiply(times).divide(divisor, 0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
