package fr.microcredit.eligibility.assessment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.microcredit.eligibility.assessment.domain.Outcome.Result;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.money.Money;

/** What named persons may make of an assessment. */
class JudgementTest {
    private static final LocalDate ON = LocalDate.of(2008, 9, 16);
    private static final String JUDGED = "professional-inclusion";
    private static final List<String> MAY_SET_ASIDE = List.of("amount", JUDGED, "income-ceiling");

    /** A vehicle at Dijon: {@code professional-inclusion} waits for a person, everything else passes. */
    private final Assessment waiting = assessment(Request.atDijon().purpose("vehicle"));
    /** The same for one cent too much. */
    private final Assessment failing = assessment(
            Request.atDijon().purpose("vehicle").asking(Money.ofEuros("3000.01"), 24));

    @ParameterizedTest(name = "{0} judged {1}: {2}")
    @CsvSource({"professional-inclusion, PASS, judged-pass, ELIGIBLE",
            "professional-inclusion, FAIL, judged-fail, INELIGIBLE"})
    void whatWaitsForAPersonIsJudged(String rule, Result judgement, String code, Verdict verdict) {
        Assessment judged = judge(waiting, rule, judgement).orElseThrow();
        assertEquals(judgement, judged.outcome(rule).orElseThrow().result());
        assertEquals(code, judged.outcome(rule).orElseThrow().code());
        assertEquals(verdict, judged.verdict());
    }

    @ParameterizedTest(name = "{0} judged {1}")
    @CsvSource({"amount, PASS", "amount, FAIL", "term, PASS", "term, FAIL", "income-ceiling, FAIL",
            "important-debt, FAIL", "no-such-rule, PASS"})
    void nothingElseIsJudged(String rule, Result judgement) {
        assertEquals(Optional.empty(), judge(failing, rule, judgement));
    }

    @ParameterizedTest
    @EnumSource(value = Result.class, names = {"PASS", "FAIL"})
    void theSameJudgementAgainIsTheSameAssessment(Result judgement) {
        Assessment once = judged(waiting, judgement);
        assertEquals(Optional.of(once), judge(once, JUDGED, judgement));
    }

    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource({"PASS, FAIL", "FAIL, PASS"})
    void anotherJudgementIsRefused(Result first, Result second) {
        assertEquals(Optional.empty(), judge(judged(waiting, first), JUDGED, second));
    }

    @Test
    void whatTheRulesSaidIsNeverChanged() {
        Findings said = waiting.automatic();
        Assessment judged = judged(waiting, Result.PASS);
        assertEquals(said, judged.automatic());
        assertEquals(Verdict.NEEDS_HUMAN, judged.automatic().verdict());
        assertEquals(without(JUDGED, said.outcomes()), without(JUDGED, judged.outcomes()));
        assertEquals(said.outcomes(), waiting.outcomes());
    }

    @Test
    void aPassingJudgementDoesNotMendAFailingRule() {
        assertEquals(Verdict.INELIGIBLE, judged(failing, Result.PASS).verdict());
    }

    @Test
    void theExceptionOfTheNationalFrameIsJudged() {
        Assessment exceptional = assessment(
                Request.at("national-2017", "2018-01-15", "75056").asking(Money.ofEuros("5000"), 48));
        for (String rule : List.of("amount", "term")) {
            assertEquals(Result.PASS, judge(exceptional, rule, Result.PASS).orElseThrow().outcome(rule)
                    .orElseThrow().result());
            assertEquals(Optional.empty(), override(exceptional, rule, List.of(rule)));
        }
    }

