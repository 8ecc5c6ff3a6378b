package fr.microcredit.guarantee.claim.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.guarantee.claim.domain.Claim;
import fr.microcredit.guarantee.claim.domain.Filing;
import fr.microcredit.guarantee.claim.domain.Objection;
import fr.microcredit.guarantee.claim.domain.Part;
import fr.microcredit.kit.money.Money;

/**
 * A claim; amounts in cents.
 *
 * @param claimed         base as the bank filed it
 * @param base            what the shares are taken of: less what was recovered before the decision
 * @param overdueInterest owed by the borrower and not claimed
 * @param filedOn         since when it is to decide
 * @param payBy           until when guarantors pay in time
 * @param late            decided or paid after that day
 * @param speaksAgainst   what a fund manager looks at before the decision; nothing of it refuses by itself
 * @param shares          of the guarantors, a proposal before the decision
 * @param partiesMeet     whether calls have passed half of the convention's envelope
 */
public record ClaimView(UUID claimId, UUID dossierId, String bankId, String officeId, Claim.Status status,
        Money claimed, Money base, Money overdueInterest, LocalDate filedOn, LocalDate payBy, boolean late,
        List<Objection> speaksAgainst, List<DocumentView> documents, List<ShareView> shares, Money bankKeeps,
        Optional<LocalDate> decidedOn, List<Claim.RejectionReason> reasons, boolean partiesMeet,
        List<Claim.Recovery> recoveries) {

    /** A document that the bank keeps. */
    public record DocumentView(Filing.Kind kind, String sha256, long bytes) {
    }

    /** @param returned what has come back of recoveries */
    public record ShareView(String guarantor, BigDecimal fraction, Money amount, Optional<LocalDate> paidOn,
            boolean late, Money returned) {
        static ShareView of(Part part, LocalDate payBy) {
            return new ShareView(part.guarantor(), part.fraction(), part.amount(), part.paidOn(),
                    part.isLate(payBy), part.returned());
        }
    }

    static ClaimView of(Claim c) {
        return new ClaimView(c.id(), c.dossierId(), c.about().bank(), c.about().officeId(), c.state(),
                c.filing().map(Filing::base).orElse(c.base()), c.base(),
                c.filing().map(Filing::overdueInterest).orElse(Money.ZERO), c.filedOn(), c.payBy(), c.isLate(),
                c.objections(), documents(c), c.parts().stream().map(part -> ShareView.of(part, c.payBy())).toList(),
                c.bankKeeps(), c.verdict().map(Claim.Verdict::on),
                c.verdict().map(Claim.Verdict::reasons).orElse(List.of()),
                c.verdict().filter(Claim.Verdict::partiesMeet).isPresent(), c.recoveries());
    }

    private static List<DocumentView> documents(Claim claim) {
        return claim.filing().map(Filing::documents).orElse(List.of()).stream()
                .map(each -> new DocumentView(each.kind(), each.sha256(), each.bytes())).toList();
    }
}
