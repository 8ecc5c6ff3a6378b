package fr.microcredit.eligibility.assessment.domain;

import java.time.LocalDate;

import fr.microcredit.kit.money.Money;

/**
 * What is asked for.
 *
 * @param appliedOn day of the first submission: the rules of that day stay with the dossier
 */
public record Wish(String schemeId, String purpose, String ground, Money amount, int months, LocalDate appliedOn) {
}
