package fr.microcredit.eligibility.assessment.domain;

import java.time.LocalDate;

import fr.microcredit.eligibility.scheme.domain.AccessClauses.Ground;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purpose;
import fr.microcredit.kit.money.Money;

/**
 * What is asked for.
 *
 * @param appliedOn day of the first submission: the rules of that day stay with the dossier
 */
public record Wish(String schemeId, Purpose purpose, Ground ground, Money amount, int months, LocalDate appliedOn) {
    Wish appliedOn(LocalDate day) {
        return new Wish(schemeId, purpose, ground, amount, months, day);
    }
}
