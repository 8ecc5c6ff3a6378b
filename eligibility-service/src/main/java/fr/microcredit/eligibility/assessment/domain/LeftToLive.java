package fr.microcredit.eligibility.assessment.domain;

import java.util.Optional;

import fr.microcredit.kit.loan.Schedule;
import fr.microcredit.kit.money.Money;

/**
 * What is left to live on in a month (reste à vivre, domain.md A.4), whether the scheme has a rule on it or not.
 *
 * @param before          resources less charges and existing loans
 * @param largestInstalment of the loan asked for; empty where it can not be spread, such as under a rate that is open
 * @param heads           everyone counts one
 */
public record LeftToLive(Money before, Optional<Money> largestInstalment, int heads) {
    public static LeftToLive of(Case c) {
        Situation s = c.situation();
        return new LeftToLive(s.resources().minus(s.charges()).minus(s.loanInstalments()),
                c.schedule().map(Schedule::largestPayment), s.heads());
    }

    /** With the loan, in its dearest month. */
    public Optional<Money> after() {
        return largestInstalment.map(before::minus);
    }
}
