package fr.microcredit.eligibility.assessment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.microcredit.eligibility.assessment.domain.Outcome.Result;
import fr.microcredit.eligibility.scheme.domain.Clause;
import fr.microcredit.eligibility.scheme.domain.Clause.State;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.UnitScale;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.loan.Schedule;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.testing.Seeded;

/** What must hold of any request, over random ones; the seed is printed where it does not. */
class AssessmentPropertiesTest {
    private static final int CASES = 2_000;
    private static final String CEILING = "income-ceiling";
    private static final String RESTE_A_VIVRE = "reste-a-vivre";
    private static final List<Result> WORSE_AND_WORSE = List.of(Result.PASS, Result.NEEDS_HUMAN, Result.FAIL);
    private static final List<Verdict> LESS_AND_LESS = List.of(Verdict.ELIGIBLE, Verdict.NEEDS_HUMAN,
            Verdict.INELIGIBLE);
    /** These look at the resources besides the ceiling. */
    private static final Set<String> OF_THE_BUDGET = Set.of(RESTE_A_VIVRE, "debt-ratio");

    @ParameterizedTest
    @ValueSource(strings = {"dijon-demonstration-1", "dijon-demonstration-1+social-minimum",
            "dijon-demonstration-1+cnaf", "dijon-demonstration-1+debt-ratio",
            "poitou-charentes-demonstration-1+dijon-means"})
    void moreIncomeNeverHelpsTheCeilingAndNeverHurtsTheBudget(String scheme) {
        List<Request> usual = onSomeDays(scheme);
        Seeded.cases(CASES, random -> {
            Request poorer = any(usual, random);
            Request richer = poorer.resources(poorer.situation().resources().plus(more(random)));
            for (Outcome before : poorer.findings().outcomes()) {
                Outcome after = outcome(richer, before.rule());
                int change = severity(after) - severity(before);
                boolean asItMust = before.rule().equals(CEILING)
                        ? change >= 0
                        : OF_THE_BUDGET.contains(before.rule()) ? change <= 0 : change == 0;
                assertTrue(asItMust, () -> before + " became " + after);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dijon-demonstration-1", "dijon-demonstration-1+debt-ratio", "reims-demonstration-1",
            "ploermel-demonstration-1+dijon-means", "poitou-charentes-demonstration-1+dijon-means", "national-2017"})
    void moreChargesNeverHelp(String scheme) {
        List<Request> usual = onSomeDays(scheme);
        Seeded.cases(CASES, random -> {
            Request lighter = any(usual, random);
            Request heavier = lighter.charges(lighter.situation().charges().plus(more(random)));
            assertNoBetter(lighter, heavier);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dijon-demonstration-1", "dijon-demonstration-1+debt-ratio",
            "poitou-charentes-demonstration-1+dijon-means"})
    void moreDebtNeverHelps(String scheme) {
        List<Request> usual = onSomeDays(scheme);
        Seeded.cases(CASES, random -> {
            Request lighter = any(usual, random);
            Situation s = lighter.situation();
            assertNoBetter(lighter, lighter.owing(s.loanInstalments().plus(more(random)),
                    s.existingDebt().plus(more(random)), s.overIndebted() || random.nextBoolean()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dijon-demonstration-1", "poitou-charentes-demonstration-1+dijon-means"})
    void moreExposureElsewhereNeverHelps(String scheme) {
        List<Request> usual = onSomeDays(scheme);
        Seeded.cases(CASES, random -> {
            Request lighter = any(usual, random);
            assertNoBetter(lighter, lighter.otherExposure(lighter.otherExposure().plus(more(random))));
        });
    }

    /**
     * A step of 50 euros weighs more on each instalment than the cents that the last one may take on, so that for these
     * terms a lower step passes where a higher one does. Cents do not behave so: see below.
     */
    @ParameterizedTest
    @CsvSource({"dijon-demonstration-1, 5, 24", "ploermel-demonstration-1+dijon-means, 6, 36",
            "poitou-charentes-demonstration-1+dijon-means, 6, 36"})
    void aLowerStepOfFiftyEurosPassesWhereAHigherOneDoes(String scheme, int shortest, int longest) {
        List<Request> usual = onSomeDays(scheme);
        Seeded.cases(CASES, random -> {
            int months = shortest + random.nextInt(longest - shortest + 1);
            Request any = any(usual, random);
            List<Integer> results = new ArrayList<>();
            for (int step = 6; step <= 60; step++) {
                results.add(severity(outcome(any.asking(Money.ofCents(5_000L * step), months), RESTE_A_VIVRE)));
            }
            assertEquals(results.stream().sorted().toList(), results);
        });
    }

    /** 300.10 over 24 months at 1 % ends with 12.75, 300.11 with less than its regular 12.64. */
    @Test
    void aCentLessMayFailWhereACentMorePasses() {
        Request room = Request.atDijon().resources(Money.ofEuros("712.64"));
        assertEquals(Result.FAIL, outcome(room.asking(Money.ofEuros("300.10"), 24), RESTE_A_VIVRE).result());
        assertEquals(Result.PASS, outcome(room.asking(Money.ofEuros("300.11"), 24), RESTE_A_VIVRE).result());
    }

    @Test
    void moreMembersNeverLowerTheWeights() {
        Request usual = Request.atDijon();
        Seeded.cases(CASES, random -> {
            int from14 = 1 + random.nextInt(6);
            int under14 = random.nextInt(8);
            boolean lone = random.nextBoolean();
            List<BigDecimal> before = weights(usual.household(from14, under14, lone).situation());
            for (Situation larger : List.of(usual.household(from14 + 1, under14, lone).situation(),
                    usual.household(from14, under14 + 1, lone).situation())) {
                assertNoLower(before, weights(larger));
            }
            assertNoLower(weights(usual.household(from14, under14, false).situation()),
                    weights(usual.household(from14, under14, true).situation()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dijon-2007", "dijon-demonstration-1", "reims-2010", "reims-demonstration-1",
            "ploermel-demonstration-1", "national-2017", "national-2022", "poitou-charentes-2007",
            "poitou-charentes-demonstration-1"})
    void theSameCaseTwiceGivesEqualFindings(String scheme) {
        List<Request> usual = onSomeDays(scheme);
        Seeded.cases(CASES, random -> {
            Request request = any(usual, random);
            assertEquals(request.findings(), request.findings());
            assertEquals(request.alternatives(), request.alternatives());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dijon-2007", "dijon-demonstration-1", "reims-2010", "reims-demonstration-1",
            "ploermel-2011", "ploermel-demonstration-1", "national-2017", "national-2022", "poitou-charentes-2007",
            "poitou-charentes-demonstration-1"})
    void neitherAJudgedNorAnOpenRulePassesByItself(String scheme) {
        List<Request> usual = onSomeDays(scheme);
        Set<String> questions = questions(usual.get(0).scheme());
        Set<String> open = Set.copyOf(usual.get(0).scheme().blockingRules());
        Seeded.cases(CASES, random -> {
            Findings findings = any(usual, random).findings();
            for (Outcome outcome : findings.outcomes()) {
                assertTrue(!questions.contains(outcome.rule()) || outcome.result() == Result.NEEDS_HUMAN
                        || outcome.code().equals("no-debt"), outcome::toString);
            }
            assertEquals(open, openOnes(findings));
            assertTrue(open.isEmpty() || findings.verdict() != Verdict.ELIGIBLE, "an open rule must not pass");
        });
    }

    /** A debt of nothing is the only one that a rule finds not important by itself. */
    @Test
    void anyDebtIsJudged() {
        Request usual = Request.atDijon();
        Seeded.cases(CASES, random -> {
            Money debt = Money.ofCents(random.nextInt(500));
            Money instalments = Money.ofCents(random.nextInt(3));
            boolean owes = debt.isPositive() || instalments.isPositive();
            assertEquals(owes ? Result.NEEDS_HUMAN : Result.PASS,
                    outcome(usual.owing(instalments, debt, false), "important-debt").result());
        });
    }

    @Test
    void anExceptionIsNeverGrantedByARule() {
        Request usual = Request.at("national-2017", "2018-01-15", "75056");
        Seeded.cases(CASES, random -> {
            long cents = 250_000 + random.nextInt(300_000);
            int months = 30 + random.nextInt(24);
            Request request = usual.asking(Money.ofCents(cents), months);
            assertEquals(exceptional(cents, 300_000, 500_000), outcome(request, "amount").result());
            assertEquals(exceptional(months, 36, 48), outcome(request, "term").result());
        });
    }

    @Test
    void anAssumedCeilingNeverFails() {
        List<Request> usual = Stream.of("2007-09-01", "2007-12-31", "2008-01-01", "2008-02-29", "2008-05-13")
                .map(day -> Request.at("dijon-demonstration-1", day, "21231")).toList();
        Seeded.cases(CASES, random -> assertNotEquals(Result.FAIL, outcome(any(usual, random), CEILING).result()));
    }

    /** 1.20 x SMIC net x units, rounded half up once: in whole cents, without a fraction anywhere. */
    @ParameterizedTest
    @CsvSource({"2008-07-01, 103753", "2010-06-15, 105624", "2011-12-15, 109471", "2012-02-29, 109688",
            "2016-12-31, 114161", "2026-01-01, 144311"})
    void theCeilingIsRoundedOnceAtTheEnd(String day, long smicNetCents) {
        Request usual = Request.at("dijon-demonstration-1", day, "21231");
        Seeded.cases(CASES, random -> {
            int from14 = 1 + random.nextInt(4);
            int under14 = random.nextInt(6);
            long tenthsOfUnits = 10 + 5L * (from14 - 1) + 3L * under14;
            long ceiling = (smicNetCents * 12 * tenthsOfUnits + 50) / 100;
            Request household = usual.household(from14, under14, from14 == 1 && under14 > 0);
            assertEquals(Result.PASS, outcome(household.resources(Money.ofCents(ceiling)), CEILING).result());
            assertEquals(Result.FAIL, outcome(household.resources(Money.ofCents(ceiling + 1)), CEILING).result());
        });
    }

    /** Resources - charges - existing instalments - largest instalment at 1 % >= 200 x heads. */
    @Test
    void theResteAVivreIsWhatTheHandbookSays() {
        List<Request> usual = onSomeDays("dijon-demonstration-1");
        Seeded.cases(CASES, random -> {
            Request request = any(usual, random);
            Situation s = request.situation();
            long largest = Schedule
                    .constantInstalments(request.wish().amount(), request.wish().months(), Rate.ofPercent("1"))
                    .instalments().stream().mapToLong(each -> each.payment().cents()).max().orElseThrow();
            long left = s.resources().cents() - s.charges().cents() - s.loanInstalments().cents() - largest;
            Result expected = left >= 20_000L * (s.personsFrom14() + s.personsUnder14()) ? Result.PASS : Result.FAIL;
            assertEquals(expected, outcome(request, RESTE_A_VIVRE).result());
        });
    }

    /** Assumed rule, missing value, known value, RMI and RSA: on every kind of day. */
    private static List<Request> onSomeDays(String scheme) {
        return Stream.of("2007-10-01", "2008-05-20", "2008-09-15", "2009-02-01", "2010-06-15", "2013-09-01",
                "2018-01-15", "2026-04-01").map(day -> Request.atHome(scheme, day)).toList();
    }

    private static Request any(List<Request> usual, Random random) {
        int under14 = random.nextInt(5);
        int from14 = 1 + random.nextInt(3);
        Request request = usual.get(random.nextInt(usual.size()))
                .household(from14, under14, from14 + under14 > 1 && random.nextBoolean())
                .resources(Money.ofCents(random.nextInt(300_000))).charges(Money.ofCents(random.nextInt(100_000)))
                .owing(sometimes(random, 20_000), sometimes(random, 300_000), random.nextInt(5) == 0)
                .otherExposure(sometimes(random, 300_000))
                .ground(one(random, "not-asked", "refused-ordinary-loan", "aid-insufficient"));
        return request
                .purpose(one(random, "household-appliance", "rental-deposit", "vehicle", "holiday",
                        "debt-consolidation"))
                .asking(Money.ofCents(20_000 + random.nextInt(500_000)), 1 + random.nextInt(60));
    }

    private static Money sometimes(Random random, int below) {
        return random.nextBoolean() ? Money.ZERO : Money.ofCents(random.nextInt(below));
    }

    /** A cent, a few euros or much. */
    private static Money more(Random random) {
        return Money.ofCents(1 + random.nextInt((int) Math.pow(10, random.nextInt(6))));
    }

    private static String one(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }

    /** All outcomes of the one case are at least as good as those of the other. */
    private static void assertNoBetter(Request lighter, Request heavier) {
        for (Outcome before : lighter.findings().outcomes()) {
            Outcome after = outcome(heavier, before.rule());
            assertTrue(severity(after) >= severity(before), () -> before + " became " + after);
        }
        assertTrue(LESS_AND_LESS.indexOf(heavier.findings().verdict()) >= LESS_AND_LESS
                .indexOf(lighter.findings().verdict()));
    }

    private static Outcome outcome(Request request, String rule) {
        List<Outcome> found = request.findings().outcomes().stream().filter(outcome -> outcome.rule().equals(rule))
                .toList();
        assertEquals(1, found.size(), () -> "one outcome of " + rule + " among " + request.findings());
        return found.get(0);
    }

    private static int severity(Outcome outcome) {
        return WORSE_AND_WORSE.indexOf(outcome.result());
    }

    private static Result exceptional(long asked, long most, long limit) {
        if (asked > limit) {
            return Result.FAIL;
        }
        return asked > most ? Result.NEEDS_HUMAN : Result.PASS;
    }

    private static Set<String> questions(Scheme scheme) {
        Stream<String> ofClauses = scheme.clauses().values().stream().filter(clause -> clause.is(State.JUDGED))
                .map(Clause::question).map(question -> question.orElseThrow());
        Stream<String> ofPurposes = scheme.access().purposes().stated().stream()
                .flatMap(purposes -> Stream.concat(purposes.judged().stream(),
                        purposes.admitted().stream().flatMap(admitted -> admitted.judged().stream())));
        return Stream.concat(ofClauses, ofPurposes).collect(Collectors.toSet());
    }

    private static Set<String> openOnes(Findings findings) {
        return findings.outcomes().stream()
                .filter(outcome -> outcome.code().equals("rule-open") && outcome.result() == Result.NEEDS_HUMAN)
                .map(outcome -> outcome.figures().get("clause")).collect(Collectors.toSet());
    }

    private static List<BigDecimal> weights(Situation household) {
        return List.of(HouseholdWeights.socialMinimumFactor(household),
                HouseholdWeights.consumptionUnits(household, UnitScale.OECD_MODIFIED),
                HouseholdWeights.consumptionUnits(household, UnitScale.CNAF));
    }

    private static void assertNoLower(List<BigDecimal> before, List<BigDecimal> after) {
        for (int weight = 0; weight < before.size(); weight++) {
            assertTrue(after.get(weight).compareTo(before.get(weight)) >= 0, before + " became " + after);
        }
    }
}
