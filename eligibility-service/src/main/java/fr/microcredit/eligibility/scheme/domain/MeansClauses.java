package fr.microcredit.eligibility.scheme.domain;

import java.math.BigDecimal;

/**
 * What a household may have, owe and must have left.
 *
 * @param incomeTest              the most it may have
 * @param resteAVivrePerHeadCents what must be left to each head of the household, euro cents a month
 * @param debtRatio               most that all instalments may take of the resources, of 1
 * @param overIndebted            what a running procedure of over-indebtedness means
 * @param importantDebt           whether existing debts are for a person to judge
 */
public record MeansClauses(Clause<IncomeTest> incomeTest, Clause<Long> resteAVivrePerHeadCents,
        Clause<BigDecimal> debtRatio, Clause<OverIndebted> overIndebted, Clause<Boolean> importantDebt) {

    /** What a running procedure of over-indebtedness means. */
    public enum OverIndebted {
        REFUSED, ADMITTED
    }
}
