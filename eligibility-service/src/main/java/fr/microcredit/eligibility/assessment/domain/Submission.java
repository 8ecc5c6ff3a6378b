package fr.microcredit.eligibility.assessment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.eligibility.assessment.domain.Partners.ProposedBank;
import fr.microcredit.kit.domain.About;

/**
 * A version of a request and the situation it is to be assessed with.
 *
 * @param bank that the office proposes
 * @param on   business date
 */
public record Submission(About about, int revision, int situationRevision, Wish wish, Optional<ProposedBank> bank,
        LocalDate on) {
    private boolean isUnderTheSchemeOf(Submission other) {
        return wish.schemeId().equals(other.wish().schemeId());
    }

    /** After earlier versions: with the rules of the first under its scheme, and the day on which its bank was first proposed. */
    public Submission after(List<Submission> before) {
        Submission ruled = before.stream().filter(this::isUnderTheSchemeOf).findFirst().map(this::byTheRulesOf)
                .orElse(this);
        return before.stream().filter(this::isUnderTheSchemeOf).flatMap(each -> each.bank().stream())
                .filter(each -> bank.filter(mine -> mine.bankId().equals(each.bankId())).isPresent()).findFirst()
                .map(ruled::askedOf).orElse(ruled);
    }

    private Submission askedOf(ProposedBank first) {
        return new Submission(about, revision, situationRevision, wish, Optional.of(first), on);
    }

    /** A changed request keeps the rules of the day on which it was first submitted under this scheme. */
    private Submission byTheRulesOf(Submission first) {
        return new Submission(about, revision, situationRevision, wish.appliedOn(first.wish().appliedOn()), bank, on);
    }
}
