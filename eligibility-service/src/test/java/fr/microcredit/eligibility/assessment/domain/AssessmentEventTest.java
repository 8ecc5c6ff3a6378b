package fr.microcredit.eligibility.assessment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.eligibility.assessment.domain.AssessmentEvent.RuleOutcome;
import fr.microcredit.eligibility.assessment.domain.Outcome.Result;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purpose;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/** What others are told of an assessment and of what persons made of it: codes, never a figure, never a filing (A.13). */
class AssessmentEventTest {
    private static final LocalDate ON = LocalDate.of(2008, 9, 16);
    private static final LocalDate LATER = LocalDate.of(2008, 9, 20);
    private static final String JUDGED = "professional-inclusion";
    private static final UUID ID = new UUID(0, 1);

    /** A vehicle, one cent too much, for a household in a procedure of over-indebtedness. */
    private final Assessment failing = assessment(Request.atDijon().purpose("vehicle")
            .owing(Money.ZERO, Money.ofEuros("5000"), true).asking(Money.ofEuros("3000.01"), 24));
    private final Assessment waiting = assessment(Request.atDijon().purpose("vehicle"));

    @Test
    void theAnswerIsToldWithItsTermsAndWithoutTheFiling() {
        AssessmentEvent.Assessed told = (AssessmentEvent.Assessed) AssessmentRules.first(failing, Optional.empty())
                .events().get(0);
        assertEquals(new AssessmentEvent.Assessed(2, ID, "dijon", Verdict.INELIGIBLE, Purpose.VEHICLE,
                told.outcomes(), failing.terms()), told);
        assertEquals(failing.outcomes().size() - 1, told.outcomes().size());
        assertFalse(told.outcomes().stream().anyMatch(each -> each.rule().equals(Outcome.OVER_INDEBTEDNESS)));
        assertEquals(new RuleOutcome("amount", Result.FAIL, "above-maximum"), told.outcomes().stream()
                .filter(each -> each.rule().equals("amount")).findFirst().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"PASS, ELIGIBLE", "FAIL, INELIGIBLE"})
    void aJudgementIsToldWithWhatItMakesOfTheAnswer(Result judgement, Verdict verdict) {
        Decision.Accepted<Assessment, AssessmentEvent> judged = accepted(
                AssessmentRules.judge(waiting, JUDGED, judgement, LATER));
        AssessmentEvent.Judged told = (AssessmentEvent.Judged) judged.events().get(0);
        assertEquals(new AssessmentEvent.Judged(2, ID, "dijon", verdict, Purpose.VEHICLE,
                RuleOutcome.of(judged.state()), waiting.terms(), JUDGED, judgement), told);
        assertEquals(LATER, judged.state().lastOn());
        assertEquals(List.of(), accepted(AssessmentRules.judge(judged.state(), JUDGED, judgement, LATER)).events());
    }

    @Test
    void aRuleSetAsideIsToldByItsName() {
        Decision.Accepted<Assessment, AssessmentEvent> aside = accepted(
                AssessmentRules.override(failing, "amount", List.of("amount"), LATER));
        assertEquals(List.of(new AssessmentEvent.Overridden(2, ID, "dijon", Verdict.INELIGIBLE, Purpose.VEHICLE,
                RuleOutcome.of(aside.state()), failing.terms(), "amount")), aside.events());
        assertEquals(LATER, aside.state().lastOn());
        assertEquals(List.of(),
                accepted(AssessmentRules.override(aside.state(), "amount", List.of("amount"), LATER)).events());
    }

    /** A filing fails the request at Dijon, and nobody outside learns that it was why. */
    @Test
    void aConfirmationNamesWhatFailsAndNotTheFiling() {
        Decision.Accepted<Assessment, AssessmentEvent> confirmed = accepted(AssessmentRules.confirm(failing, LATER));
        assertEquals(List.of(new AssessmentEvent.Confirmed(2, ID, List.of("amount"))), confirmed.events());
        assertEquals(LATER, confirmed.state().lastOn());
        assertEquals(List.of(), accepted(AssessmentRules.confirm(confirmed.state(), LATER)).events());
    }

    @Test
    void whatIsNotPossibleIsCalledByItsName() {
        assertEquals("nothing-to-judge", code(AssessmentRules.judge(waiting, "amount", Result.PASS, LATER)));
        assertEquals("nothing-to-judge", code(AssessmentRules.judge(waiting, "no-such-rule", Result.PASS, LATER)));
        assertEquals("nothing-to-override", code(AssessmentRules.override(failing, "amount", List.of(), LATER)));
        assertEquals("nothing-to-override",
                code(AssessmentRules.override(waiting, "amount", List.of("amount"), LATER)));
        assertEquals("nothing-to-confirm", code(AssessmentRules.confirm(waiting, LATER)));
    }

    /** Each revision has an address of its own, and versions that never meet those of another. */
    @Test
    void itIsFoundByItsDossierAndRevisionInItsOffice() {
        assertEquals("00000000-0000-0000-0000-000000000002/2", failing.key());
        assertEquals("ccas-dijon", failing.tenant());
        assertEquals("ineligible", failing.status());
        assertEquals(ON, failing.day());
        assertEquals(2_000_000, failing.firstVersion());
    }

    private static Assessment assessment(Request request) {
        Findings said = request.findings();
        Basis basis = new Basis(request.scheme().version(), ON, 1, request.known().hash(), 1, 0, Optional.empty());
        return new Assessment(ID, About.dossier(new UUID(0, 2), new UUID(0, 3), "ccas-dijon"), 2, ON, request.wish(),
                basis, said, "", Terms.of(request.toCase()), said.outcomes(), false, ON);
    }

    private static Decision.Accepted<Assessment, AssessmentEvent> accepted(
            Decision<Assessment, AssessmentEvent> decision) {
        return (Decision.Accepted<Assessment, AssessmentEvent>) decision;
    }

    private static String code(Decision<Assessment, AssessmentEvent> decision) {
        return ((Decision.Refused<Assessment, AssessmentEvent>) decision).reasons().stream().map(Reason::code)
                .findFirst().orElseThrow();
    }
}
