package fr.microcredit.eligibility.assessment.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import fr.microcredit.eligibility.parameter.domain.DatedValue;
import fr.microcredit.eligibility.parameter.domain.ParameterName;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.Basis;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.Period;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.UnitScale;
import fr.microcredit.kit.money.Money;

/**
 * The most a household may have: factor x reference x weight, rounded half up to the cent once, at the end.
 *
 * @param reference the national value
 * @param weight    consumption units or household factor
 */
record HouseholdCeiling(Money amount, DatedValue reference, String weight) {
    private static final int CENT_DIGITS = 2;
    /** Empty where the national value is not known for the day of the application. */
    static Optional<HouseholdCeiling> of(Period rule, Case c) {
        BigDecimal weight = weight(rule, c.situation());
        return c.parameters().on(parameterOf(rule, c), c.wish().appliedOn()).map(reference -> {
            BigDecimal euros = rule.factor().multiply(reference.value()).multiply(weight).setScale(CENT_DIGITS,
                    RoundingMode.HALF_UP);
            return new HouseholdCeiling(Money.ofCents(euros.movePointRight(CENT_DIGITS).longValueExact()), reference,
                    weight.toPlainString());
        });
    }

    /** The RSA has taken the place of the RMI: whichever holds that day. */
    static ParameterName parameterOf(Period rule, Case c) {
        if (rule.basis() != Basis.SOCIAL_MINIMUM_BY_HOUSEHOLD) {
            return ParameterName.SMIC_NET_MONTHLY;
        }
        boolean rmiHolds = c.parameters().on(ParameterName.RMI_MONTHLY, c.wish().appliedOn()).isPresent();
        return rmiHolds ? ParameterName.RMI_MONTHLY : ParameterName.RSA_MONTHLY;
    }

    private static BigDecimal weight(Period rule, Situation situation) {
        return switch (rule.basis()) {
            case SMIC_NET_FLAT -> BigDecimal.ONE;
            case SOCIAL_MINIMUM_BY_HOUSEHOLD -> HouseholdWeights.socialMinimumFactor(situation);
            case SMIC_NET_PER_UC ->
                HouseholdWeights.consumptionUnits(situation, rule.scale().orElse(UnitScale.OECD_MODIFIED));
        };
    }
}
