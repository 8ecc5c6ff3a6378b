package fr.microcredit.guarantee.claim.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.guarantee.fund.domain.Share;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.OfDossier;
import fr.microcredit.kit.money.Money;

/**
 * A bank's call of the guarantee of one loan (domain.md A.9, 6.2). It is the Region's to decide on, so its row is the Region's.
 *
 * @param filing     as the bank filed it; empty where only what was decided on it is known yet
 * @param base       principal that the shares are taken of: as claimed, less what was recovered before the decision
 * @param filedOn    business date of the filing
 * @param payBy      last day on which the guarantors pay in time
 * @param objections what speaks against it
 * @param verdict    of the fund manager
 * @param parts      of the guarantors; a proposal before the decision, and none where nobody guarantees
 * @param recoveries that were counted on it, each once
 * @param isWrittenOff whether the bank has written the loan off while this was to decide
 * @param lastOn     business date of the filing or the decision; payments and recoveries keep no order among themselves
 */
public record Claim(UUID id, About about, Status state, Optional<Filing> filing, Money base, LocalDate filedOn,
        LocalDate payBy, List<Objection> objections, Optional<Verdict> verdict, List<Part> parts,
        List<Recovery> recoveries, boolean isWrittenOff, LocalDate lastOn) implements OfDossier {
    /** The Region decides on claims. */
    private static final String REGION = "region";

    public Claim {
        objections = List.copyOf(objections);
        parts = List.copyOf(parts);
        recoveries = List.copyOf(recoveries);
    }

    /** Where a claim stands. */
    public enum Status {
        /** To be decided. */
        FILED,
        /** The bank has taken it back. */
        WITHDRAWN, REJECTED,
        /** The guarantors owe their shares. */
        ACCEPTED,
        /** Every guarantor has paid. */
        PAID
    }

    /** Why a claim is rejected. */
    public enum RejectionReason {
        DOCUMENTS_MISSING, NOT_IN_DEFAULT, NOT_GUARANTEED, FILED_TOO_LATE, OTHER
    }

    /**
     * @param reasons     of a rejection
     * @param partiesMeet whether calls have passed half of the convention's envelope with this one (domain.md A.9)
     */
    public record Verdict(LocalDate on, List<RejectionReason> reasons, boolean partiesMeet) {
        public Verdict {
            reasons = List.copyOf(reasons);
        }
    }

    /** Money from the borrower after the filing, known by its own identifier. */
    public record Recovery(UUID recoveryId, Money amount) {
    }

    /** To be decided. */
    public boolean isOpen() {
        return state == Status.FILED;
    }

    /** Whether the guarantors have been called by it. */
    public boolean isCalled() {
        return state == Status.ACCEPTED || state == Status.PAID;
    }

    boolean knows(UUID recovery) {
        return recoveries.stream().anyMatch(each -> each.recoveryId().equals(recovery));
    }

    /** What the guarantors bear of the base. */
    public Money called() {
        return Money.sum(parts.stream().map(Part::amount).toList());
    }

    /** What the bank bears of it, with the remainder cent. */
    public Money bankKeeps() {
        return base.minus(called());
    }

    /** Decided or paid after the last day. */
    public boolean isLate() {
        return verdict.filter(each -> each.on().isAfter(payBy)).isPresent()
                || parts.stream().anyMatch(each -> each.isLate(payBy));
    }

    List<Share> shares() {
        return parts.stream().map(Part::share).toList();
    }

    Claim filed(Filing told, LocalDate by) {
        return new Claim(id, about, state, Optional.of(told), base, told.on(), by, objections, verdict, parts,
                recoveries, isWrittenOff, lastOn);
    }

    Claim onBase(Money lower, List<Recovery> counted) {
        return new Claim(id, about, state, filing, lower, filedOn, payBy, objections, verdict,
                Part.of(Share.of(lower, parts.stream().map(part -> part.share().agreed()).toList())), counted,
                isWrittenOff, lastOn);
    }

    Claim at(Status next, Optional<Verdict> decided, LocalDate on) {
        return new Claim(id, about, next, filing, base, filedOn, payBy, objections, decided, parts, recoveries,
                isWrittenOff, on);
    }

    /** With parts as they are now, whatever the day. */
    Claim with(Status next, List<Part> changed, List<Recovery> counted) {
        return new Claim(id, about, next, filing, base, filedOn, payBy, objections, verdict, changed, counted,
                isWrittenOff, lastOn);
    }

    Claim speakingAgainst(List<Objection> now) {
        return new Claim(id, about, state, filing, base, filedOn, payBy, now, verdict, parts, recoveries,
                isWrittenOff, lastOn);
    }

    Claim writtenOff() {
        return new Claim(id, about, state, filing, base, filedOn, payBy, objections, verdict, parts, recoveries, true,
                lastOn);
    }

    List<Recovery> and(Recovery recovery) {
        List<Recovery> more = new ArrayList<>(recoveries);
        more.add(recovery);
        return more;
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String tenant() {
        return REGION;
    }

    @Override
    public String status() {
        return Codes.of(state);
    }

    @Override
    public LocalDate day() {
        return filedOn;
    }
}
