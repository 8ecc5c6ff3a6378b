package fr.microcredit.bank.loan.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import fr.microcredit.bank.loan.domain.Spread.Extra;
import fr.microcredit.kit.money.Money;

/**
 * Interest of a time in which nothing was paid. It is owed day by day and paid at the end of the loan, or it has become
 * principal; who repays earlier owes no more of it than the days that have gone by.
 *
 * @param amount    of the whole time
 * @param from      last due date before
 * @param to        next due date; the same where all of it is owed already
 * @param principal whether it has become principal
 */
record Carried(Extra amount, LocalDate from, LocalDate to, boolean principal) {

    /** Interest that is paid at the end, of all of these. */
    static Extra atTheEnd(List<Carried> all) {
        return all.stream().filter(each -> !each.principal()).map(Carried::amount).reduce(Extra.NONE, Extra::plus);
    }

    /** The part of that which is owed on the day. */
    static Extra owedOn(List<Carried> all, LocalDate day) {
        return all.stream().filter(each -> !each.principal()).map(each -> each.owedOn(day)).reduce(Extra.NONE,
                Extra::plus);
    }

    /** What has become principal before its days have gone by. */
    static Extra aheadOn(List<Carried> all, LocalDate day) {
        return all.stream().filter(Carried::principal).map(each -> each.amount().minus(each.owedOn(day)))
                .reduce(Extra.NONE, Extra::plus);
    }

    private Extra owedOn(LocalDate day) {
        if (!day.isBefore(to)) {
            return amount;
        }
        long days = Math.max(0, ChronoUnit.DAYS.between(from, day));
        long all = ChronoUnit.DAYS.between(from, to);
        return new Extra(part(amount.interest(), days, all), part(amount.bankInterest(), days, all));
    }

    /**
     * On the day a part of the principal is repaid; the days to come bear interest on less.
     *
     * @param repaid of what is owed
     */
    Stream<Carried> after(LocalDate day, Money repaid, Money owed) {
        if (principal || !day.isBefore(to)) {
            return Stream.of(this);
        }
        Extra gone = owedOn(day);
        Extra ahead = amount.minus(gone);
        long left = owed.minus(repaid).cents();
        return Stream.of(owed(gone, day),
                new Carried(new Extra(part(ahead.interest(), left, owed.cents()),
                        part(ahead.bankInterest(), left, owed.cents())), day, to, false));
    }

    /** All of it is owed already. */
    static Carried owed(Extra amount, LocalDate day) {
        return new Carried(amount, day, day, false);
    }

    private static Money part(Money money, long of, long all) {
        return Money.ofCents(BigDecimal.valueOf(money.cents()).multiply(BigDecimal.valueOf(of))
                .divide(BigDecimal.valueOf(all), 0, RoundingMode.HALF_UP).longValueExact());
    }
}
