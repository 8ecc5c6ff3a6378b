package fr.microcredit.guarantee.fund.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
 * @param clause      what the convention says of a call; empty before disbursement and where it says nothing
 * @param claim       the newest claim that the bank has filed on it
 */
public record Guarantee(About about, int round, Status state, Money principal, Money outstanding, List<Share> shares,
        Optional<LocalDate> expiresOn, LocalDate lastOn, Optional<CallClause> clause, Optional<UUID> claim)
        implements
            Promise {
    public Guarantee {
        shares = List.copyOf(shares);
    }

    /** Where a guarantee stands. */
    public enum Status {
        RESERVED, EFFECTIVE,
        /** The bank has accelerated the loan: the guarantors answer for it still, and may be called. */
        IN_DEFAULT,
        /** A claim was accepted: the guarantors owe or have paid their shares. */
        CALLED, RELEASED, EXPIRED, DECLINED,
        /** It was called, and the loan has ended: nothing of what was paid is free again. */
        ENDED
    }

    Guarantee at(Status next, Money nextOutstanding, List<Share> nextShares, LocalDate on) {
        return new Guarantee(about, round, next, principal, nextOutstanding, nextShares, expiresOn, on, clause, claim);
    }

    /** Nobody is told: the bank has said it. */
    Guarantee inDefault(LocalDate on) {
        return at(Status.IN_DEFAULT, outstanding, shares, on);
    }

    /** The guarantors hold nothing for it any more; the borrower goes on owing it, and his cap counts it. */
    public Guarantee called(UUID by, LocalDate on) {
        return at(Status.CALLED, outstanding, sharesOf(Money.ZERO), on).claimed(by);
    }

    public Guarantee claimed(UUID by) {
        return new Guarantee(about, round, state, principal, outstanding, shares, expiresOn, lastOn, clause,
                Optional.of(by));
    }

    Guarantee under(CallClause agreed) {
        return new Guarantee(about, round, state, principal, outstanding, shares, expiresOn, lastOn,
                Optional.of(agreed), claim);
    }

    /** Whether the guarantors answer for the loan and have not been called. */
    public boolean answers() {
        return state == Status.EFFECTIVE || state == Status.IN_DEFAULT;
    }

    /** What a guarantor answers for now. */
    public Money heldBy(String guarantor) {
        return Money
                .sum(shares.stream().filter(each -> each.guarantor().equals(guarantor)).map(Share::amount).toList());
    }

    public List<Share> sharesOf(Money base) {
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
