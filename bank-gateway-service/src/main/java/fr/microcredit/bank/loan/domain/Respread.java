package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import fr.microcredit.bank.loan.domain.LoanEvent.DeferralInterest;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Portion;
import fr.microcredit.bank.loan.domain.LoanState.Debt;
import fr.microcredit.bank.loan.domain.Spread.Extra;
import fr.microcredit.kit.loan.InstalmentTable.Line;
import fr.microcredit.kit.money.Money;

/**
 * Makes new instalments of those that are not paid. What is paid stays as it is, with its number; a part of an instalment that
 * was paid becomes a row of its own.
 */
final class Respread {
    private final Agreement agreement;
    private final List<LoanInstalment> instalments;
    private final Accrual accrual;
    private final LocalDate on;
    private final StillOwed owed;

    /** Other instalments, and how their interest runs. */
    record Changed(List<LoanInstalment> instalments, Accrual accrual) {
    }

    Respread(Agreement agreement, List<LoanInstalment> instalments, Accrual accrual, LocalDate on) {
        this.agreement = agreement;
        this.instalments = instalments;
        this.accrual = accrual;
        this.on = on;
        this.owed = new StillOwed(agreement, instalments, accrual, on);
    }

    /** What it is made of. */
    StillOwed owed() {
        return owed;
    }

    /** Everything is paid on the day, by one last instalment. */
    Changed closed() {
        List<LoanInstalment> all = kept();
        Debt whole = owed.all();
        Debt banks = owed.allOfTheBank();
        Line line = new Line(nextNumber(all), on, whole.principal(), whole.interest(), banks.interest(),
                banks.sum().minus(whole.sum()));
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
        Spread spread = new Spread(owed.borrower().minus(amount), owed.bank().minus(amount), agreement);
        List<LoanInstalment> all = kept();
        List<LocalDate> dates = owed.open().stream().map(LoanInstalment::dueOn).toList();
        List<Line> lines = lower
                ? spread.constant(dates, nextNumber(all))
                : spread.paying(usualPayment(), dates, nextNumber(all));
        Accrual next = new Accrual(accrual.since(),
                owed.carried().stream().flatMap(each -> each.after(on, amount, owed.borrower())).toList())
                .with(Carried.owed(owed.isPaidInPart() ? Extra.NONE : owed.elapsed(amount, amount), on));
        return joined(all, lessWhatIsPaid(lines), next);
    }

    /** The last instalment takes the rest and what was put off; the last but one is as all are. */
    private Money usualPayment() {
        return owed.open().get(Math.max(0, owed.open().size() - 2)).line().payment();
    }

    /** Every open instalment falls due so many months later. */
    Changed later(int months) {
        Extra extra = new Extra(agreement.rate().interestOfOneMonth(owed.borrower()).times(months),
                agreement.bankRate().interestOfOneMonth(owed.bank()).times(months));
        DeferralInterest treatment = treatment();
        Carried carried = new Carried(extra, owed.since(), later(owed.open().get(0).dueOn(), months),
                treatment == DeferralInterest.CAPITALISED);
        return switch (treatment) {
            case FORGIVEN -> new Changed(moved(months, Extra.NONE), accrual);
            case ADDED_AT_END -> new Changed(moved(months, extra), accrual.with(carried));
            case CAPITALISED ->
                capitalised(months, extra, new Accrual(accrual.since(), owed.carried()).with(carried));
        };
    }

    private List<LoanInstalment> moved(int months, Extra extra) {
        LoanInstalment last = owed.open().get(owed.open().size() - 1);
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
        List<LocalDate> dates = owed.open().stream().map(each -> later(each.dueOn(), months)).toList();
        return joined(all, lessWhatIsPaid(more(extra).constant(dates, nextNumber(all))), next);
    }

    /** What is owed, with interest that becomes principal. */
    private Spread more(Extra extra) {
        return new Spread(owed.borrower().plus(extra.interest()), owed.bank().plus(extra.bankInterest()), agreement);
    }

    /** The month of an instalment that was paid in part is in the first of the new ones again: of its interest, what is left. */
    private List<Line> lessWhatIsPaid(List<Line> lines) {
        if (!owed.isPaidInPart()) {
            return lines;
        }
        Money by = owed.open().get(0).interestLeft().minus(lines.get(0).interest());
        return Spread.bearing(lines, 0, new Extra(by, by));
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
        Extra days = treatment() == DeferralInterest.FORGIVEN ? Extra.NONE : owed.until(firstDueOn.minusMonths(1));
        Carried overdue = new Carried(owed.overdue(), on, on, principal);
        Carried gap = new Carried(days, owed.lastDueOn(), firstDueOn, principal);
        return joined(all, more(principal ? overdue.amount().plus(days) : Extra.NONE).constant(dates, nextNumber(all)),
                new Accrual(owed.lastDueOn(), owed.carriedAndNotOverdue()).with(overdue, gap));
    }

    Money capitalisedIn(Changed spread) {
        return Money.sum(spread.instalments().stream().map(LoanInstalment::principalLeft).toList())
                .minus(owed.borrower());
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
}
