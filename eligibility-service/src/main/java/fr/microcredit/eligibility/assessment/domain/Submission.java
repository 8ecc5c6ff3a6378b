package fr.microcredit.eligibility.assessment.domain;

import java.time.LocalDate;

import fr.microcredit.kit.domain.About;

/**
 * A version of a request and the situation it is to be assessed with.
 *
 * @param on business date
 */
public record Submission(About about, int revision, int situationRevision, Wish wish, LocalDate on) {
    public boolean isUnderTheSchemeOf(Submission other) {
        return wish.schemeId().equals(other.wish().schemeId());
    }

    /** A changed request keeps the rules of the day on which it was first submitted under this scheme. */
    public Submission byTheRulesOf(Submission first) {
        return new Submission(about, revision, situationRevision, wish.appliedOn(first.wish().appliedOn()), on);
    }
}
