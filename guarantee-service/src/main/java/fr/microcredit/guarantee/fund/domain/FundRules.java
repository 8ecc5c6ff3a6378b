package fr.microcredit.guarantee.fund.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import fr.microcredit.guarantee.fund.domain.FundEvent.DeclineReason;
import fr.microcredit.guarantee.fund.domain.FundEvent.ReleaseReason;
import fr.microcredit.guarantee.fund.domain.Guarantee.Status;
import fr.microcredit.guarantee.ledger.domain.FundAccounts;
import fr.microcredit.kit.money.Money;

/**
 * How a guarantee is reserved, becomes effective, falls and ends. The last euro of a fund and the cap of a person are
 * decided here, once, on balances the caller has locked.
 */
public final class FundRules {
    private FundRules() {
    }

    /** The accounts that a request competes for. */
    public static Set<String> accounts(GuaranteeAsking asking) {
        Set<String> accounts = new HashSet<>();
        asking.shares().forEach(share -> accounts.add(new FundAccounts(share.guarantor()).available()));
        return accounts;
    }

    /**
     * @param balances locked
     * @param exposure the person's guaranteed principal, without this request (domain.md A.11)
     */
    public static FundEvent reserve(GuaranteeAsking asking, Map<String, Money> balances, Money exposure) {
        List<Share> shares = Share.of(asking.principal(), asking.shares());
        List<FundEvent.Reason> reasons = new ArrayList<>();
        for (Share share : shares) {
            if (!balances.get(new FundAccounts(share.guarantor()).available()).isAtLeast(share.amount())) {
                reasons.add(new FundEvent.Reason(DeclineReason.CAPACITY_EXCEEDED, Optional.of(share.guarantor())));
            }
        }
        if (!asking.capJudged() && !asking.personCap().isAtLeast(exposure.plus(asking.principal()))) {
            reasons.add(new FundEvent.Reason(DeclineReason.PERSON_CAP_EXCEEDED, Optional.empty()));
        }
        return reasons.isEmpty()
                ? new FundEvent.Reserved(asking.round(), asking.principal(), shares,
                        asking.on().plusDays(asking.reservationDays()))
                : new FundEvent.Declined(asking.round(), asking.principal(), reasons);
    }

    public static FundEvent takeUp(Guarantee reserved) {
        return new FundEvent.Effective(reserved.outstanding(), reserved.shares());
    }

    /** A reservation that is not needed any more, because the bank has decided again. */
    public static FundEvent giveBack(Guarantee reserved) {
        return new FundEvent.Released(reserved.round(), ReleaseReason.DECIDED_AGAIN);
    }

    public static FundEvent expire(Guarantee reserved) {
        return new FundEvent.Expired(reserved.round());
    }

    /** The shares follow the outstanding principal down; a figure no lower than the one known says nothing new. */
    public static List<FundEvent> repaid(Guarantee guarantee, Money outstanding) {
        return guarantee.answers() && !outstanding.isAtLeast(guarantee.outstanding())
                ? List.of(new FundEvent.Reduced(outstanding, guarantee.sharesOf(outstanding)))
                : List.of();
    }

    /** The accounts that a rise takes from. */
    public static Set<String> accounts(Guarantee guarantee) {
        return guarantee.shares().stream().map(share -> new FundAccounts(share.guarantor()).available())
                .collect(Collectors.toSet());
    }

    /**
     * The shares follow the outstanding principal, down or, after a correction or a new table, up again. A bank dates these after
     * all it has reported: one that is older than what is known was read before, and says nothing new.
     *
     * @param balances locked
     * @param on       business date of the correction or the table
     */
    public static List<FundEvent> changed(Guarantee guarantee, Money outstanding, Map<String, Money> balances,
            LocalDate on) {
        if (on.isBefore(guarantee.lastOn())) {
            return List.of();
        }
        if (!guarantee.answers() || !outstanding.isAtLeast(guarantee.outstanding())
                || outstanding.equals(guarantee.outstanding())) {
            return repaid(guarantee, outstanding);
        }
        List<Share> shares = guarantee.sharesOf(outstanding);
        List<FundEvent.Restored.Uncovered> uncovered = new ArrayList<>();
        for (Share share : shares) {
            Money more = share.amount().minus(guarantee.heldBy(share.guarantor()));
            Money missing = more.minus(balances.get(new FundAccounts(share.guarantor()).available()));
            if (missing.isPositive()) {
                uncovered.add(new FundEvent.Restored.Uncovered(share.guarantor(), missing));
            }
        }
        return List.of(new FundEvent.Restored(outstanding, shares, uncovered));
    }

    /** The borrower has withdrawn: whether the loan was paid out or not, nothing is answered for. */
    public static List<FundEvent> withdrawn(Guarantee guarantee) {
        return guarantee.isReserved() || guarantee.answers()
                ? List.of(new FundEvent.Released(guarantee.round(), ReleaseReason.WITHDRAWN))
                : List.of();
    }

    public static List<FundEvent> ended(Guarantee guarantee) {
        return over(guarantee, ReleaseReason.REPAID);
    }

    /** Nothing more can be claimed; what the guarantors were called for stays theirs to bear (domain.md 6.2). */
    public static List<FundEvent> writtenOff(Guarantee guarantee) {
        return over(guarantee, ReleaseReason.WRITTEN_OFF);
    }

    private static List<FundEvent> over(Guarantee guarantee, ReleaseReason why) {
        return guarantee.answers() || guarantee.state() == Status.CALLED
                ? List.of(new FundEvent.Released(guarantee.round(), why))
                : List.of();
    }

    /** The bank has accelerated the loan; once, whatever has become of the guarantee since. */
    public static Optional<Guarantee> inDefault(Guarantee guarantee, LocalDate on) {
        return guarantee.state() == Status.EFFECTIVE ? Optional.of(guarantee.inDefault(on)) : Optional.empty();
    }

    /** The clause that came with the disbursement, kept once. */
    public static Optional<Guarantee> agreed(Guarantee guarantee, GuaranteeAsking asking) {
        return guarantee.clause().isPresent() ? Optional.empty() : asking.clause().map(guarantee::under);
    }
}
