package fr.microcredit.eligibility.assessment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.assessment.domain.Outcome.Result;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.testing.Seeded;

/** Dijon's rules, one row a case, both sides of every limit. */
class DijonTest {
    private static final Scheme DIJON = Files.scheme("dijon");
    private static final LocalDate ON = LocalDate.of(2008, 9, 15);

    /** The demonstration's dossiers (a) to (d). */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"a, 2008-09-15, 1, 1, 1100.00, 560.00, household-appliance, 1500, 18, 161855, 45592, 40000, ELIGIBLE",
            "b, 2008-10-06, 2, 2, 900.00, 640.00, holiday, 3500, 24, 261458, 11264, 80000, INELIGIBLE",
            "c, 2009-01-05, 1, 0, 1050.00, 600.00, vehicle, 2000, 24, 124504, 36569, 20000, NEEDS_HUMAN",
            "d, 2009-02-02, 2, 0, 1600.00, 900.00, vehicle, 2500, 24, 186755, 59474, 40000, NEEDS_HUMAN"})
    void theDemonstrationsDossiers(String name, LocalDate on, int from14, int under14, String resources, String charges,
            String purpose, String amount, int months, String ceiling, String left, String floor, Verdict verdict) {
        Situation situation = situation(from14, under14, resources, charges);
        List<Outcome> outcomes = assess(situation,
                new Wish("dijon", purpose, "not-asked", Money.ofEuros(amount), months, on));
        assertEquals(ceiling, outcome(outcomes, "income-ceiling").figures().get("ceilingCents"));
        assertEquals(left, outcome(outcomes, "reste-a-vivre").figures().get("leftCents"));
        assertEquals(floor, outcome(outcomes, "reste-a-vivre").figures().get("floorCents"));
        assertEquals(verdict, Verdict.of(outcomes));
    }

    @Test
    void everyRuleThatFailsIsTold() {
        List<Outcome> outcomes = assess(situation(2, 2, "900.00", "640.00"), wish("holiday", "3500", 24));
        assertEquals(List.of("amount", "purpose", "reste-a-vivre"), outcomes.stream()
                .filter(outcome -> outcome.result() == Result.FAIL).map(Outcome::rule).toList());
        assertEquals(Result.PASS, outcome(outcomes, "income-ceiling").result());
    }

    @ParameterizedTest(name = "single with {0}: {1}")
    @CsvSource({"1245.03, PASS", "1245.04, PASS", "1245.05, FAIL"})
    void equalityPassesTheCeiling(String resources, Result result) {
        assertEquals(result,
                outcome(assess(situation(1, 0, resources, "0"), wish("rental-deposit", "300", 24)), "income-ceiling")
                        .result());
    }

    /** 3 000 over 24 months at 1 % asks 126.31 at most: 326.31 leaves exactly 200 to one head. */
    @ParameterizedTest(name = "resources {0}: {1}")
    @CsvSource({"326.30, FAIL", "326.31, PASS", "326.32, PASS"})
    void equalityPassesTheResteAVivreAndTheLargestInstalmentCounts(String resources, Result result) {
        assertEquals(result,
                outcome(assess(situation(1, 0, resources, "0"), wish("rental-deposit", "3000", 24)), "reste-a-vivre")
                        .result());
    }

    @ParameterizedTest(name = "{0} EUR over {1}: amount {2}, term {3}")
    @CsvSource({"299.99, 12, FAIL, PASS", "300, 5, PASS, PASS", "3000, 24, PASS, PASS", "3000.01, 12, FAIL, PASS",
            "1000, 4, PASS, FAIL", "1000, 25, PASS, FAIL"})
    void bothEndsOfARangeAreInside(String amount, int months, Result amountResult, Result termResult) {
        List<Outcome> outcomes = assess(situation(1, 0, "1000", "0"), wish("rental-deposit", amount, months));
        assertEquals(amountResult, outcome(outcomes, "amount").result());
        assertEquals(termResult, outcome(outcomes, "term").result());
    }

    @ParameterizedTest
    @CsvSource({"household-appliance, PASS, false", "rental-deposit, PASS, false", "driving-licence, PASS, true",
            "vehicle, PASS, true", "holiday, FAIL, false", "health, FAIL, false"})
    void theListIsClosedAndSomePurposesAreJudged(String purpose, Result result, boolean judged) {
        List<Outcome> outcomes = assess(situation(1, 0, "1000", "0"), wish(purpose, "1000", 12));
        assertEquals(result, outcome(outcomes, "purpose").result());
        assertEquals(judged, outcomes.stream().anyMatch(each -> each.rule().equals("professional-inclusion")
                && each.result() == Result.NEEDS_HUMAN));
    }

    @ParameterizedTest(name = "applied {0}: {1} {2}")
    @CsvSource({"2008-05-13, NEEDS_HUMAN, above-assumed-ceiling", "2008-05-14, NEEDS_HUMAN, parameter-missing",
            "2008-06-30, NEEDS_HUMAN, parameter-missing", "2008-07-01, PASS, within", "2009-06-30, PASS, within",
            "2009-07-01, NEEDS_HUMAN, parameter-missing", "2009-12-31, NEEDS_HUMAN, parameter-missing",
            "2010-01-01, PASS, within"})
    void theRuleAndTheValueAreThoseOfTheDay(LocalDate on, Result result, String code) {
        Outcome outcome = outcome(assess(situation(1, 0, "1000.00", "0"),
                new Wish("dijon", "rental-deposit", "not-asked", Money.ofEuros("1000"), 12, on)), "income-ceiling");
        assertEquals(result, outcome.result());
        assertEquals(code, outcome.code());
    }

    /** domain.md 2.2: a lone parent's third child weighs 40 %, the fourth person of a couple 30 %. */
    @ParameterizedTest(name = "{0} heads, lone {1}: {2}")
    @CsvSource({"1, false, 1", "2, true, 1.5", "2, false, 1.5", "3, false, 1.8", "4, false, 2.1", "4, true, 2.2",
            "5, false, 2.5", "5, true, 2.6", "6, false, 2.9"})
    void householdFactorsOfTheSocialMinimum(int heads, boolean lone, String factor) {
        Situation household = new Situation("21231", lone ? 1 : Math.min(2, heads),
                lone ? heads - 1 : Math.max(0, heads - 2),
                lone, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, false);
        assertEquals(0, HouseholdCeiling.socialMinimumFactor(household).compareTo(new java.math.BigDecimal(factor)));
    }

    @Test
    void existingLoansCountAsChargesAndAreForAPersonToJudge() {
        Situation indebted = new Situation("21231", 1, 0, false, Money.ofEuros("1000"), Money.ofEuros("600"),
                Money.ofEuros("150"), Money.ofEuros("2000"), false);
        List<Outcome> outcomes = assess(indebted, wish("rental-deposit", "1500", 18));
        assertEquals("16592", outcome(outcomes, "reste-a-vivre").figures().get("leftCents"));
        assertEquals(Result.FAIL, outcome(outcomes, "reste-a-vivre").result());
        assertEquals(Result.NEEDS_HUMAN, outcome(outcomes, "important-debt").result());
    }

    @Test
    void overIndebtedOrOutsideDijonFails() {
        Situation overIndebted = new Situation("21231", 1, 0, false, Money.ofEuros("1000"), Money.ZERO, Money.ZERO,
                Money.ZERO, true);
        assertEquals(Result.FAIL,
                outcome(assess(overIndebted, wish("rental-deposit", "1000", 12)), "over-indebtedness").result());
        Situation elsewhere = new Situation("21054", 1, 0, false, Money.ofEuros("1000"), Money.ZERO, Money.ZERO,
                Money.ZERO,
                false);
        assertEquals(Result.FAIL, outcome(assess(elsewhere, wish("rental-deposit", "1000", 12)), "residence").result());
    }

    @Test
    void moreIncomeNeverHelpsTheCeilingAndNeverHarmsTheResteAVivre() {
        Seeded.cases(3_000, random -> {
            int from14 = random.nextInt(1, 4);
            int under14 = random.nextInt(0, 5);
            long income = random.nextLong(20_000, 300_000);
            Wish wish = wish("rental-deposit", String.valueOf(random.nextInt(3, 31) * 100), random.nextInt(5, 25));
            List<Outcome> less = assess(incomeOf(from14, under14, income), wish);
            List<Outcome> more = assess(incomeOf(from14, under14, income + random.nextLong(1, 50_000)), wish);
            assertTrue(passes(less, "income-ceiling") || !passes(more, "income-ceiling"), "ceiling");
            assertTrue(!passes(less, "reste-a-vivre") || passes(more, "reste-a-vivre"), "reste à vivre");
        });
    }

    private static boolean passes(List<Outcome> outcomes, String rule) {
        return outcome(outcomes, rule).result() == Result.PASS;
    }

    private static Situation incomeOf(int from14, int under14, long cents) {
        return new Situation("21231", from14, under14, false, Money.ofCents(cents), Money.ofEuros("300"), Money.ZERO,
                Money.ZERO, false);
    }

    private static Situation situation(int from14, int under14, String resources, String charges) {
        return new Situation("21231", from14, under14, from14 == 1 && under14 > 0, Money.ofEuros(resources),
                Money.ofEuros(charges), Money.ZERO, Money.ZERO, false);
    }

    private static Wish wish(String purpose, String amount, int months) {
        return new Wish("dijon", purpose, "not-asked", Money.ofEuros(amount), months, ON);
    }

    private static List<Outcome> assess(Situation situation, Wish wish) {
        return Assessor.outcomes(new Case(DIJON, Files.parameters(), situation, wish));
    }

    private static Outcome outcome(List<Outcome> outcomes, String rule) {
        return outcomes.stream().filter(each -> each.rule().equals(rule)).findFirst().orElseThrow();
    }

    @Test
    void aJudgementSettlesItsRuleOnceAndOnlyAnIneligibleResultIsConfirmed() {
        Assessment open = new Assessment(new java.util.UUID(0, 1), new java.util.UUID(0, 2), "ccas-dijon",
                new java.util.UUID(0, 3), 1, ON, wish("vehicle", "1000", 12), DIJON.version(),
                assess(situation(1, 0, "1000", "300"), wish("vehicle", "1000", 12)), false, 0);
        Assessment passed = Assessor.judge(open, "professional-inclusion", Result.PASS).orElseThrow();
        assertEquals(Verdict.ELIGIBLE, passed.verdict());
        assertEquals(Optional.of(passed), Assessor.judge(passed, "professional-inclusion", Result.PASS));
        assertTrue(Assessor.judge(passed, "professional-inclusion", Result.FAIL).isEmpty());
        assertTrue(Assessor.judge(open, "amount", Result.FAIL).isEmpty());
        assertTrue(Assessor.confirm(open).isEmpty() && Assessor.confirm(passed).isEmpty());
        Assessment failed = Assessor.judge(open, "professional-inclusion", Result.FAIL).orElseThrow();
        assertTrue(Assessor.confirm(failed).orElseThrow().confirmed());
    }
}
