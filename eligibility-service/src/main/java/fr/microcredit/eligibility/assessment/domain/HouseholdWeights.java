package fr.microcredit.eligibility.assessment.domain;

import java.math.BigDecimal;

import fr.microcredit.eligibility.scheme.domain.IncomeTest.UnitScale;

/** How households of different size are compared. Neither way counts heads. */
final class HouseholdWeights {
    private static final BigDecimal FURTHER_PERSON_FROM_14 = new BigDecimal("0.5");
    private static final BigDecimal PERSON_UNDER_14 = new BigDecimal("0.3");
    private static final BigDecimal LONE_PARENT = new BigDecimal("0.2");
    private static final BigDecimal SECOND = new BigDecimal("0.5");
    private static final BigDecimal THIRD = new BigDecimal("0.3");
    private static final BigDecimal FOURTH_IN_A_COUPLE = new BigDecimal("0.3");
    private static final BigDecimal FURTHER = new BigDecimal("0.4");
    private static final int FOURTH_PERSON = 4;

    private HouseholdWeights() {
    }

    /** OECD-modified scale; the family-allowance offices (CNAF) add 0.2 for a lone parent. */
    static BigDecimal consumptionUnits(Situation s, UnitScale scale) {
        BigDecimal units = BigDecimal.ONE
                .add(FURTHER_PERSON_FROM_14.multiply(BigDecimal.valueOf(s.personsFrom14() - 1L)))
                .add(PERSON_UNDER_14.multiply(BigDecimal.valueOf(s.personsUnder14())));
        return scale == UnitScale.CNAF && s.loneParent() ? units.add(LONE_PARENT) : units;
    }

    /**
     * Household multipliers of the RMI and the RSA (domain.md 2.2): half for the second person, 30 % for the third, 30 % for
     * the fourth in a couple but 40 % for a lone parent's, whose third child it is, 40 % for every further one.
     */
    static BigDecimal socialMinimumFactor(Situation s) {
        BigDecimal factor = BigDecimal.ONE;
        for (int person = 2; person <= s.heads(); person++) {
            factor = factor.add(switch (person) {
                case 2 -> SECOND;
                case FOURTH_PERSON - 1 -> THIRD;
                case FOURTH_PERSON -> s.loneParent() ? FURTHER : FOURTH_IN_A_COUPLE;
                default -> FURTHER;
            });
        }
        return factor;
    }
}
