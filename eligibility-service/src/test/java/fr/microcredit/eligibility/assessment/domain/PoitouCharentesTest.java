package fr.microcredit.eligibility.assessment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.assessment.domain.Outcome.Result;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.money.Money;

/** The regional demonstration convention: universal, without reste à vivre, rate range of one value. */
class PoitouCharentesTest {
    private static final Scheme REGION = Files.scheme("poitou-charentes");
    private static final LocalDate ON = LocalDate.of(2010, 2, 1);

    /** The demonstration's dossier (e): one adult, one child under 14, 1 150.00 against 1 647.73. */
    @Test
    void orthodonticsForAChild() {
        List<Outcome> outcomes = assess("86194", "1150.00", "health", "3000", 24);
        assertEquals(Verdict.ELIGIBLE, Verdict.of(outcomes));
        assertEquals("164773", outcomes.stream().filter(each -> each.rule().equals("income-ceiling")).findFirst()
                .orElseThrow().figures().get("ceilingCents"));
        assertEquals(List.of("residence", "amount", "term", "purpose", "ground", "income-ceiling"),
                outcomes.stream().map(Outcome::rule).toList());
    }

    @ParameterizedTest
    @CsvSource({"16001, PASS", "17300, PASS", "79191, PASS", "86194, PASS", "21231, FAIL", "75056, FAIL"})
    void theRegionIsItsFourDepartments(String commune, Result result) {
        assertEquals(result, outcome(assess(commune, "1000", "health", "1000", 12), "residence"));
    }

    @ParameterizedTest
    @CsvSource({"holiday, PASS", "other, PASS", "debt-consolidation, FAIL"})
    void anyPurposeButBuyingBackDebts(String purpose, Result result) {
        assertEquals(result, outcome(assess("86194", "1000", purpose, "1000", 12), "purpose"));
    }

    private static Result outcome(List<Outcome> outcomes, String rule) {
        return outcomes.stream().filter(each -> each.rule().equals(rule)).findFirst().orElseThrow().result();
    }

    private static List<Outcome> assess(String commune, String resources, String purpose, String amount, int months) {
        Situation situation = new Situation(commune, 1, 1, true, Money.ofEuros(resources), Money.ZERO, Money.ZERO,
                Money.ZERO, false);
        return Assessor.outcomes(new Case(REGION, Files.parameters(), situation,
                new Wish("poitou-charentes", purpose, "aid-insufficient", Money.ofEuros(amount), months, ON)));
    }
}
