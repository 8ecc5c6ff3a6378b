package fr.microcredit.guarantee.fund.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.guarantee.promise.domain.Promise;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.money.Money;

/**
 * What the guarantors answer for on one loan: a share each of the outstanding principal, the bank bears the rest.
 *
 * @param round       of the bank's decision that was answered
 * @param principal   guaranteed at first
 * @param outstanding principal the shares are taken of; zero once the guarantee has ended
 * @param expiresOn   last day of the reservation; empty where nothing was reserved
 * @param lastOn      business date of the newest event
 */
public record Guarantee(About about, int round, Status state, Money principal, Money outstanding, List<Share> shares,
        Optional<LocalDate> expiresOn, LocalDate lastOn) implements Promise {
    public Guarantee {
        shares = List.copyOf(shares);
    }

    /** Where a guarantee stands. */
    public enum Status {
        RESERVED, EFFECTIVE, RELEASED, EXPIRED, DECLINED
    }

    Guarantee at(Status next, Money nextOutstanding, List<Share> nextShares, LocalDate on) {
        return new Guarantee(about, round, next, principal, nextOutstanding, nextShares, expiresOn, on);
    }

    List<Share> sharesOf(Money base) {
        return Share.of(base, shares.stream().map(Share::agreed).toList());
    }

    @Override
    public boolean isReserved() {
        return state == Status.RESERVED;
    }

    @Override
    public boolean hasLapsed() {
        return state == Status.EXPIRED;
    }

    @Override
    public String status() {
        return Codes.of(state);
    }

    @Override
    public LocalDate day() {
        return lastOn;
    }
}
