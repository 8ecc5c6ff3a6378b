package fr.microcredit.bank.file.domain;

import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * The frozen terms that came with the file.
 *
 * @param guaranteed whether the scheme has guarantors, who have to answer
 * @param subsidised whether the office pays part of the interest, and has to answer
 * @param document   all terms as JSON, passed on untouched
 */
public record FileTerms(Money amount, int months, Rate borrowerRate, Rate bankRate, boolean guaranteed,
        boolean subsidised, String document) {
}
