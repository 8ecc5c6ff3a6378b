package fr.microcredit.intake.request.domain;

import fr.microcredit.kit.money.Money;

/**
 * What is asked for.
 *
 * @param schemeId   under which the office files
 * @param bankId     the office proposes and the applicant agrees to
 * @param project    in the applicant's words; may speak of health or misfortune, so it never leaves the office
 * @param termMonths number of instalments
 */
public record LoanRequest(String schemeId, String bankId, Purpose purpose, String project, Ground ground, Money amount,
        int termMonths) {
    LoanRequest changedTo(Money newAmount, int newMonths) {
        return new LoanRequest(schemeId, bankId, purpose, project, ground, newAmount, newMonths);
    }
}