    @Test
    void aFailingRuleTheSchemeNamesIsSetAside() {
        Assessment overridden = override(failing, "amount", MAY_SET_ASIDE).orElseThrow();
        assertEquals("overridden", overridden.outcome("amount").orElseThrow().code());
        assertEquals(Result.PASS, overridden.outcome("amount").orElseThrow().result());
        assertEquals(Verdict.NEEDS_HUMAN, overridden.verdict());
        Assessment settled = judge(judged(overridden, Result.PASS), "person-cap", Result.PASS).orElseThrow();
        assertEquals(Verdict.ELIGIBLE, settled.verdict(), "3 500 are above the cap of 3 000 as well");
        assertEquals(Verdict.INELIGIBLE, overridden.automatic().verdict());
        assertEquals(Optional.of(overridden), override(overridden, "amount", MAY_SET_ASIDE));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"professional-inclusion", "income-ceiling", "term", "no-such-rule"})
    void onlyAFailingRuleIsSetAside(String rule) {
        assertEquals(Optional.empty(), override(failing, rule, List.of("amount", rule)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "term", "amount-other", "AMOUNT"})
    void onlyWhatTheSchemeNamesIsSetAside(String named) {
        assertEquals(Optional.empty(), override(failing, "amount", List.of(named)));
        assertEquals(Optional.empty(), override(failing, "amount", List.of()));
    }

    @Test
    void anUnfavourableJudgementIsAFailingRule() {
        Assessment judged = judged(waiting, Result.FAIL);
        assertEquals(Verdict.ELIGIBLE, override(judged, JUDGED, MAY_SET_ASIDE).orElseThrow().verdict());
        assertEquals(Optional.empty(), override(judged, JUDGED, List.of("amount")));
    }

    @Test
    void whatWasSetAsideIsNotJudged() {
        Assessment overridden = override(failing, "amount", MAY_SET_ASIDE).orElseThrow();
        assertEquals(Optional.empty(), judge(overridden, "amount", Result.FAIL));
        assertEquals(Optional.empty(), judge(overridden, "amount", Result.PASS));
    }

    @Test
    void onlyAnIneligibleAssessmentIsConfirmed() {
        assertEquals(Optional.empty(), confirm(waiting));
        assertEquals(Optional.empty(), confirm(judged(waiting, Result.PASS)));
        assertEquals(Optional.empty(), confirm(assessment(Request.atDijon())));
        assertTrue(confirm(failing).orElseThrow().confirmed());
        assertTrue(confirm(judged(waiting, Result.FAIL)).orElseThrow().confirmed());
        assertFalse(failing.confirmed());
    }

    @Test
    void confirmedAgainIsTheSameAssessment() {
        Assessment confirmed = confirm(failing).orElseThrow();
        assertEquals(Optional.of(confirmed), confirm(confirmed));
        assertEquals(failing.outcomes(), confirmed.outcomes());
    }

    @ParameterizedTest
    @EnumSource(value = Result.class, names = {"PASS", "FAIL"})
    void aConfirmedAssessmentIsNotJudged(Result judgement) {
        Assessment confirmed = confirm(failing).orElseThrow();
        assertEquals(Optional.empty(), judge(confirmed, JUDGED, judgement));
        Assessment judgedBefore = confirm(judged(failing, judgement)).orElseThrow();
        assertEquals(Optional.empty(), judge(judgedBefore, JUDGED, judgement));
    }

    @Test
    void aConfirmedAssessmentIsNotSetAside() {
        Assessment confirmed = confirm(failing).orElseThrow();
        assertEquals(Optional.empty(), override(confirmed, "amount", MAY_SET_ASIDE));
    }

    private static Assessment judged(Assessment assessment, Result judgement) {
        return judge(assessment, JUDGED, judgement).orElseThrow();
    }

    private static List<Outcome> without(String rule, List<Outcome> outcomes) {
        return outcomes.stream().filter(outcome -> !outcome.rule().equals(rule)).toList();
    }

    static Assessment assessment(Request request) {
        Findings said = request.findings();
        Basis basis = new Basis(request.scheme().version(), ON, 1, request.known().hash(), 1,
                request.otherExposure().cents(), Optional.empty());
        Terms terms = Terms.of(new Request(Request.atDijon().scheme(), request.known(), request.situation(),
                request.wish(), request.otherExposure()).toCase());
        return new Assessment(new UUID(0, 1), About.dossier(new UUID(0, 2), new UUID(0, 3), "ccas-dijon"), 1, ON,
                request.wish(), basis, said, "", terms, said.outcomes(), false, ON);
    }

    private static Optional<Assessment> judge(Assessment assessment, String rule, Result judgement) {
        return held(AssessmentRules.judge(assessment, rule, judgement, ON));
    }

    private static Optional<Assessment> override(Assessment assessment, String rule, List<String> allowed) {
        return held(AssessmentRules.override(assessment, rule, allowed, ON));
    }

    private static Optional<Assessment> confirm(Assessment assessment) {
        return held(AssessmentRules.confirm(assessment, ON));
    }

    private static Optional<Assessment> held(Decision<Assessment, AssessmentEvent> decision) {
        return decision instanceof Decision.Accepted<Assessment, AssessmentEvent> accepted
                ? Optional.of(accepted.state())
                : Optional.empty();
    }

    /** A named agent has judged that the loans found are another person's: that travels, so that nobody judges again. */
    @ParameterizedTest
    @CsvSource({"PASS, true", "FAIL, false"})
    void aJudgedMatchTravelsWithTheTerms(Result judgement, boolean judged) {
        Assessment matched = assessment(Request.atDijon().otherExposure(Money.ofEuros("2500")));
        assertEquals(Optional.empty(), matched.terms().personCapJudged());
        Assessment after = judge(matched, "person-cap", judgement).orElseThrow();
        assertEquals(judged, after.terms().personCapJudged().orElse(false));
        assertEquals(Optional.empty(), judged(waiting, judgement).terms().personCapJudged(), "another rule");
    }

    /** It was judged of the person, and stays so whatever of the request changes; another person is another matter. */
    @Test
    void aJudgedMatchStaysJudgedInTheNextVersion() {
        Request matching = Request.atDijon().otherExposure(Money.ofEuros("2500"));
        Assessment judged = judge(assessment(matching), "person-cap", Result.PASS).orElseThrow();
        Assessment next = assessment(matching.asking(Money.ofEuros("1200"), 12));
        Assessment known = AssessmentRules.first(next, Optional.of(judged)).state();
        assertEquals(Result.PASS, known.outcome("person-cap").orElseThrow().result());
        assertEquals(Optional.of(true), known.terms().personCapJudged());
        assertEquals(next, AssessmentRules.first(next, Optional.of(assessment(matching))).state(), "nobody has judged");
        assertEquals(next, AssessmentRules.first(next, Optional.empty()).state());
        Assessment more = assessment(matching.otherExposure(Money.ofEuros("2500.01")));
        assertEquals(more, AssessmentRules.first(more, Optional.of(judged)).state(),
                "what was found since is not judged");
        Assessment ofAnother = new Assessment(judged.id(), judged.about().of(new UUID(0, 9)), 1, ON, judged.wish(),
                judged.basis(), judged.automatic(), "", judged.terms(), judged.outcomes(), false, ON);
        assertEquals(next, AssessmentRules.first(next, Optional.of(ofAnother)).state());
    }

    @ParameterizedTest
    @CsvSource({"15, NEEDS_HUMAN", "17, NEEDS_HUMAN", "18, PASS", "90, PASS"})
    void whoIsUnderAgeIsJudged(int age, Result result) {
        assertEquals(result, assessment(Request.atDijon().aged(age)).outcome("adult").orElseThrow().result());
    }

    /** domain.md A.1: what the scheme leaves open is closed by the scheme, by nobody's judgement. */
    @Test
    void anOpenRuleIsNotJudgedAway() {
        Assessment open = assessment(Request.at("dijon-2007", "2008-09-15", "21231"));
        assertEquals("rule-open", open.outcome("bank-rate").orElseThrow().code());
        assertEquals(Optional.empty(), judge(open, "bank-rate", Result.PASS));
    }

    @Test
    void aJudgementSaysYesOrNo() {
        assertEquals(Optional.empty(), judge(
                assessment(Request.at("national-2017", "2018-01-15", "75056").asking(Money.ofEuros("5000"), 48)),
                "amount", Result.NEEDS_HUMAN));
    }
}
