package fr.microcredit.eligibility.assessment.domain;

import java.util.List;
import java.util.Optional;

import fr.microcredit.eligibility.directory.domain.Convention;
import fr.microcredit.eligibility.parameter.domain.KnownValues;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Guarantee;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.loan.Schedule;
import fr.microcredit.kit.money.Money;

/**
 * All that a rule may look at.
 *
 * @param parameters    as they were known on the day of the assessment
 * @param otherExposure what the person owes or has been promised besides, over all offices
 * @param partners      bank and office, as far as they are chosen
 * @param schedule      at the rate that applies; empty where the rate is not stated or the amount can not be spread
 */
public record Case(Scheme scheme, KnownValues parameters, Situation situation, Wish wish, Money otherExposure,
        Partners partners, Optional<Schedule> schedule) {

    public static Case of(Scheme scheme, KnownValues parameters, Situation situation, Wish wish,
            Money otherExposure) {
        return new Case(scheme, parameters, situation, wish, otherExposure, Partners.none(),
                schedule(scheme, wish, Partners.none()));
    }

    /** The same with a bank and an office. */
    public Case with(Partners chosen) {
        return new Case(scheme, parameters, situation, wish, otherExposure, chosen, schedule(scheme, wish, chosen));
    }

    private static Optional<Schedule> schedule(Scheme scheme, Wish wish, Partners partners) {
        Optional<Rate> rate = rate(scheme, wish, partners);
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
    private static Optional<Rate> rate(Scheme scheme, Wish wish, Partners partners) {
        boolean paysTheBanks = wish.isPaidByBorrower() && scheme.support().subsidy().stated().isPresent();
        return paysTheBanks
                ? bankRate(scheme, partners)
                : scheme.loan().borrowerRate().stated().map(range -> range.applied(wish.borrowerRate()));
    }

    /** What the borrower pays, as {@link #bankRate()} where nobody else bears the difference. */
    Optional<Rate> borrowerRate() {
        return rate(scheme, wish, partners);
    }

    /** The convention's where it states one, the scheme's otherwise. */
    Optional<Rate> bankRate() {
        return bankRate(scheme, partners);
    }

    private static Optional<Rate> bankRate(Scheme scheme, Partners partners) {
        return partners.convention().flatMap(Convention::bankRate)
                .or(() -> scheme.loan().bankRate().stated().map(Rate::new));
    }

    /** The convention's where it states them, the scheme's otherwise. */
    List<Guarantee> guarantees() {
        return partners.convention().flatMap(Convention::shares)
                .or(() -> scheme.support().guarantees().stated()).orElse(List.of());
    }

    /** The same household asking for another loan. */
    Case asking(Money amount, int months) {
        return of(scheme, parameters, situation, wish.asking(amount, months), otherExposure).with(partners);
    }
}
