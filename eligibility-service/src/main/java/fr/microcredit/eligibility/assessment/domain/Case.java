package fr.microcredit.eligibility.assessment.domain;

import java.util.Optional;

import fr.microcredit.eligibility.parameter.domain.KnownValues;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.loan.Schedule;
import fr.microcredit.kit.money.Money;

/**
 * All that a rule may look at.
 *
 * @param parameters    as they were known on the day of the assessment
 * @param otherExposure what the person owes or has been promised besides, over all offices
 * @param schedule      at the rate that applies; empty where the rate is not stated or the amount can not be spread
 */
public record Case(Scheme scheme, KnownValues parameters, Situation situation, Wish wish, Money otherExposure,
        Optional<Schedule> schedule) {

    public static Case of(Scheme scheme, KnownValues parameters, Situation situation, Wish wish,
            Money otherExposure) {
        return new Case(scheme, parameters, situation, wish, otherExposure, schedule(scheme, wish));
    }

    private static Optional<Schedule> schedule(Scheme scheme, Wish wish) {
        Optional<Rate> rate = rate(scheme, wish);
        boolean sensible = wish.amount().isPositive() && wish.months() >= 1 && wish.months() <= Schedule.MAX_MONTHS;
        if (rate.isEmpty() || !sensible) {
            return Optional.empty();
        }
        try {
            return Optional.of(Schedule.constantInstalments(wish.amount(), wish.months(), rate.get()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Chosen within the scheme's range; the bank's where nobody else bears the difference any more. */
    static Optional<Rate> rate(Scheme scheme, Wish wish) {
        boolean paysTheBanks = wish.isPaidByBorrower() && scheme.support().subsidy().stated().isPresent();
        return paysTheBanks
                ? scheme.loan().bankRate().stated().map(Rate::new)
                : scheme.loan().borrowerRate().stated().map(range -> range.applied(wish.borrowerRate()));
    }

    /** The same household asking for another loan. */
    Case asking(Money amount, int months) {
        return of(scheme, parameters, situation, wish.asking(amount, months), otherExposure);
    }
}
