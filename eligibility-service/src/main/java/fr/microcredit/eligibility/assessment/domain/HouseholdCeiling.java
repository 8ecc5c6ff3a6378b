package fr.microcredit.eligibility.assessment.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import fr.microcredit.eligibility.scheme.domain.Parameters;
import fr.microcredit.eligibility.scheme.domain.Scheme.CeilingBasis;
import fr.microcredit.eligibility.scheme.domain.Scheme.IncomeCeiling;
import fr.microcredit.kit.money.Money;

/**
 * The most a household may have: factor x reference x weight, rounded half up to the cent once, at the end.
 *
 * @param reference euros of the national value
 * @param weight    consumption units or household factor
 */
record HouseholdCeiling(Money amount, String reference, String weight) {
    private static final BigDecimal FURTHER_PERSON_FROM_14 = new BigDecimal("0.5");
    private static final BigDecimal PERSON_UNDER_14 = new BigDecimal("0.3");
    private static final BigDecimal SECOND = new BigDecimal("0.5");
    private static final BigDecimal THIRD = new BigDecimal("0.3");
    private static final BigDecimal FOURTH_IN_A_COUPLE = new BigDecimal("0.3");
    private static final BigDecimal FURTHER = new BigDecimal("0.4");
    private static final int CENT_DIGITS = 2;

    /** Empty where the national value is not known for the day of the application. */
    static Optional<HouseholdCeiling> of(IncomeCeiling rule, Case c) {
        BigDecimal weight = rule.basis() == CeilingBasis.SMIC_NET_PER_UC
                ? consumptionUnits(c.situation())
                : socialMinimumFactor(c.situation());
        return c.parameters().on(parameterOf(rule), c.wish().appliedOn()).map(reference -> {
            BigDecimal euros = rule.factor().multiply(reference.value()).multiply(weight).setScale(CENT_DIGITS,
                    RoundingMode.HALF_UP);
            return new HouseholdCeiling(Money.ofEuros(euros.toPlainString()), reference.value().toPlainString(),
                    weight.toPlainString());
        });
    }

    static String parameterOf(IncomeCeiling rule) {
        return rule.basis() == CeilingBasis.SMIC_NET_PER_UC ? Parameters.SMIC_NET_MONTHLY : Parameters.RMI_MONTHLY;
    }

    /** OECD-modified scale: 1 for the first adult, 0.5 for each further person of 14 and over, 0.3 under 14. */
    static BigDecimal consumptionUnits(Situation s) {
        return BigDecimal.ONE.add(FURTHER_PERSON_FROM_14.multiply(BigDecimal.valueOf(s.personsFrom14() - 1L)))
                .add(PERSON_UNDER_14.multiply(BigDecimal.valueOf(s.personsUnder14())));
    }

    /** Household multipliers of the RMI and the RSA (domain.md 2.2): a lone parent's third child weighs 40 %. */
    static BigDecimal socialMinimumFactor(Situation s) {
        BigDecimal factor = BigDecimal.ONE;
        for (int person = 2; person <= s.heads(); person++) {
            factor = factor.add(switch (person) {
                case 2 -> SECOND;
                case 3 -> THIRD;
                case 4 -> s.loneParent() ? FURTHER : FOURTH_IN_A_COUPLE;
                default -> FURTHER;
            });
        }
        return factor;
    }
}
