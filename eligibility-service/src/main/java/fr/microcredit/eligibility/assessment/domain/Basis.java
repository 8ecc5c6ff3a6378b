package fr.microcredit.eligibility.assessment.domain;

import java.time.LocalDate;

/**
 * All that an assessment rests on besides situation and wish: with it the same answer can be computed again for ever.
 *
 * @param schemeVersion     applied
 * @param knownOn           day whose knowledge of the national values was used
 * @param parameterRevision newest value the platform had recorded
 * @param parameterHash     fingerprint of all values known then
 * @param situationRevision version of the household's figures
 * @param otherCents        what the person owed or had been promised besides, euro cents
 */
public record Basis(String schemeVersion, LocalDate knownOn, long parameterRevision, String parameterHash,
        int situationRevision, long otherCents) {
}
