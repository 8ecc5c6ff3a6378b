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
    private final LocalDate on;
    private final Money borrower;
    private final Money bank;

    Respread(Agreement agreement, List<LoanInstalment> instalments, LocalDate on) {
        this.agreement = agreement;
        this.instalments = instalments;
        this.on = on;
        this.open = instalments.stream().filter(each -> !each.isPaid()).toList();
        this.borrower = Money.sum(open.stream().map(LoanInstalment::principalLeft).toList());
        this.bank = agreement.isSubsidised() ? Money.sum(open.stream().map(Respread::ofTheBank).toList()) : borrower;
    }

    /** What the instalment still repays on the bank's own schedule. */
    private static Money ofTheBank(LoanInstalment each) {
        Line line = each.line();
        return line.payment().plus(line.subsidy()).minus(line.bankInterest())
                .minus(line.principal().minus(each.principalLeft()));
    }

    /** Everything on the day: principal, and interest of the days since the last due date. */
    Debt owed() {
        return new Debt(borrower, elapsed(borrower, agreement.rate()));
    }

    /** Everything is paid on the day, by one last instalment. */
    List<LoanInstalment> closed() {
        List<LoanInstalment> all = kept();
        Debt owed = owed();
        Money bankInterest = agreement.isSubsidised() ? elapsed(bank, agreement.bankRate()) : owed.interest();
        Line line = new Line(nextNumber(all), on, owed.principal(), owed.interest(), bankInterest,
                bank.plus(bankInterest).minus(owed.sum()));
        all.add(LoanInstalment.due(line)
                .paid(new Portion(on, Payer.BORROWER, line.principal(), line.interest())));
        return all;
    }

    /**
     * A part of the principal is repaid on the day; its interest of the days since the last due date comes with the next
     * instalment.
     *
     * @param amount less than is owed
     * @param lower  whether the instalments become lower, and not fewer
     */
    List<LoanInstalment> after(Money amount, boolean lower) {
        Spread spread = new Spread(borrower.minus(amount), bank.minus(amount), agreement);
        List<LoanInstalment> all = kept();
        List<LocalDate> dates = open.stream().map(LoanInstalment::dueOn).toList();
        List<Line> lines = lower
                ? spread.constant(dates, nextNumber(all))
                : spread.paying(usualPayment(), dates, nextNumber(all));
        Extra extra = new Extra(elapsed(amount, agreement.rate()), elapsed(amount, agreement.bankRate()));
        return joined(all, Spread.bearing(lines, 0, extra));
    }

    /** The last instalment takes the rest, and the first may bear some days more; the last but one is as all are. */
    private Money usualPayment() {
        return open.get(Math.max(0, open.size() - 2)).line().payment();
    }

    /** Every open instalment falls due so many months later. */
    List<LoanInstalment> later(int months) {
        return treatment() == DeferralInterest.CAPITALISED ? capitalised(months) : moved(months);
    }

    private List<LoanInstalment> moved(int months) {
        Extra extra = treatment() == DeferralInterest.ADDED_AT_END ? interestOf(months) : Extra.NONE;
        LoanInstalment last = open.get(open.size() - 1);
        return new ArrayList<>(instalments.stream().map(each -> {
            if (each.isPaid()) {
                return each;
            }
            Line later = on(each.line(), months);
            return each.movedTo(each == last ? Spread.bearing(later, extra) : later);
        }).toList());
    }

    private List<LoanInstalment> capitalised(int months) {
        Extra extra = interestOf(months);
        List<LoanInstalment> all = kept();
        List<LocalDate> dates = open.stream().map(each -> later(each.dueOn(), months)).toList();
        return joined(all, new Spread(borrower.plus(extra.interest()), bank.plus(extra.bankInterest()), agreement)
                .constant(dates, nextNumber(all)));
    }

    /** What a deferral makes principal of. */
    Money capitalisedBy(int months) {
        return treatment() == DeferralInterest.CAPITALISED ? interestOf(months).interest() : Money.ZERO;
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
    List<LoanInstalment> anew(int months, LocalDate firstDueOn) {
        List<LocalDate> dates = Stream.iterate(0, number -> number + 1).limit(months)
                .map(number -> firstDueOn.plusMonths(number)).toList();
        List<LoanInstalment> all = kept();
        Extra unpaid = unpaidInterest(firstDueOn);
        if (treatment() == DeferralInterest.CAPITALISED) {
            return joined(all, new Spread(borrower.plus(unpaid.interest()), bank.plus(unpaid.bankInterest()), agreement)
                    .constant(dates, nextNumber(all)));
        }
        List<Line> lines = new Spread(borrower, bank, agreement).constant(dates, nextNumber(all));
        return joined(all, Spread.bearing(lines, lines.size() - 1, unpaid));
    }

    /** Of instalments overdue, and of the days that no month of the new table covers. */
    private Extra unpaidInterest(LocalDate firstDueOn) {
        long days = Math.max(0, ChronoUnit.DAYS.between(lastDueOn(), firstDueOn.minusMonths(1)));
        Money overdue = Money.sum(open.stream().filter(each -> !each.dueOn().isAfter(on))
                .map(LoanInstalment::interestLeft).toList());
        Money banks = Money.sum(open.stream().filter(each -> !each.dueOn().isAfter(on))
                .map(each -> each.line().bankInterest()).toList());
        boolean forgiven = treatment() == DeferralInterest.FORGIVEN;
        return new Extra(forgiven ? overdue : overdue.plus(ofDays(borrower, agreement.rate(), days)),
                !agreement.isSubsidised()
                        ? overdue.plus(forgiven ? Money.ZERO : ofDays(borrower, agreement.rate(), days))
                        : forgiven ? banks : banks.plus(ofDays(bank, agreement.bankRate(), days)));
    }

    Money capitalisedIn(List<LoanInstalment> spread) {
        return Money.sum(spread.stream().map(LoanInstalment::principalLeft).toList()).minus(borrower);
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

    private static List<LoanInstalment> joined(List<LoanInstalment> kept, List<Line> lines) {
        kept.addAll(lines.stream().map(LoanInstalment::due).toList());
        return kept;
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

    /** Interest of the part of the month that has gone by since the last due date. */
    private Money elapsed(Money amount, Rate rate) {
        LocalDate from = lastDueOn();
        return open.stream().map(LoanInstalment::dueOn).filter(due -> due.isAfter(on)).findFirst()
                .map(next -> part(amount, rate, ChronoUnit.DAYS.between(from, on), ChronoUnit.DAYS.between(from, next)))
                .orElse(Money.ZERO);
    }

    private LocalDate lastDueOn() {
        return instalments.stream().map(LoanInstalment::dueOn).filter(due -> !due.isAfter(on))
                .max(LocalDate::compareTo).orElse(agreement.disbursedOn());
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
