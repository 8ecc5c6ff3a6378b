package fr.microcredit.intake.request.domain;

import java.util.Optional;

import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * What is asked for.
 *
 * @param schemeId     under which the office files
 * @param bankId       the office proposes and the applicant agrees to
 * @param project      in the applicant's words; may speak of health or misfortune, so it never leaves the office
 * @param termMonths   number of instalments
 * @param borrowerRate yearly nominal rate the office has chosen within the scheme's bounds; empty where it leaves the
 *                     highest
 */
public record LoanRequest(String schemeId, String bankId, Purpose purpose, String project, Ground ground, Money amount,
        int termMonths, Optional<Rate> borrowerRate) {
    LoanRequest of(String bank) {
        return new LoanRequest(schemeId, bank, purpose, project, ground, amount, termMonths, borrowerRate);
    }

    /** At the rate that was chosen. */
    LoanRequest changedTo(Money newAmount, int newMonths) {
        return new LoanRequest(schemeId, bankId, purpose, project, ground, newAmount, newMonths,
                borrowerRate);
    }
}
