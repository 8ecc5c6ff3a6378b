package fr.microcredit.bank.loan.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import fr.microcredit.bank.loan.domain.LoanEvent.DeferralInterest;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Portion;
import fr.microcredit.bank.loan.domain.LoanState.Debt;
import fr.microcredit.bank.loan.domain.Spread.Extra;
import fr.microcredit.kit.loan.InstalmentTable.Line;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * Makes new instalments of those that are not paid. What is paid stays as it is, with its number; a part of an instalment that
 * was paid becomes a row of its own.
 */
final class Respread {
    private static final BigDecimal MONTHS_IN_PERCENT = BigDecimal.valueOf(1200);
    private static final BigDecimal DAYS_IN_PERCENT = BigDecimal.valueOf(36_500);

    private final Agreement agreement;
    private final List<LoanInstalment> instalments;
    private final List<LoanInstalment> open;
    private final Accrual accrual;
    private final LocalDate on;
    private final Money borrower;
    private final Money bank;
    private final List<Carried> carried;

    /**
     * What has come of interest.
     *
     * @param since   from which the interest of the next instalment runs, if no instalment after it was paid
     * @param carried of times in which nothing was paid
     */
    record Accrual(LocalDate since, List<Carried> carried) {
        Accrual {
            carried = List.copyOf(carried);
        }

        Accrual with(Carried... more) {
            return new Accrual(since, Stream.concat(carried.stream(), Stream.of(more)).toList());
        }
    }

    /** Other instalments, and how their interest runs. */
    record Changed(List<LoanInstalment> instalments, Accrual accrual) {
    }

    Respread(Agreement agreement, List<LoanInstalment> instalments, Accrual accrual, LocalDate on) {
        this.agreement = agreement;
        this.instalments = instalments;
        this.accrual = accrual;
        this.on = on;
        this.open = instalments.stream().filter(each -> !each.isPaid()).toList();
        this.borrower = Money.sum(open.stream().map(LoanInstalment::principalLeft).toList());
        this.bank = agreement.isSubsidised() ? Money.sum(open.stream().map(Respread::ofTheBank).toList()) : borrower;
        this.carried = isLastPaidInPart()
                ? accrual.carried().stream().filter(Carried::principal).toList()
                : accrual.carried();
    }

    /** Then what is left of its interest is all that is left of what was put off to the end. */
    private boolean isLastPaidInPart() {
        return open.size() == 1 && isPaidInPart();
    }

    /** Payments go to the oldest first: there is one at most. */
    private boolean isPaidInPart() {
        return !open.isEmpty() && !open.get(0).portions().isEmpty();
    }

    /** What the instalment still repays on the bank's own schedule. */
    private static Money ofTheBank(LoanInstalment each) {
        Line line = each.line();
        return line.payment().plus(line.subsidy()).minus(line.bankInterest())
                .minus(line.principal().minus(each.principalLeft()));
    }

    /** Everything on the day: principal, and interest of the days since the last due date and of times put off. */
    Debt owed() {
        return new Debt(borrower.minus(Carried.aheadOn(carried, on).interest()), interest().interest());
    }

    private Extra interest() {
        Extra month = new Extra(elapsed(borrower, agreement.rate()), elapsed(bank, agreement.bankRate()));
        if (isPaidInPart()) {
            Money left = open.get(0).interestLeft();
            Money owed = isLastPaidInPart() ? elapsedOf(left) : least(month.interest(), left);
            month = new Extra(owed, owed);
        }
        return month.plus(Carried.owedOn(carried, on));
    }

    /** What was put off to the end and is owed on the day. */
    Money owedOfWhatWasPutOff() {
        return isLastPaidInPart() ? elapsedOf(open.get(0).interestLeft()) : Carried.owedOn(carried, on).interest();
    }

    private static Money least(Money one, Money other) {
        return one.isAtLeast(other) ? other : one;
    }

    /** As much of it as days have gone by. */
    private Money elapsedOf(Money interest) {
        long days = Math.max(0, ChronoUnit.DAYS.between(since(), on));
        long all = Math.max(1, ChronoUnit.DAYS.between(since(), open.get(0).dueOn()));
        return days >= all
                ? interest
                : Money.ofCents(BigDecimal.valueOf(interest.cents()).multiply(BigDecimal.valueOf(days))
                        .divide(BigDecimal.valueOf(all), 0, RoundingMode.HALF_UP).longValueExact());
    }

    /** Everything is paid on the day, by one last instalment. */
    Changed closed() {
        List<LoanInstalment> all = kept();
        Debt owed = owed();
        Money banks = interest().bankInterest();
        Money bankOwed = bank.minus(Carried.aheadOn(carried, on).bankInterest());
        Line line = new Line(nextNumber(all), on, owed.principal(), owed.interest(), banks,
                bankOwed.plus(banks).minus(owed.sum()));
        all.add(LoanInstalment.due(line)
                .paid(new Portion(on, Payer.BORROWER, line.principal(), line.interest())));
        return new Changed(all, accrual);
    }

