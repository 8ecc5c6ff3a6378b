package fr.microcredit.eligibility.assessment.domain;

import java.util.Optional;

import fr.microcredit.kit.money.Money;

/**
 * The figures of a household on the day it asks.
 *
 * @param commune         INSEE code
 * @param age             of the applicant, whole years; empty where nobody was asked
 * @param resources       a month, benefits included
 * @param charges         incompressible ones, a month
 * @param loanInstalments of existing loans, a month
 * @param existingDebt    outstanding of existing loans
 * @param residenceMonths how long the household has lived in the territory, where it was asked
 */
public record Situation(String commune, Optional<Integer> age, int personsFrom14, int personsUnder14,
        boolean loneParent, Money resources,
        Money charges, Money loanInstalments, Money existingDebt, boolean overIndebted,
        Optional<Integer> residenceMonths) {
    /** Everyone counts one; not to be confused with consumption units. */
    public int heads() {
        return personsFrom14 + personsUnder14;
    }
}
