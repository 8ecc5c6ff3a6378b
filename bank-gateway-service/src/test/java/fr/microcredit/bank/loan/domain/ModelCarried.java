package fr.microcredit.bank.loan.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Interest of {@link LoanModel} that is asked for later than it comes about; in cents. */
final class ModelCarried {
    private final List<Entry> entries = new ArrayList<>();

    /** Comes about day by day between two days; some has become principal. */
    private record Entry(long amount, LocalDate from, LocalDate to, boolean isPrincipal) {
        long owed(LocalDate on) {
            if (!on.isBefore(to)) {
                return amount;
            }
            long days = Math.max(0, ChronoUnit.DAYS.between(from, on));
            return days == 0 ? 0 : share(amount, days, ChronoUnit.DAYS.between(from, to));
        }

        long ahead(LocalDate on) {
            return amount - owed(on);
        }
    }

    static long share(long amount, long part, long whole) {
        return BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP).longValueExact();
    }

    void add(long amount, LocalDate from, LocalDate to, boolean isPrincipal) {
        entries.add(new Entry(amount, from, to, isPrincipal));
    }

    /** What has come about by then and has not become principal. */
    long owed(LocalDate on) {
        return entries.stream().filter(each -> !each.isPrincipal()).mapToLong(each -> each.owed(on)).sum();
    }

    long all() {
        return owed(LocalDate.MAX);
    }

    /** The last row has it in what is left of its interest. */
    void forgetIf(boolean so) {
        entries.removeIf(each -> so && !each.isPrincipal());
    }

    /** What is counted as principal, and has not come about yet. */
    long principalAhead(LocalDate on) {
        return entries.stream().filter(Entry::isPrincipal).mapToLong(each -> each.ahead(on)).sum();
    }

    /** Of what is to come about only the part that so much less principal bears. */
    void reduce(LocalDate on, long kept, long of) {
        for (Entry entry : List.copyOf(entries)) {
            if (!entry.isPrincipal() && on.isBefore(entry.to())) {
                entries.remove(entry);
                entries.add(new Entry(entry.owed(on), on, on, false));
                entries.add(new Entry(share(entry.ahead(on), kept, of), on, entry.to(), false));
            }
        }
    }
}
