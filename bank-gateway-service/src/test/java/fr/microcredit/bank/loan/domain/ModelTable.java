package fr.microcredit.bank.loan.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;

/** The rows of {@link LoanModel}, and how new ones are computed; in cents. */
final class ModelTable {
    private static final MathContext DIGITS = new MathContext(40);
    final List<Row> rows = new ArrayList<>();
    private final BigDecimal percent;
    private final LocalDate disbursedOn;

    ModelTable(BigDecimal percent, LocalDate disbursedOn) {
        this.percent = percent;
        this.disbursedOn = disbursedOn;
    }

    /** One instalment: what it is, and what was paid of it. */
    static final class Row {
        final int number;
        LocalDate dueOn;
        long principal;
        long interest;
        long paidPrincipal;
        long paidInterest;
        long paidInterestOfBorrower;
        LocalDate touchedOn;
        Payer touchedBy;

        Row(int number, LocalDate dueOn, long principal, long interest) {
            this.number = number;
            this.dueOn = dueOn;
            this.principal = principal;
            this.interest = interest;
        }

        long left() {
            return principal - paidPrincipal + interest - paidInterest;
        }

        boolean isPaid() {
            return touchedOn != null && left() == 0;
        }

        void take(long toPrincipal, long toInterest, LocalDate on, Payer by) {
            paidPrincipal += toPrincipal;
            paidInterest += toInterest;
            paidInterestOfBorrower += by == Payer.BORROWER ? toInterest : 0;
            touchedOn = on;
            touchedBy = by;
        }
    }

    List<Row> open() {
        return rows.stream().filter(row -> !row.isPaid()).toList();
    }

    long interestDue(LocalDate on) {
        return open().stream().filter(row -> !row.dueOn.isAfter(on)).mapToLong(row -> row.interest - row.paidInterest)
                .sum();
    }

    void addToTheLast(long interest) {
        rows.get(rows.size() - 1).interest += interest;
    }

    LocalDate lastDueOn(LocalDate on) {
        return rows.stream().map(row -> row.dueOn).filter(due -> !due.isAfter(on)).max(Comparator.naturalOrder())
                .orElse(disbursedOn);
    }

    long elapsed(long capital, LocalDate on) {
        LocalDate since = lastDueOn(on);
        long days = Math.max(0, ChronoUnit.DAYS.between(since, on));
        long of = ChronoUnit.DAYS.between(since, open().get(0).dueOn);
        return days == 0 ? 0 : rounded(capital, days, 1200 * of);
    }

    /** A part that was paid of an instalment becomes a row of its own, what was not paid goes. */
    void keepOnlyWhatWasPaid() {
        rows.removeIf(row -> row.touchedOn == null);
        rows.forEach(row -> row.principal = row.paidPrincipal);
        rows.forEach(row -> row.interest = row.paidInterest);
    }

    /** Constant instalments on the first of these dates: no more of them than there are euros. */
    void constant(long owed, List<LocalDate> dates) {
        int number = (int) Math.max(1, Math.min(dates.size(), owed / 100));
        long payment = payment(owed, number);
        int first = rows.size();
        long left = owed;
        for (int i = 0; i < number; i++) {
            long interest = rounded(left, 1, 1200);
            long principal = i == number - 1 ? left : payment - interest;
            rows.add(new Row(first + i + 1, dates.get(i), principal, interest));
            left -= principal;
        }
    }

    long payment(long owed, int number) {
        BigDecimal monthly = percent.divide(BigDecimal.valueOf(1200), DIGITS);
        BigDecimal growth = BigDecimal.ONE.add(monthly).pow(number, DIGITS);
        BigDecimal payment = percent.signum() == 0
                ? BigDecimal.valueOf(owed).divide(BigDecimal.valueOf(number), DIGITS)
                : BigDecimal.valueOf(owed).multiply(monthly).multiply(growth)
                        .divide(growth.subtract(BigDecimal.ONE), DIGITS);
        return payment.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** The same payment until nothing is left, on the last of these dates at the latest. */
    void spread(long owed, List<LocalDate> dates, long payment) {
        long left = owed;
        int first = rows.size();
        for (int i = 0; left > 0; i++) {
            long interest = rounded(left, 1, 1200);
            long principal = i == dates.size() - 1 ? left : Math.min(left, payment - interest);
            rows.add(new Row(first + i + 1, dates.get(i), principal, interest));
            left -= principal;
        }
    }

    /** Half up, once. */
    long rounded(long capital, long times, long divisor) {
        return percent.multiply(BigDecimal.valueOf(capital)).multiply(BigDecimal.valueOf(times))
                .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP).longValueExact();
    }
}
