package fr.microcredit.guarantee.fund.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import fr.microcredit.guarantee.fund.domain.Guarantee.Status;
import fr.microcredit.guarantee.ledger.domain.Entry;
import fr.microcredit.guarantee.ledger.domain.FundAccounts;
import fr.microcredit.guarantee.ledger.domain.Transfers;
import fr.microcredit.guarantee.promise.domain.PromiseEvent;
import fr.microcredit.kit.money.Money;

/** Something that has happened to a guarantee, and what it does. */
public sealed interface FundEvent extends PromiseEvent<Guarantee> {
    /** Why a guarantee is declined. */
    enum DeclineReason {
        CAPACITY_EXCEEDED, PERSON_CAP_EXCEEDED
    }

    /** Why a guarantee ends. */
    enum ReleaseReason {
        REPAID, DECIDED_AGAIN,
        /** The borrower has withdrawn. */
        WITHDRAWN,
        /** The bank has written the loan off. */
        WRITTEN_OFF
    }

    /** @param guarantor whose capacity does not suffice */
    record Reason(DeclineReason code, Optional<String> guarantor) {
    }

    /** Every guarantor has set its share aside. */
    record Reserved(int round, Money principal, List<Share> shares, LocalDate expiresOn) implements FundEvent {
        @Override
        public Applied<Guarantee> onto(Before<Guarantee> before) {
            Guarantee reserved = new Guarantee(before.about(), round, Status.RESERVED, principal, principal, shares,
                    Optional.of(expiresOn), before.on(), Optional.empty(), Optional.empty());
            return new Applied<>(reserved, move("guarantee-reserved", before, shares, FundAccounts::available,
                    FundAccounts::reserved), principal);
        }
    }

    /** It can not be guaranteed, with every reason. */
    record Declined(int round, Money principal, List<Reason> reasons) implements FundEvent {
        @Override
        public Applied<Guarantee> onto(Before<Guarantee> before) {
            return Applied.of(new Guarantee(before.about(), round, Status.DECLINED, principal, Money.ZERO, List.of(),
                    Optional.empty(), before.on(), Optional.empty(), Optional.empty()), Optional.empty());
        }
    }

    /** It answers for the loan from now on. */
    record Effective(Money outstanding, List<Share> shares) implements FundEvent {
        @Override
        public Applied<Guarantee> onto(Before<Guarantee> before) {
            return Applied.of(before.promise().at(Status.EFFECTIVE, outstanding, shares, before.on()),
                    move("guarantee-effective", before, shares, FundAccounts::reserved, FundAccounts::effective));
        }
    }

    /** It has fallen with repaid principal. */
    record Reduced(Money outstanding, List<Share> shares) implements FundEvent {
        @Override
        public Applied<Guarantee> onto(Before<Guarantee> before) {
            Guarantee effective = before.promise();
            List<Share> freed = new ArrayList<>();
            for (int index = 0; index < shares.size(); index++) {
                Share was = effective.shares().get(index);
                freed.add(new Share(was.guarantor(), was.fraction(), was.amount().minus(shares.get(index).amount())));
            }
            return new Applied<>(effective.at(effective.state(), outstanding, shares, before.on()),
                    move("guarantee-reduced", before, freed, FundAccounts::effective, FundAccounts::available),
                    outstanding.minus(effective.outstanding()));
        }
    }

    /**
     * It stands for more again: what the bank had reported repaid was not, or interest has become principal. The guarantors answer
     * for it, whatever they have promised meanwhile.
     *
     * @param uncovered what a guarantor's free capacity does not hold, of the rise
     */
    record Restored(Money outstanding, List<Share> shares, List<Uncovered> uncovered) implements FundEvent {
        public Restored {
            shares = List.copyOf(shares);
            uncovered = List.copyOf(uncovered);
        }

        /** @param amount above zero */
        public record Uncovered(String guarantor, Money amount) {
        }

        @Override
        public Applied<Guarantee> onto(Before<Guarantee> before) {
            Guarantee known = before.promise();
            Transfers transfers = new Transfers();
            for (Share share : shares) {
                FundAccounts accounts = new FundAccounts(share.guarantor());
                Money missing = Money.sum(uncovered.stream().filter(each -> each.guarantor().equals(share.guarantor()))
                        .map(Uncovered::amount).toList());
                Money more = share.amount().minus(known.heldBy(share.guarantor()));
                transfers.move(accounts.available(), accounts.effective(), more.minus(missing))
                        .move(accounts.uncovered(), accounts.effective(), missing);
            }
            return new Applied<>(known.at(known.state(), outstanding, shares, before.on()),
                    transfers.entry("guarantee-restored", before.about().dossierId(), before.on()),
                    outstanding.minus(known.outstanding()));
        }
    }

    /** It has ended: whatever is left is free again. What was called is not left. */
    record Released(int round, ReleaseReason reason) implements FundEvent {
        @Override
        public Applied<Guarantee> onto(Before<Guarantee> before) {
            return before.promise().isReserved()
                    ? over(before, Status.RELEASED, "guarantee-given-back", FundAccounts::reserved)
                    : over(before, end(before.promise()), "guarantee-released", FundAccounts::effective);
        }

        private static Status end(Guarantee guarantee) {
            return guarantee.state() == Status.CALLED ? Status.ENDED : Status.RELEASED;
        }
    }

    /** It was not used in time. */
    record Expired(int round) implements FundEvent {
        @Override
        public Applied<Guarantee> onto(Before<Guarantee> before) {
            return over(before, Status.EXPIRED, "guarantee-expired", FundAccounts::reserved);
        }
    }

    private static Applied<Guarantee> over(Before<Guarantee> before, Status status, String cause,
            Function<FundAccounts, String> from) {
        Guarantee known = before.promise();
        return new Applied<>(known.at(status, Money.ZERO, known.sharesOf(Money.ZERO), before.on()),
                move(cause, before, known.shares(), from, FundAccounts::available), known.outstanding().negated());
    }

    private static Optional<Entry> move(String cause, Before<Guarantee> before, List<Share> shares,
            Function<FundAccounts, String> from, Function<FundAccounts, String> to) {
        Transfers transfers = new Transfers();
        for (Share share : shares) {
            FundAccounts accounts = new FundAccounts(share.guarantor());
            transfers.move(from.apply(accounts), to.apply(accounts), share.amount());
        }
        return transfers.entry(cause, before.about().dossierId(), before.on());
    }
}
