package fr.microcredit.guarantee.claim.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.guarantee.claim.domain.Claim.RejectionReason;
import fr.microcredit.guarantee.claim.domain.Claim.Status;
import fr.microcredit.guarantee.claim.domain.Claim.Verdict;
import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.guarantee.fund.domain.Share;
import fr.microcredit.guarantee.ledger.domain.ConventionAccounts;
import fr.microcredit.guarantee.ledger.domain.Entry;
import fr.microcredit.guarantee.ledger.domain.FundAccounts;
import fr.microcredit.guarantee.ledger.domain.Transfers;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.money.Money;

/**
 * Something that has happened to a claim, as others are told of it. What it does to claim, guarantee and ledger follows from it
 * alone, whether it has just been decided or is read again from the topic.
 */
public sealed interface ClaimEvent {
    UUID claimId();

    Applied onto(Before before);

    /**
     * Where an event finds things.
     *
     * @param claim     empty where the event is read again before the filing is
     * @param guarantee of the loan
     * @param on        business date of the event
     */
    record Before(Optional<Claim> claim, Optional<Guarantee> guarantee, About about, LocalDate on) {
        Claim known(UUID id) {
            return claim.orElseGet(() -> new Claim(id, about, Status.FILED, Optional.empty(), Money.ZERO, on, on,
                    List.of(), Optional.empty(), List.of(), List.of(), false, on));
        }
    }

    /**
     * What follows.
     *
     * @param guarantee as it is then, where it changes
     * @param entry     what moves in the ledger
     */
    record Applied(Claim claim, Optional<Guarantee> guarantee, Optional<Entry> entry) {
        static Applied of(Claim claim, Optional<Entry> entry) {
            return new Applied(claim, Optional.empty(), entry);
        }
    }

    /**
     * The guarantors are called.
     *
     * @param base        principal the shares are taken of
     * @param bankKeeps   what the bank bears of it
     * @param payBy       last day on which they pay in time
     * @param convention  on whose envelope it counts; empty where none is known
     * @param partiesMeet whether calls have passed half of that envelope
     * @param recoveries  that have lowered the base since the filing
     */
    record Accepted(UUID claimId, Money base, List<Share> shares, Money bankKeeps, LocalDate payBy,
            Optional<String> convention, boolean partiesMeet, List<Claim.Recovery> recoveries) implements ClaimEvent {
        @Override
        public Applied onto(Before before) {
            Guarantee guarantee = before.guarantee().orElseThrow(
                    () -> new IllegalStateException("Nothing was guaranteed of " + before.about().dossierId()));
            return new Applied(accepted(before), Optional.of(guarantee.called(claimId, before.on())),
                    call(guarantee).entry("claim-accepted", before.about().dossierId(), before.on()));
        }

        private Claim accepted(Before before) {
            Claim known = before.known(claimId);
            return new Claim(claimId, known.about(), Status.ACCEPTED, known.filing(), base, known.filedOn(), payBy,
                    known.objections(), Optional.of(new Verdict(before.on(), List.of(), partiesMeet)),
                    Part.of(shares), recoveries, known.isWrittenOff(), before.on());
        }

        /** What a guarantor held above its share is free again. */
        private Transfers call(Guarantee guarantee) {
            Transfers transfers = new Transfers();
            for (Share share : shares) {
                FundAccounts accounts = new FundAccounts(share.guarantor());
                transfers.move(accounts.effective(), accounts.called(), share.amount()).move(accounts.effective(),
                        accounts.available(), guarantee.heldBy(share.guarantor()).minus(share.amount()));
            }
            convention.map(ConventionAccounts::new).ifPresent(accounts -> transfers.move(accounts.calls(),
                    accounts.called(), Money.sum(shares.stream().map(Share::amount).toList())));
            return transfers;
        }
    }

    /** The guarantee stays as it was; the bank may file again, as another claim. */
    record Rejected(UUID claimId, List<RejectionReason> reasons) implements ClaimEvent {
        @Override
        public Applied onto(Before before) {
            return Applied.of(before.known(claimId).at(Status.REJECTED,
                    Optional.of(new Verdict(before.on(), reasons, false)), before.on()), Optional.empty());
        }
    }

    /** @param amount its share to the cent */
    record Paid(UUID claimId, String guarantor, Money amount) implements ClaimEvent {
        @Override
        public Applied onto(Before before) {
            Claim known = before.known(claimId);
            List<Part> parts = known.parts().stream()
                    .map(each -> each.guarantor().equals(guarantor) ? each.paid(before.on()) : each).toList();
            boolean whole = parts.stream().allMatch(Part::isSettled);
            Transfers transfers = new Transfers();
            FundAccounts accounts = new FundAccounts(guarantor);
            known.parts().stream().filter(each -> each.guarantor().equals(guarantor)).forEach(
                    each -> transfers.move(accounts.called(), accounts.paid(), each.borne()));
            return Applied.of(known.with(whole ? Status.PAID : Status.ACCEPTED, parts, known.recoveries()),
                    transfers.entry("claim-paid", before.about().dossierId(), before.on()));
        }
    }

    /** What one guarantor gets of a recovery. */
    record Returned(String guarantor, Money amount) {
    }

    /**
     * Money came from the borrower after the call.
     *
     * @param parts     of the guarantors
     * @param bankKeeps the rest
     */
    record RecoveryShared(UUID claimId, UUID recoveryId, Money amount, List<Returned> parts, Money bankKeeps)
            implements
                ClaimEvent {
        /** What is still to be paid by a guarantor is borne by it as well as what is paid: order and timing change nothing. */
        @Override
        public Applied onto(Before before) {
            Claim known = before.known(claimId);
            Transfers transfers = new Transfers();
            List<Part> after = known.parts().stream().map(part -> {
                FundAccounts accounts = new FundAccounts(part.guarantor());
                transfers.move(part.paidOn().isPresent() ? accounts.paid() : accounts.called(), accounts.recovered(),
                        to(part.guarantor()));
                return part.havingBack(to(part.guarantor()));
            }).toList();
            return Applied.of(known.with(known.state(), after, known.and(new Claim.Recovery(recoveryId, amount))),
                    transfers.entry("recovery-shared", before.about().dossierId(), before.on()));
        }

        private Money to(String guarantor) {
            return Money.sum(parts.stream().filter(each -> each.guarantor().equals(guarantor)).map(Returned::amount)
                    .toList());
        }
    }
}
