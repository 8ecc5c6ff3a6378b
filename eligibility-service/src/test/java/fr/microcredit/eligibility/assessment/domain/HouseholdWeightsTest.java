package fr.microcredit.eligibility.assessment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.parameter.domain.ParameterName;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.UnitScale;
import fr.microcredit.kit.domain.Codes;

/** The tables of domain.md 2.2, and the two scales of consumption units of 1.3. */
class HouseholdWeightsTest {
    @ParameterizedTest(name = "{0} from 14, {1} under 14, lone parent {2}")
    @CsvSource({"1, 0, false, 1.0, 1.0", "2, 0, false, 1.5, 1.5", "1, 1, true, 1.3, 1.5", "1, 2, true, 1.6, 1.8",
            "1, 3, true, 1.9, 2.1", "1, 4, true, 2.2, 2.4", "2, 0, true, 1.5, 1.7", "2, 1, true, 1.8, 2.0",
            "3, 0, true, 2.0, 2.2", "2, 1, false, 1.8, 1.8", "2, 2, false, 2.1, 2.1", "2, 3, false, 2.4, 2.4",
            "2, 4, false, 2.7, 2.7", "3, 1, false, 2.3, 2.3", "4, 2, false, 3.1, 3.1"})
    void consumptionUnits(int from14, int under14, boolean lone, BigDecimal oecd, BigDecimal cnaf) {
        Situation household = household(from14, under14, lone);
        assertSame(oecd, HouseholdWeights.consumptionUnits(household, UnitScale.OECD_MODIFIED));
        assertSame(cnaf, HouseholdWeights.consumptionUnits(household, UnitScale.CNAF));
    }

    @ParameterizedTest(name = "{0} from 14, {1} under 14, lone parent {2}: factor {3}")
    @CsvSource({"1, 0, false, 1.0", "1, 1, true, 1.5", "2, 0, false, 1.5", "1, 2, true, 1.8", "2, 1, false, 1.8",
            "2, 2, false, 2.1", "1, 3, true, 2.2", "2, 3, false, 2.5", "1, 4, true, 2.6", "2, 4, false, 2.9",
            "1, 5, true, 3.0", "2, 5, false, 3.3", "2, 0, true, 1.5", "3, 0, true, 1.8", "2, 2, true, 2.2",
            "4, 0, true, 2.2", "4, 0, false, 2.1", "3, 2, false, 2.5"})
    void socialMinimumFactor(int from14, int under14, boolean lone, BigDecimal factor) {
        assertSame(factor, HouseholdWeights.socialMinimumFactor(household(from14, under14, lone)));
    }

    @ParameterizedTest(name = "{0} from 14, {1} under 14, lone parent {2}")
    @CsvSource({"1, 0, false, 440.86, 447.91, 460.09, 466.99, 646.52, 651.69",
            "1, 1, true, 661.29, 671.87, 690.14, 700.49, 969.78, 977.54",
            "2, 0, false, 661.29, 671.87, 690.14, 700.49, 969.78, 977.54",
            "1, 2, true, 793.55, 806.24, 828.16, 840.58, 1163.74, 1173.04",
            "2, 1, false, 793.55, 806.24, 828.16, 840.58, 1163.74, 1173.04",
            "2, 2, false, 925.81, 940.61, 966.19, 980.68, 1357.69, 1368.55",
            "1, 3, true, 969.89, 985.40, 1012.20, 1027.38, 1422.34, 1433.72",
            "2, 3, false, 1102.15, 1119.78, 1150.23, 1167.48, 1616.30, 1629.23",
            "1, 4, true, 1146.24, 1164.57, 1196.23, 1214.17, 1680.95, 1694.39",
            "2, 4, false, 1278.49, 1298.94, 1334.26, 1354.27, 1874.91, 1889.90"})
    void amountsOfTheTable(int from14, int under14, boolean lone, String rmi2007, String rmi2008, String rsa2010,
            String rsa2011, String rsa2025, String rsa2026) {
        Situation household = household(from14, under14, lone);
        assertAmount(rmi2007, household, ParameterName.RMI_MONTHLY, "2007-01-01");
        assertAmount(rmi2008, household, ParameterName.RMI_MONTHLY, "2008-01-01");
        assertAmount(rsa2010, household, ParameterName.RSA_MONTHLY, "2010-01-01");
        assertAmount(rsa2011, household, ParameterName.RSA_MONTHLY, "2011-01-01");
        assertAmount(rsa2025, household, ParameterName.RSA_MONTHLY, "2025-04-01");
        assertAmount(rsa2026, household, ParameterName.RSA_MONTHLY, "2026-04-01");
    }

    private static void assertAmount(String expected, Situation household, ParameterName name, String day) {
        BigDecimal single = Files.knownValues().on(name, LocalDate.parse(day)).orElseThrow().value();
        assertEquals(new BigDecimal(expected), single.multiply(HouseholdWeights.socialMinimumFactor(household))
                .setScale(2, RoundingMode.HALF_UP), Codes.of(name) + " on " + day);
    }

    private static void assertSame(BigDecimal expected, BigDecimal found) {
        assertEquals(0, expected.compareTo(found), () -> expected + " is not " + found);
    }

    private static Situation household(int from14, int under14, boolean lone) {
        return Request.atDijon().household(from14, under14, lone).situation();
    }
}
