package fr.microcredit.bank.loan.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;

/** The rows of {@link LoanModel}, and how new ones are computed; in cents. */
final class ModelTable {
    private static final MathContext DIGITS = new MathContext(40);
    final List<Row> rows = new ArrayList<>();
    private final BigDecimal percent;
    private LocalDate storedSince;

    ModelTable(BigDecimal percent, LocalDate disbursedOn) {
        this.percent = percent;
        this.storedSince = disbursedOn;
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

        LocalDate later(int months, int dayOfMonth) {
            LocalDate month = dueOn.withDayOfMonth(1).plusMonths(months);
            return month.withDayOfMonth(Math.min(dayOfMonth, month.lengthOfMonth()));
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

    /** The last due date by then, of whichever instalment: interest runs from there when all is spread anew. */
    LocalDate spreadAnewSince(LocalDate on) {
        storedSince = rows.stream().map(row -> row.dueOn).filter(due -> !due.isAfter(on) && due.isAfter(storedSince))
                .max(Comparator.naturalOrder()).orElse(storedSince);
        return storedSince;
    }

    /** From when on interest is not paid. */
    LocalDate since(LocalDate on) {
        return rows.stream().filter(row -> row.isPaid() && !row.dueOn.isAfter(on)).map(row -> row.dueOn)
                .filter(due -> due.isAfter(storedSince)).max(Comparator.naturalOrder()).orElse(storedSince);
    }

    /** Of the next instalment's time: of a part, no more than is left, and of the last one that by days. */
    long ordinaryInterest(long capital, LocalDate on) {
        OptionalLong left = interestLeftOfAPart();
        long month = elapsed(capital, on);
        if (left.isEmpty() || !isLastPaidInPart()) {
            return Math.min(month, left.orElse(month));
        }
        long days = Math.max(0, ChronoUnit.DAYS.between(since(on), on));
        long all = Math.max(1, ChronoUnit.DAYS.between(since(on), open().get(0).dueOn));
        return days >= all ? left.getAsLong() : ModelCarried.share(left.getAsLong(), days, all);
    }

    /** Of what is overdue, and what was put off to the end as far as its days have gone by. */
    long interestAtOnce(LocalDate on, long carried) {
        boolean more = open().stream().anyMatch(row -> row.dueOn.isAfter(on));
        return interestDue(on) + (!more ? 0 : isLastPaidInPart() ? ordinaryInterest(0, on) : carried);
    }

    boolean isLastPaidInPart() {
        return open().size() == 1 && interestLeftOfAPart().isPresent();
    }

    boolean isLastDue(LocalDate on) {
        return !rows.get(rows.size() - 1).dueOn.isAfter(on);
    }

    /** And of a last one that was paid in part and put off, what is more than its own month. */
    long interestDueOrPutOff(LocalDate on, long capital) {
        return isLastPaidInPart() && !isLastDue(on)
                ? Math.max(0, interestLeftOfAPart().getAsLong() - rounded(capital, 1, 1200))
                : interestDue(on);
    }

    /** A month's interest, as far as its days have gone by. */
    long elapsed(long capital, LocalDate on) {
        long days = Math.max(0, ChronoUnit.DAYS.between(since(on), on));
        long of = ChronoUnit.DAYS.between(since(on), open().get(0).dueOn);
        return days == 0 ? 0 : rounded(capital, days, 1200 * of);
    }

    /** What of its interest is left, where the first open one was paid in part. */
    OptionalLong interestLeftOfAPart() {
        return open().stream().limit(1).filter(row -> row.touchedOn != null)
                .mapToLong(row -> row.interest - row.paidInterest).findFirst();
    }

    /** A part that was paid of an instalment becomes a row of its own, what was not paid goes. */
    void keepOnlyWhatWasPaid() {
        rows.removeIf(row -> row.touchedOn == null);
        rows.forEach(row -> row.principal = row.paidPrincipal);
        rows.forEach(row -> row.interest = row.paidInterest);
    }

    void close(LocalDate on, long principal, long interest) {
        keepOnlyWhatWasPaid();
        Row last = new Row(rows.size() + 1, on, principal, interest);
        last.take(principal, interest, on, Payer.BORROWER);
        rows.add(last);
    }

    /** Constant instalments on the first of these dates: no more of them than there are euros, of nothing there is one. */
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
            boolean isLast = i == dates.size() - 1 || interest >= payment;
            long principal = isLast ? left : Math.min(left, payment - interest);
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
