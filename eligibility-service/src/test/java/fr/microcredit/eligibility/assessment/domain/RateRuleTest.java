package fr.microcredit.eligibility.assessment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.eligibility.scheme.domain.Altered;
import fr.microcredit.eligibility.scheme.domain.Clause;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.loan.Schedule;
import fr.microcredit.kit.money.Money;

/** The rate within the scheme's bounds, 1 to 2 % at Ploërmel; Dijon has one rate, 1 %. */
class RateRuleTest {
    private static final String PLOERMEL = "ploermel-demonstration-1";
    private static final String DIJON = "dijon-demonstration-1";

    @ParameterizedTest(name = "{0}, {1} %: {2} {3}, {4} % applies")
    @CsvSource({"ploermel-demonstration-1, 1.00, pass, within, 1.00", "ploermel-demonstration-1, 1, pass, within, 1",
            "ploermel-demonstration-1, 1.50, pass, within, 1.50", "ploermel-demonstration-1, 2.00, pass, within, 2.00",
            "ploermel-demonstration-1, 0.99, fail, below-minimum, 2",
            "ploermel-demonstration-1, 0.9999, fail, below-minimum, 2",
            "ploermel-demonstration-1, 2.01, fail, above-maximum, 2",
            "ploermel-demonstration-1, 2.0001, fail, above-maximum, 2",
            "dijon-demonstration-1, 1.00, pass, only-rate, 1.00", "dijon-demonstration-1, 0.99, fail, another-rate, 1",
            "dijon-demonstration-1, 1.01, fail, another-rate, 1"})
    void aRateBetweenTheBoundsIsChosenByTheOffice(String scheme, String chosen, String result, String code,
            String applies) {
        Request request = at(scheme).chosen(chosen);
        List<Outcome> found = outcomes(request);
        assertEquals(1, found.size());
        assertEquals(result + " " + code, Codes.of(found.get(0).result()) + " " + found.get(0).code());
        assertEquals(chosen, found.get(0).figures().get("rate"));
        assertEquals("1", found.get(0).figures().get("minRate"));
        assertEquals(scheme.equals(PLOERMEL) ? "2" : "1", found.get(0).figures().get("maxRate"));
        assertEquals(Rate.ofPercent(applies), terms(request).borrowerRate());
        assertEquals(Rate.ofPercent(applies), request.toCase().schedule().orElseThrow().rate());
    }

    @ParameterizedTest
    @CsvSource({"ploermel-demonstration-1, 2", "dijon-demonstration-1, 1"})
    void whereNoneIsChosenTheHighestApplies(String scheme, String applies) {
        assertEquals(List.of(), outcomes(at(scheme)));
        assertEquals(Rate.ofPercent(applies), terms(at(scheme)).borrowerRate());
    }

    /**
     * 1 000 over 12 months at 1.50 %: i = 0.00125, 1.00125^-12 = 0.985121167, so 1.25 / 0.014878833 = 84.01. With interest
     * rounded each month the last instalment is 84.03, interest in all 8.14 (8.1436 unrounded).
     */
    @Test
    void theInstalmentIsThatOfTheRateChosen() {
        Schedule schedule = at(PLOERMEL).chosen("1.50").toCase().schedule().orElseThrow();
        assertEquals(Money.ofEuros("84.01"), schedule.instalment(1).payment());
        assertEquals(Money.ofEuros("84.03"), schedule.instalment(12).payment());
        assertEquals(Money.ofEuros("8.14"), schedule.totalInterest());
        assertEquals(Money.ofEuros("84.24"), at(PLOERMEL).toCase().schedule().orElseThrow().instalment(1).payment());
    }

    /** What is left for an instalment is the largest of 3 000 over 24 months at 1.50 %, 127.04; at 2 % it is 127.66. */
    @Test
    void theMeansAreLookedAtWithTheRateChosen() {
        Request request = at(PLOERMEL + "+dijon-means").resources(Money.ofEuros("827.04"))
                .asking(Money.ofEuros("3000"), 24);
        assertEquals(Outcome.Result.PASS, resteAVivre(request.chosen("1.50")));
        assertEquals(Outcome.Result.FAIL, resteAVivre(request));
        assertEquals(Optional.of(new Alternatives.Offer(Money.ofEuros("3000"), 24)),
                request.chosen("1.50").asking(Money.ofEuros("3050"), 24).alternatives().largestAmount(),
                "an alternative keeps the rate");
    }

    @Test
    void noOtherAmountMendsARateOutside() {
        assertEquals(new Alternatives(Optional.empty(), Optional.empty(), Optional.empty()),
                at(PLOERMEL).chosen("0.99").asking(Money.ofEuros("299.99"), 12).alternatives());
    }

    /** Where nobody pays a difference the bank lends at the rate chosen; where somebody does it keeps its own. */
    @ParameterizedTest
    @CsvSource({"ploermel-demonstration-1, , 2", "ploermel-demonstration-1, 1.50, 1.50",
            "ploermel-demonstration-1, 0.99, 2", "dijon-demonstration-1, 1.00, 4.40",
            "poitou-charentes-demonstration-1, 4.40, 4.40"})
    void withoutASubsidyTheBankLendsAtTheRateChosen(String scheme, String chosen, String bank) {
        assertEquals(Rate.ofPercent(bank), terms(at(scheme).chosen(chosen)).bankRate());
    }

    @Test
    void aRateThatTheSchemeLeavesOpenIsNothingToCompareWith() {
        Request open = at(PLOERMEL).chosen("1.50");
        Request left = new Request(Altered.copy(open.scheme(), "loan/borrowerRate",
                new Clause<>(Clause.State.OPEN, Optional.empty(), Optional.empty(), "test")), open.known(),
                open.situation(), open.wish(), open.otherExposure());
        assertEquals(List.of(OpenRules.CODE), outcomes(left).stream().map(Outcome::code).toList());
        assertTrue(left.toCase().schedule().isEmpty());
    }

    private static Request at(String scheme) {
        return scheme.startsWith(DIJON) ? Request.atDijon() : Request.atHome(scheme, "2011-05-02");
    }

    private static List<Outcome> outcomes(Request request) {
        return request.findings().outcomes().stream().filter(each -> each.rule().equals(RateRule.NAME)).toList();
    }

    private static Outcome.Result resteAVivre(Request request) {
        return request.findings().outcomes().stream().filter(each -> each.rule().equals("reste-a-vivre")).findFirst()
                .orElseThrow().result();
    }

    private static Terms terms(Request request) {
        return Terms.of(request.toCase());
    }
}
