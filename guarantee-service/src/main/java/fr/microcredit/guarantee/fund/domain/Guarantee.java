package fr.microcredit.guarantee.fund.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.microcredit.guarantee.fund.domain.Request.Share;
import fr.microcredit.kit.money.Money;

/**
 * What the guarantors answer for on one loan: a share each of the outstanding principal, the bank bears the rest.
 *
 * @param outstanding principal the shares are taken of; zero once the guarantee has ended
 */
public record Guarantee(UUID dossierId, String officeId, String bankId, UUID personId, int round, Status status,
        Money principal, Money outstanding, List<Share> shares, LocalDate expiresOn) {

    /** Where a guarantee stands. */
    public enum Status {
        RESERVED, EFFECTIVE, RELEASED, EXPIRED, DECLINED
    }

    /** A guarantor and what it answers for. */
    public record Part(String guarantor, Money amount) {
    }

    static Guarantee reserved(Request request) {
        return of(request, Status.RESERVED, request.principal());
    }

    static Guarantee declined(Request request) {
        return of(request, Status.DECLINED, Money.ZERO);
    }

    private static Guarantee of(Request request, Status status, Money outstanding) {
        return new Guarantee(request.dossierId(), request.officeId(), request.bankId(), request.personId(),
                request.round(), status, request.principal(), outstanding, request.shares(),
                request.on().plusDays(request.reservationDays()));
    }

    Guarantee at(Status next, Money nextOutstanding) {
        return new Guarantee(dossierId, officeId, bankId, personId, round, next, principal, nextOutstanding, shares,
                expiresOn);
    }

    /** Each guarantor's share, rounded half up; the bank bears what remains, to the cent (domain.md A.9). */
    public List<Part> parts() {
        return partsOf(outstanding);
    }

    List<Part> partsOf(Money base) {
        List<Money> amounts = base.shares(shares.stream().map(Share::fraction).toList()).parts();
        List<Part> parts = new ArrayList<>(shares.size());
        for (int index = 0; index < amounts.size(); index++) {
            parts.add(new Part(shares.get(index).guarantor(), amounts.get(index)));
        }
        return parts;
    }
}
