package fr.microcredit.guarantee.claim.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.guarantee.claim.domain.Claim.RejectionReason;
import fr.microcredit.guarantee.claim.domain.Claim.Status;
import fr.microcredit.guarantee.claim.domain.Claim.Verdict;
import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.guarantee.fund.domain.Share;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/** How a claim is filed, decided and paid, and how what is recovered is shared (domain.md A.9, 6.2). */
public final class ClaimRules {
    private static final long HALVES = 2;

    private ClaimRules() {
    }

    /**
     * A claim that the bank has filed, as it is to be decided; nothing refuses it by itself.
     *
     * @param known what was decided on it where that is read again before the filing is
     */
    public static Claim filed(Optional<Claim> known, About about, UUID id, Filing filing, Circumstances at) {
        if (known.isPresent()) {
            return known.get().filing().isPresent() ? known.get() : completed(known.get(), filing);
        }
        List<Share> shares = at.guarantee().filter(Guarantee::answers)
                .map(guarantee -> Share.of(filing.base(), guarantee.shares().stream().map(Share::agreed).toList()))
                .orElse(List.of());
        Claim fresh = new Claim(id, about, Status.FILED, Optional.of(filing), filing.base(), filing.on(),
                filing.payBy(), List.of(), Optional.empty(), Part.of(shares), List.of(), false, filing.on());
        return fresh.speakingAgainst(Objection.to(fresh, at.guarantee(), at.others()));
    }

    private static Claim completed(Claim decided, Filing filing) {
        return decided.filed(filing, decided.isCalled() ? decided.payBy() : filing.payBy());
    }

    /** What speaks against it now that another claim or the guarantee has changed. */
    public static Claim seenAgain(Claim claim, Optional<Guarantee> guarantee, List<Claim> others) {
        return claim.isOpen() ? claim.speakingAgainst(Objection.to(claim, guarantee, others)) : claim;
    }

    /** The guarantors are called, within the convention's envelope. A decision after the last day holds, and is shown as late. */
    public static Decision<Claim, ClaimEvent> accept(Claim claim, Circumstances at) {
        if (claim.isCalled()) {
            return Decision.unchanged(claim);
        }
        if (!claim.isOpen()) {
            return Decision.refused(stage());
        }
        List<Reason> reasons = new ArrayList<>();
        if (Objection.to(claim, at.guarantee(), at.others()).stream().anyMatch(Objection::isBarring)) {
            reasons.add(Reason.conflict("claim-not-covered"));
        }
        envelope(claim).filter(envelope -> !envelope.isAtLeast(at.called().plus(claim.called())))
                .ifPresent(envelope -> reasons.add(Reason.conflict("call-envelope-exceeded",
                        envelope.minus(at.called()))));
        return Decision.unless(reasons, () -> accepted(claim, at));
    }

    private static Decision<Claim, ClaimEvent> accepted(Claim claim, Circumstances at) {
        ClaimEvent event = new ClaimEvent.Accepted(claim.id(), claim.base(), claim.shares(), claim.bankKeeps(),
                claim.payBy(), claim.filing().flatMap(filing -> filing.clause().convention()),
                partiesMeet(claim, at.called().plus(claim.called())),
                claim.recoveries());
        return Decision.accepted(
                event.onto(new ClaimEvent.Before(Optional.of(claim), at.guarantee(), claim.about(), at.on())).claim(),
                event);
    }

    private static Optional<Money> envelope(Claim claim) {
        return claim.filing().flatMap(filing -> filing.clause().envelope());
    }

    /** When calls have passed half of the envelope (domain.md A.9). */
    private static boolean partiesMeet(Claim claim, Money called) {
        return envelope(claim).filter(envelope -> called.times(HALVES).compareTo(envelope) > 0).isPresent();
    }

    /** The bank is told why; it may file again. */
    public static Decision<Claim, ClaimEvent> reject(Claim claim, List<RejectionReason> reasons, LocalDate on) {
        if (reasons.isEmpty()) {
            return Decision.refused(Reason.invalid("/reasons", "reason-required"));
        }
        if (claim.state() == Status.REJECTED && claim.verdict().map(Verdict::reasons).equals(Optional.of(reasons))) {
            return Decision.unchanged(claim);
        }
        if (!claim.isOpen()) {
            return Decision.refused(stage());
        }
        ClaimEvent event = new ClaimEvent.Rejected(claim.id(), reasons);
        return Decision.accepted(after(event, claim, on), event);
    }

    /** A guarantor has paid its share to the cent, once; a late payment holds, and is shown as late. */
    public static Decision<Claim, ClaimEvent> pay(Claim claim, String guarantor, LocalDate on) {
        if (!claim.isCalled()) {
            return Decision.refused(stage());
        }
        Optional<Part> part = claim.parts().stream().filter(each -> each.guarantor().equals(guarantor)).findFirst();
        if (part.isEmpty()) {
            return Decision.refused(Reason.invalid("/guarantor", "not-a-guarantor"));
        }
        if (part.get().isSettled()) {
            return part.get().paidOn().equals(Optional.of(on))
                    ? Decision.unchanged(claim)
                    : Decision.refused(Reason.conflict("share-already-paid"));
        }
        ClaimEvent event = new ClaimEvent.Paid(claim.id(), guarantor, part.get().amount());
        return Decision.accepted(after(event, claim, on), event);
    }

    /**
     * Money from the borrower after the filing: before the decision it lowers the base, after it it is shared, whether the
     * guarantors have paid already or not.
     *
     * @param debt what the borrower still owes after it
     */
    public static Decision.Accepted<Claim, ClaimEvent> recovered(Claim claim, Claim.Recovery recovery, Money debt,
            LocalDate on) {
        Optional<Filing> filing = claim.filing();
        if (filing.isEmpty() || claim.knows(recovery.recoveryId()) || !claim.isOpen() && !claim.isCalled()) {
            return new Decision.Accepted<>(claim, List.of());
        }
        if (claim.isOpen()) {
            return new Decision.Accepted<>(claim.onBase(Money.max(Money.ZERO, claim.base().minus(recovery.amount())),
                    claim.and(recovery)), List.of());
        }
        List<ClaimEvent.Returned> parts = RecoverySharing.of(filing.get().clause().recoverySharing(), claim,
                recovery.amount(), debt);
        ClaimEvent event = new ClaimEvent.RecoveryShared(claim.id(), recovery.recoveryId(), recovery.amount(), parts,
                recovery.amount().minus(Money.sum(parts.stream().map(ClaimEvent.Returned::amount).toList())));
        return new Decision.Accepted<>(after(event, claim, on), List.of(event));
    }

    /** The bank takes it back, as long as nothing is decided. */
    public static Claim withdrawn(Claim claim, LocalDate on) {
        return claim.isOpen() ? claim.at(Status.WITHDRAWN, Optional.empty(), on) : claim;
    }

    /** The bank writes the loan off: what is to decide stays to decide, and the guarantee waits for it. */
    public static Claim writtenOff(Claim claim) {
        return claim.isOpen() ? claim.writtenOff() : claim;
    }

    /** What can be done with it as it stands, each act named as its address is. */
    public static List<String> possible(Claim claim) {
        return switch (claim.state()) {
            case FILED -> List.of("decision");
            case ACCEPTED -> List.of("payments");
            case WITHDRAWN, REJECTED, PAID -> List.of();
        };
    }

    private static Claim after(ClaimEvent event, Claim claim, LocalDate on) {
        return event.onto(new ClaimEvent.Before(Optional.of(claim), Optional.empty(), claim.about(), on)).claim();
    }

    private static Reason stage() {
        return Reason.conflict("claim-stage");
    }
}
