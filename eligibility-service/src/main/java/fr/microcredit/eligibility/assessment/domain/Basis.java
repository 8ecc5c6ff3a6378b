package fr.microcredit.eligibility.assessment.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * All that an assessment rests on besides situation and wish: with it the same answer can be computed again for ever.
 *
 * @param schemeVersion     applied
 * @param knownOn           day whose knowledge of the national values was used
 * @param parameterRevision newest value the platform had recorded
 * @param parameterHash     fingerprint of all values known then
 * @param situationRevision version of the household's figures
 * @param otherCents        what the person owed or had been promised besides, euro cents
 * @param partners          what of the directory was looked at; empty where nobody had proposed a bank
 */
public record Basis(String schemeVersion, LocalDate knownOn, long parameterRevision, String parameterHash,
        int situationRevision, long otherCents, Optional<Partners.Keys> partners) {
}
