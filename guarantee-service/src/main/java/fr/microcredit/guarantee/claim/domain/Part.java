package fr.microcredit.guarantee.claim.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.guarantee.fund.domain.Share;
import fr.microcredit.kit.money.Money;

/**
 * What one guarantor bears of a claim.
 *
 * @param fraction of the base, of 1
 * @param amount   that fraction of it, rounded half up; exactly this is paid
 * @param paidOn   business date of the payment
 * @param returned what has come back of recoveries, never more than the amount
 */
public record Part(String guarantor, BigDecimal fraction, Money amount, Optional<LocalDate> paidOn, Money returned) {

    static List<Part> of(List<Share> shares) {
        return shares.stream().map(each -> new Part(each.guarantor(), each.fraction(), each.amount(),
                Optional.empty(), Money.ZERO)).toList();
    }

    Share share() {
        return new Share(guarantor, fraction, amount);
    }

    /** What it has borne and not had back. */
    Money borne() {
        return amount.minus(returned);
    }

    /** A share of nothing is never paid, and nobody waits for it. */
    boolean isSettled() {
        return paidOn.isPresent() || !amount.isPositive();
    }

    public boolean isLate(LocalDate payBy) {
        return paidOn.filter(day -> day.isAfter(payBy)).isPresent();
    }

    Part paid(LocalDate on) {
        return new Part(guarantor, fraction, amount, Optional.of(on), returned);
    }

    Part havingBack(Money more) {
        return new Part(guarantor, fraction, amount, paidOn, returned.plus(more));
    }
}