    /**
     * A part of the principal is repaid on the day; its interest of the days since the last due date comes with the last
     * instalment.
     *
     * @param amount less than is owed
     * @param lower  whether the instalments become lower, and not fewer
     */
    Changed after(Money amount, boolean lower) {
        Spread spread = new Spread(borrower.minus(amount), bank.minus(amount), agreement);
        List<LoanInstalment> all = kept();
        List<LocalDate> dates = open.stream().map(LoanInstalment::dueOn).toList();
        List<Line> lines = lower
                ? spread.constant(dates, nextNumber(all))
                : spread.paying(usualPayment(), dates, nextNumber(all));
        Extra gone = new Extra(elapsed(amount, agreement.rate()), elapsed(amount, agreement.bankRate()));
        Accrual next = new Accrual(accrual.since(),
                carried.stream().flatMap(each -> each.after(on, amount, borrower)).toList())
                .with(Carried.owed(isPaidInPart() ? Extra.NONE : gone, on));
        return joined(all, lessWhatIsPaid(lines), next);
    }

    /** The last instalment takes the rest and what was put off; the last but one is as all are. */
    private Money usualPayment() {
        return open.get(Math.max(0, open.size() - 2)).line().payment();
    }

    /** Every open instalment falls due so many months later. */
    Changed later(int months) {
        Extra extra = interestOf(months);
        LocalDate next = later(open.get(0).dueOn(), months);
        return switch (treatment()) {
            case FORGIVEN -> new Changed(moved(months, Extra.NONE), accrual);
            case ADDED_AT_END ->
                new Changed(moved(months, extra), accrual.with(new Carried(extra, since(), next, false)));
            case CAPITALISED -> capitalised(months, extra,
                    new Accrual(accrual.since(), carried).with(new Carried(extra, since(), next, true)));
        };
    }

    private List<LoanInstalment> moved(int months, Extra extra) {
        LoanInstalment last = open.get(open.size() - 1);
        return instalments.stream().map(each -> {
            if (each.isPaid()) {
                return each;
            }
            Line later = on(each.line(), months);
            return each.movedTo(each == last ? Spread.bearing(later, extra) : later);
        }).toList();
    }

    private Changed capitalised(int months, Extra extra, Accrual next) {
        List<LoanInstalment> all = kept();
        List<LocalDate> dates = open.stream().map(each -> later(each.dueOn(), months)).toList();
        return joined(all, lessWhatIsPaid(new Spread(borrower.plus(extra.interest()), bank.plus(extra.bankInterest()),
                agreement).constant(dates, nextNumber(all))), next);
    }

    /** The month of an instalment that was paid in part is in the first of the new ones again: of its interest, what is left. */
    private List<Line> lessWhatIsPaid(List<Line> lines) {
        LoanInstalment part = open.get(0);
        if (part.portions().isEmpty()) {
            return lines;
        }
        Money by = part.interestLeft().minus(lines.get(0).interest());
        return Spread.bearing(lines, 0, new Extra(by, by));
    }

    private Extra interestOf(int months) {
        return new Extra(agreement.rate().interestOfOneMonth(borrower).times(months),
                agreement.bankRate().interestOfOneMonth(bank).times(months));
    }

    private DeferralInterest treatment() {
        return agreement.clauses().repayment().map(LoanClauses.Repayment::deferralInterest)
                .orElse(DeferralInterest.FORGIVEN);
    }

    /** A table of its own, monthly from the day on; unpaid interest comes with the last instalment, or becomes principal. */
    Changed anew(int months, LocalDate firstDueOn) {
        List<LocalDate> dates = Stream.iterate(0, number -> number + 1).limit(months)
                .map(number -> firstDueOn.plusMonths(number)).toList();
        List<LoanInstalment> all = kept();
        boolean principal = treatment() == DeferralInterest.CAPITALISED;
        Carried overdue = new Carried(overdueInterest(), on, on, principal);
        Carried gap = new Carried(gapInterest(firstDueOn), lastDueOn(), firstDueOn, principal);
        Extra added = principal ? overdue.amount().plus(gap.amount()) : Extra.NONE;
        return joined(all, new Spread(borrower.plus(added.interest()), bank.plus(added.bankInterest()), agreement)
                .constant(dates, nextNumber(all)), new Accrual(lastDueOn(), notOverdue()).with(overdue, gap));
    }

    /** Where the last instalment is overdue, what it bears is so too. */
    private List<Carried> notOverdue() {
        return open.get(open.size() - 1).dueOn().isAfter(on)
                ? carried
                : carried.stream().filter(Carried::principal).toList();
    }

