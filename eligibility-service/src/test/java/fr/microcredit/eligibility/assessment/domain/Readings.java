package fr.microcredit.eligibility.assessment.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Ground;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Grounds;
import fr.microcredit.eligibility.scheme.domain.Altered;
import fr.microcredit.eligibility.scheme.domain.Clause;
import fr.microcredit.eligibility.scheme.domain.IncomeTest;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.Basis;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.Period;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.UnitScale;
import fr.microcredit.eligibility.scheme.domain.Scheme;

/** Shipped schemes with one rule read otherwise, for what no shipped file has. */
final class Readings {
    private static final LocalDate FROM = LocalDate.of(2007, 1, 1);
    private static final String SOURCE = "test";

    private Readings() {
    }

    /** @param name a version, and where another reading is wanted a plus and the reading */
    static Scheme named(String name) {
        String[] parts = name.split("\\+");
        Scheme scheme = Files.scheme(parts[0]);
        return parts.length == 1 ? scheme : read(scheme, parts[1]);
    }

    private static Scheme read(Scheme scheme, String reading) {
        return switch (reading) {
            case "social-minimum" -> withCeiling(scheme, Basis.SOCIAL_MINIMUM_BY_HOUSEHOLD, Optional.empty());
            case "smic-flat" -> withCeiling(scheme, Basis.SMIC_NET_FLAT, Optional.empty());
            case "cnaf" -> withCeiling(scheme, Basis.SMIC_NET_PER_UC, Optional.of(UnitScale.CNAF));
            case "dijon-means" -> Altered.copy(scheme, "means", Files.scheme("dijon-demonstration-1").means());
            case "debt-ratio" -> stating(scheme, "means/debtRatio", new BigDecimal("0.33"));
            case "minimum-310" -> stating(scheme, "loan/minAmountCents", 31_000L);
            case "term-108" -> stating(scheme, "loan/maxTermMonths", 108);
            case "refused-only" ->
                stating(scheme, "access/grounds", new Grounds(List.of(Ground.REFUSED_ORDINARY_LOAN)));
            default -> throw new IllegalArgumentException("No such reading: " + reading);
        };
    }

    /** 1.20 times a national value, known to be the rule at any time. */
    private static Scheme withCeiling(Scheme scheme, Basis basis, Optional<UnitScale> scale) {
        return stating(scheme, "means/incomeTest", new IncomeTest(List.of(new Period(FROM, Optional.empty(), basis,
                new BigDecimal("1.20"), scale, Optional.empty(), false, SOURCE))));
    }

    private static Scheme stating(Scheme scheme, String rule, Object value) {
        return Altered.copy(scheme, rule, Clause.stated(value, SOURCE));
    }
}
