package fr.microcredit.intake.request.domain;

import static fr.microcredit.intake.request.domain.Requested.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.request.domain.Report.Step;
import fr.microcredit.intake.request.domain.RequestEvent.IdentityDisclosed;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

class ProgressRulesTest {
    private static final Optional<Applicant> SOMEBODY = Optional.of(Requested.born("1980-05-04"));

    @ParameterizedTest
    @CsvSource({"SUBMITTED, FOUND_ELIGIBLE, ELIGIBLE, 0", "SUBMITTED, FOUND_TO_JUDGE, NEEDS_JUDGEMENT, 0",
            "SUBMITTED, FOUND_INELIGIBLE, FOUND_INELIGIBLE, 0",
            "FOUND_INELIGIBLE, INELIGIBILITY_CONFIRMED, INELIGIBLE, 1", "ELIGIBLE, REFUSED, REFUSED, 1",
            "ELIGIBLE, ADJOURNED, ELIGIBLE, 0", "ELIGIBLE, APPROVED, TRANSMITTED, 2",
            "FOUND_INELIGIBLE, FOUND_INELIGIBLE, FOUND_INELIGIBLE, 0", "FOUND_INELIGIBLE, FOUND_ELIGIBLE, ELIGIBLE, 0",
            "FOUND_INELIGIBLE, FOUND_TO_JUDGE, NEEDS_JUDGEMENT, 0"})
    void whatAReportMakesOfARequest(Stage from, Step step, Stage to, int events) {
        Accepted<Request, RequestEvent> next = apply(Requested.at(from, 1, false), Report.of(step, 1, ON))
                .orElseThrow();
        assertEquals(to, next.state().stage());
        assertEquals(events, next.events().size());
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, FOUND_ELIGIBLE", "SUBMITTED, APPROVED", "ELIGIBLE, CHANGED_BY_MEETING",
            "SUBMITTED, INELIGIBILITY_CONFIRMED", "TRANSMITTED, FOUND_ELIGIBLE"})
    void whatComesBeforeItsGroundIsEarly(Stage stage, Step step) {
        assertTrue(apply(Requested.at(stage, 1, false), Report.of(step, 1, ON)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aFinalStageOnlyTakesNote(Step step) {
        Request withdrawn = Requested.at(Stage.WITHDRAWN, 1, false);
        assertEquals(Optional.of(new Accepted<>(withdrawn, List.of())),
                apply(withdrawn, Report.of(step, 1, ON)));
    }

    @Test
    void anAssessmentOfANewerRequestIsEarlyAndOfAnOlderOneOutdated() {
        assertTrue(apply(Requested.at(Stage.SUBMITTED, 1, false), Report.of(Step.FOUND_ELIGIBLE, 2, ON)).isEmpty());
        Request second = Requested.at(Stage.AMENDED, 2, true);
        assertEquals(second, apply(second, Report.of(Step.FOUND_INELIGIBLE, 1, ON)).orElseThrow().state());
    }

    @Test
    void anApprovedRequestThatWasChangedGoesToTheBankAgain() {
        Accepted<Request, RequestEvent> next = apply(Requested.at(Stage.AMENDED, 2, true),
                Report.assessed(Step.FOUND_ELIGIBLE, 2,
                        new Report.Terms(new Verbatim("{\"a\":1}"), Optional.of("dijon-2")), ON))
                .orElseThrow();
        assertEquals(Stage.TRANSMITTED, next.state().stage());
        assertEquals(Optional.of(new Verbatim("{\"a\":1}")), next.state().terms());
        assertEquals("cm-dijon", next.state().about().bank());
        assertEquals(Optional.of("dijon-2"), next.state().about().schemeVersion());
        assertEquals(Requested.CONDITIONAL.conditions(),
                ((RequestEvent.Transmitted) next.events().get(1)).conditions());
        IdentityDisclosed identity = (IdentityDisclosed) next.events().get(0);
        assertEquals("Exemple", identity.applicant().familyName());
        assertEquals(1, identity.declaredForm().resources().size());
    }

    @Test
    void aMeetingChangesAmountAndTermOnly() {
        Request before = Requested.at(Stage.TRANSMITTED, 1, true);
        Accepted<Request, RequestEvent> after = apply(before,
                Report.meeting(1, new Report.Change(Money.ofEuros("1800"), 24), ON)).orElseThrow();
        assertEquals(before.asked().changedTo(Money.ofEuros("1800"), 24), after.state().asked());
        assertEquals(2, after.state().revision());
        assertEquals(Stage.AMENDED, after.state().stage());
    }

    @Test
    void aMeetingKeepsTheRateThatWasChosen() {
        Request plain = Requested.at(Stage.TRANSMITTED, 1, true);
        LoanRequest asked = plain.asked();
        Request chosen = plain.with(plain.about(), plain.content().withRequest(new LoanRequest(asked.schemeId(),
                asked.bankId(), asked.purpose(), asked.project(), asked.ground(), asked.amount(), asked.termMonths(),
                Optional.of(Rate.ofPercent("1.50")))));
        RequestEvent.Amended told = (RequestEvent.Amended) apply(chosen,
                Report.meeting(1, new Report.Change(Money.ofEuros("1800"), 24), ON)).orElseThrow().events().get(0);
        assertEquals(Optional.of(Rate.ofPercent("1.50")), told.borrowerRate());
        assertEquals(List.of(RequestEvent.Part.AMOUNT), told.changed());
    }

    @Test
    void approvalWithoutConsentOrPersonWaitsForAnAgent() {
        Request silent = Requested.at(Stage.ELIGIBLE, 1, false);
        silent = silent.with(silent.about(), Requested.content(Consents.NONE));
        Accepted<Request, RequestEvent> next = apply(silent, Report.of(Step.APPROVED, 1, ON)).orElseThrow();
        assertEquals(Stage.APPROVED, next.state().stage());
        assertTrue(next.state().isApproved() && next.events().isEmpty());
        Accepted<Request, RequestEvent> erased = ProgressRules.apply(Requested.at(Stage.ELIGIBLE, 1, false),
                Report.of(Step.APPROVED, 1, ON), Optional.empty()).orElseThrow();
        assertEquals(Stage.APPROVED, erased.state().stage());
    }

    private static Optional<Accepted<Request, RequestEvent>> apply(Request request, Report report) {
        return ProgressRules.apply(request, report, SOMEBODY);
    }
}