    private Extra overdueInterest() {
        List<LoanInstalment> overdue = open.stream().filter(each -> !each.dueOn().isAfter(on)).toList();
        Money interest = Money.sum(overdue.stream().map(LoanInstalment::interestLeft).toList());
        if (isLastPaidInPart() && overdue.isEmpty()) {
            interest = Money.max(Money.ZERO,
                    open.get(0).interestLeft().minus(agreement.rate().interestOfOneMonth(borrower)));
        }
        return new Extra(interest, agreement.isSubsidised()
                ? Money.sum(overdue.stream().map(each -> each.line().bankInterest()).toList())
                : interest);
    }

    /** Of the days that no month of the new table covers. */
    private Extra gapInterest(LocalDate firstDueOn) {
        long days = Math.max(0, ChronoUnit.DAYS.between(lastDueOn(), firstDueOn.minusMonths(1)));
        return treatment() == DeferralInterest.FORGIVEN
                ? Extra.NONE
                : new Extra(ofDays(borrower, agreement.rate(), days), ofDays(bank, agreement.bankRate(), days));
    }

    Money capitalisedIn(Changed spread) {
        return Money.sum(spread.instalments().stream().map(LoanInstalment::principalLeft).toList()).minus(borrower);
    }

    private List<LoanInstalment> kept() {
        List<LoanInstalment> all = new ArrayList<>();
        for (LoanInstalment each : instalments) {
            if (each.isPaid()) {
                all.add(each);
            } else if (!each.portions().isEmpty()) {
                all.add(asFarAsPaid(each));
            }
        }
        return all;
    }

    private static LoanInstalment asFarAsPaid(LoanInstalment each) {
        Line line = each.line();
        Money interest = line.interest().minus(each.interestLeft());
        return new LoanInstalment(new Line(line.number(), line.dueOn(), line.principal().minus(each.principalLeft()),
                interest, interest, Money.ZERO), each.portions(), each.missedOn());
    }

    private static int nextNumber(List<LoanInstalment> kept) {
        return kept.isEmpty() ? 1 : kept.get(kept.size() - 1).number() + 1;
    }

    /** The last instalment bears what is paid at the end. */
    private static Changed joined(List<LoanInstalment> kept, List<Line> lines, Accrual next) {
        kept.addAll(Spread.bearing(lines, lines.size() - 1, Carried.atTheEnd(next.carried())).stream()
                .map(LoanInstalment::due).toList());
        return new Changed(kept, next);
    }

    private Line on(Line line, int months) {
        return new Line(line.number(), later(line.dueOn(), months), line.principal(), line.interest(),
                line.bankInterest(), line.subsidy());
    }

    /** Anchored on the day of the contract's first instalment: the 31st becomes the 30th and then the 31st again. */
    private LocalDate later(LocalDate dueOn, int months) {
        YearMonth month = YearMonth.from(dueOn).plusMonths(months);
        int anchor = agreement.table().lines().get(0).dueOn().getDayOfMonth();
        return month.atDay(Math.min(anchor, month.lengthOfMonth()));
    }

    /** Interest of the part of the next instalment's time that has gone by. */
    private Money elapsed(Money amount, Rate rate) {
        LocalDate from = since();
        return open.stream().map(LoanInstalment::dueOn).filter(due -> due.isAfter(on)).findFirst()
                .map(next -> part(amount, rate, Math.max(0, ChronoUnit.DAYS.between(from, on)),
                        Math.max(1, ChronoUnit.DAYS.between(from, next))))
                .orElse(Money.ZERO);
    }

    /** Since when the next instalment's interest runs: the due date of the one that was paid last. */
    private LocalDate since() {
        return instalments.stream().filter(LoanInstalment::isPaid).map(LoanInstalment::dueOn)
                .filter(due -> !due.isAfter(on)).filter(accrual.since()::isBefore).max(LocalDate::compareTo)
                .orElse(accrual.since());
    }

    private LocalDate lastDueOn() {
        return instalments.stream().map(LoanInstalment::dueOn).filter(due -> !due.isAfter(on))
                .filter(accrual.since()::isBefore).max(LocalDate::compareTo).orElse(accrual.since());
    }

    private static Money part(Money amount, Rate rate, long days, long period) {
        return Money.ofCents(BigDecimal.valueOf(amount.cents()).multiply(rate.percent())
                .multiply(BigDecimal.valueOf(days))
                .divide(MONTHS_IN_PERCENT.multiply(BigDecimal.valueOf(period)), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    private static Money ofDays(Money amount, Rate rate, long days) {
        return Money.ofCents(BigDecimal.valueOf(amount.cents()).multiply(rate.percent())
                .multiply(BigDecimal.valueOf(days)).divide(DAYS_IN_PERCENT, 0, RoundingMode.HALF_UP).longValueExact());
    }
}
