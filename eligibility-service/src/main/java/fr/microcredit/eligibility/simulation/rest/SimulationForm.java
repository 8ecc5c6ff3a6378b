package fr.microcredit.eligibility.simulation.rest;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Ground;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purpose;
import fr.microcredit.eligibility.simulation.Simulate;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * A household and its wish, without a name. Amounts are euro cents, of a month where they are resources or charges.
 *
 * @param commune               INSEE code
 * @param on                    day of the request
 * @param knownOn               day whose knowledge of national values counts; the day of the request where absent
 * @param age                   of the applicant; of age where absent
 * @param otherGuaranteedCents  guaranteed principal the person owes besides; 0 where absent
 * @param residenceMonths       how long the household has lived there, where known
 * @param borrowerRate          yearly nominal rate to try, percent; each scheme's highest where absent
 */
public record SimulationForm(@NotNull @Pattern(regexp = "(\\d{2}|2A|2B)\\d{3}") String commune, @NotNull LocalDate on,
        LocalDate knownOn, @Min(0) @Max(120) Integer age, @NotNull @Min(1) @Max(20) Integer personsFrom14,
        @NotNull @Min(0) @Max(20) Integer personsUnder14, @NotNull Boolean loneParent,
        @NotNull @PositiveOrZero @Max(CENTS_MAX) Long resourcesCents,
        @NotNull @PositiveOrZero @Max(CENTS_MAX) Long chargesCents,
        @PositiveOrZero @Max(CENTS_MAX) Long loanInstalmentsCents,
        @PositiveOrZero @Max(CENTS_MAX) Long existingDebtCents,
        Boolean overIndebted, @Min(0) @Max(1200) Integer residenceMonths,
        @NotNull Purpose purpose,
        @NotNull Ground ground, @NotNull @Positive @Max(CENTS_MAX) Long amountCents,
        @NotNull @Min(1) @Max(120) Integer termMonths,
        @Pattern(regexp = "\\d{1,2}(\\.\\d{1,4})?") String borrowerRate,
        @PositiveOrZero @Max(CENTS_MAX) Long otherGuaranteedCents) {
    static final long CENTS_MAX = 100_000_000;

    Simulate.Question question() {
        if (loneParent && personsFrom14 + personsUnder14 < 2) {
            throw RefusedException.of(Reason.invalid("/loneParent", "impossible-household"));
        }
        Situation situation = new Situation(commune, Optional.ofNullable(age), personsFrom14, personsUnder14,
                loneParent,
                Money.ofCents(resourcesCents), Money.ofCents(chargesCents), orZero(loanInstalmentsCents),
                orZero(existingDebtCents), Boolean.TRUE.equals(overIndebted), Optional.ofNullable(residenceMonths));
        return new Simulate.Question(situation, purpose, ground, Money.ofCents(amountCents), termMonths,
                Optional.ofNullable(borrowerRate).map(Rate::ofPercent), on, knownOn == null ? on : knownOn,
                orZero(otherGuaranteedCents));
    }

    private static Money orZero(Long cents) {
        return cents == null ? Money.ZERO : Money.ofCents(cents);
    }
}
