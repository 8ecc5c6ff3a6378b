package fr.microcredit.eligibility.assessment.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.scheme.domain.Clause;
import fr.microcredit.eligibility.scheme.domain.IncomeTest;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.Basis;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.Period;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.UnitScale;
import fr.microcredit.eligibility.scheme.domain.LoanClauses;
import fr.microcredit.eligibility.scheme.domain.MeansClauses;
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
            case "dijon-means" -> withMeans(scheme, Files.scheme("dijon-demonstration-1").means());
            case "debt-ratio" -> withDebtRatio(scheme, new BigDecimal("0.33"));
            case "minimum-310" -> withRange(scheme, 31_000, scheme.loan().maxTermMonths().required());
            case "term-108" -> withRange(scheme, scheme.loan().minAmountCents().required(), 108);
            default -> throw new IllegalArgumentException("No such reading: " + reading);
        };
    }

    /** 1.20 times a national value, known to be the rule at any time. */
    private static Scheme withCeiling(Scheme scheme, Basis basis, Optional<UnitScale> scale) {
        Period always = new Period(FROM, Optional.empty(), basis, new BigDecimal("1.20"), scale, Optional.empty(),
                false,
                SOURCE);
        MeansClauses means = scheme.means();
        return withMeans(scheme, new MeansClauses(Clause.stated(new IncomeTest(List.of(always)), SOURCE),
                means.resteAVivrePerHeadCents(), means.debtRatio(), means.overIndebted(), means.importantDebt()));
    }

    private static Scheme withDebtRatio(Scheme scheme, BigDecimal ratio) {
        MeansClauses means = scheme.means();
        return withMeans(scheme, new MeansClauses(means.incomeTest(), means.resteAVivrePerHeadCents(),
                Clause.stated(ratio, SOURCE), means.overIndebted(), means.importantDebt()));
    }

    private static Scheme withMeans(Scheme scheme, MeansClauses means) {
        return with(scheme, scheme.loan(), means);
    }

    private static Scheme withRange(Scheme scheme, long minAmountCents, int maxTermMonths) {
        LoanClauses loan = scheme.loan();
        return with(scheme,
                new LoanClauses(Clause.stated(minAmountCents, SOURCE), loan.maxAmountCents(),
                        loan.exceptionalAmountCents(), loan.minTermMonths(), Clause.stated(maxTermMonths, SOURCE),
                        loan.exceptionalTermMonths(), loan.borrowerRate(), loan.bankRate(), loan.feesCents(),
                        loan.personalGuarantor()),
                scheme.means());
    }

    private static Scheme with(Scheme scheme, LoanClauses loan, MeansClauses means) {
        return new Scheme(scheme.schemeId(), scheme.version(), scheme.name(), scheme.validFrom(), scheme.validTo(),
                scheme.territory(), scheme.decision(), loan, means, scheme.access(), scheme.support(),
                scheme.accompaniment());
    }
}
