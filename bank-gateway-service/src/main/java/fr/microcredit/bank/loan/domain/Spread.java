package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.microcredit.kit.loan.InstalmentTable.Line;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.loan.Schedule;
import fr.microcredit.kit.money.Money;

/**
 * What is owed, spread over due dates: constant instalments of whole months, the last one takes the rest (domain.md A.6). Both
 * balances are spread over the same days; the subsidy is the difference of the two payments.
 *
 * @param borrower  principal the borrower owes
 * @param bank      principal of the bank's own schedule; the same where nobody bears a part of the interest
 * @param agreement whose rates hold
 */
record Spread(Money borrower, Money bank, Agreement agreement) {
    private static final int CENTS_AT_LEAST = 100;

    /** Interest that falls outside the months of the schedule, at the borrower's rate and at the bank's. */
    record Extra(Money interest, Money bankInterest) {
        static final Extra NONE = new Extra(Money.ZERO, Money.ZERO);

        Extra plus(Extra other) {
            return new Extra(interest.plus(other.interest), bankInterest.plus(other.bankInterest));
        }

        Extra minus(Extra other) {
            return new Extra(interest.minus(other.interest), bankInterest.minus(other.bankInterest));
        }
    }

    /** A row before it has its day. */
    private record Row(Money principal, Money interest) {
        Money payment() {
            return principal.plus(interest);
        }
    }

    /** The same payment on each of these days; on fewer of them where it would be less than a euro. */
    List<Line> constant(List<LocalDate> dates, int from) {
        int months = (int) Math.max(1, Math.min(dates.size(), borrower.cents() / CENTS_AT_LEAST));
        return lines(rows(borrower, months, agreement.rate()), dates, from);
    }

    /** The payment as it was, until nothing is left. */
    List<Line> paying(Money payment, List<LocalDate> dates, int from) {
        List<Row> rows = new ArrayList<>();
        Money left = borrower;
        while (left.isPositive()) {
            Money interest = agreement.rate().interestOfOneMonth(left);
            boolean last = !payment.minus(interest).isPositive() || rows.size() == dates.size() - 1
                    || payment.isAtLeast(left.plus(interest));
            Money principal = last ? left : payment.minus(interest);
            rows.add(new Row(principal, interest));
            left = left.minus(principal);
        }
        return lines(rows, dates, from);
    }

    private List<Line> lines(List<Row> rows, List<LocalDate> dates, int from) {
        List<Row> banks = agreement.isSubsidised() ? rows(bank, rows.size(), agreement.bankRate()) : rows;
        List<Line> lines = new ArrayList<>(rows.size());
        for (int index = 0; index < rows.size(); index++) {
            Row row = rows.get(index);
            lines.add(new Line(from + index, dates.get(index), row.principal(), row.interest(),
                    banks.get(index).interest(), banks.get(index).payment().minus(row.payment())));
        }
        return lines;
    }

    /** What is too little for a schedule, or nothing but interest put off, is spread in equal parts. */
    private static List<Row> rows(Money principal, int months, Rate rate) {
        if (principal.cents() < (long) CENTS_AT_LEAST * months) {
            return equalParts(principal, months, rate);
        }
        return Schedule.constantInstalments(principal, months, rate).instalments().stream()
                .map(each -> new Row(each.principal(), each.interest())).toList();
    }

    private static List<Row> equalParts(Money principal, int months, Rate rate) {
        List<Row> rows = new ArrayList<>(months);
        Money left = principal;
        for (int month = 0; month < months; month++) {
            Money part = month == months - 1 ? left : Money.ofCents(left.cents() / (months - month));
            rows.add(new Row(part, left.isPositive() ? rate.interestOfOneMonth(left) : Money.ZERO));
            left = left.minus(part);
        }
        return rows;
    }

    /** The line at the index bears this besides. */
    static List<Line> bearing(List<Line> lines, int index, Extra extra) {
        List<Line> all = new ArrayList<>(lines);
        all.set(index, bearing(lines.get(index), extra));
        return all;
    }

    static Line bearing(Line line, Extra extra) {
        return new Line(line.number(), line.dueOn(), line.principal(), line.interest().plus(extra.interest()),
                line.bankInterest().plus(extra.bankInterest()),
                line.subsidy().plus(extra.bankInterest()).minus(extra.interest()));
    }
}
