package fr.microcredit.intake.request.domain;

import static fr.microcredit.intake.request.domain.Requested.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.request.domain.Approval.Condition;
import fr.microcredit.intake.request.domain.Report.Step;
import fr.microcredit.kit.domain.Decision.Accepted;

/** The commission decides again by citing what it has decided: what that makes of a request, wherever it stands. */
class RedecisionRulesTest {
    private static final Optional<Applicant> SOMEBODY = Optional.of(Requested.born("1980-05-04"));

    @ParameterizedTest
    @CsvSource({"REFUSED, false, APPROVED, TRANSMITTED, Reopened IdentityDisclosed Transmitted",
            "REFUSED, false, REFUSED, REFUSED, ''", "APPROVED, true, REFUSED, REFUSED, Closed",
            "APPROVED, true, APPROVED, TRANSMITTED, IdentityDisclosed Transmitted",
            "TRANSMITTED, true, REFUSED, TRANSMITTED, ''", "AMENDED, true, REFUSED, AMENDED, ''",
            "WITHDRAWN, true, REFUSED, WITHDRAWN, ''", "NOT_LENT, true, APPROVED, NOT_LENT, ''",
            "ABANDONED, false, APPROVED, ABANDONED, ''", "INELIGIBLE, false, APPROVED, INELIGIBLE, ''"})
    void whatALaterDecisionMakesOfARequest(Stage from, boolean approved, Step step, Stage to, String events) {
        Accepted<Request, RequestEvent> next = again(Requested.at(from, 1, approved), step, 1).orElseThrow();
        assertEquals(to, next.state().stage());
        assertEquals(events.isEmpty() ? List.of() : List.of(events.split(" ")),
                next.events().stream().map(event -> event.getClass().getSimpleName()).toList());
        assertEquals(to == Stage.TRANSMITTED || approved && to != Stage.REFUSED, next.state().isApproved());
    }

    @Test
    void theLaterDecisionsConditionsTakeThePlaceOfTheEarlierOnes() {
        Request request = Requested.at(Stage.APPROVED, 1, true);
        assertEquals(List.of(Condition.BUDGET_COUNSELLING),
                again(request, Step.APPROVED, 1).orElseThrow().state().approval().orElseThrow().conditions());
    }

    @Test
    void withoutConsentTheReopenedDossierWaitsForAnAgent() {
        Request silent = Requested.at(Stage.REFUSED, 1, false);
        silent = silent.with(silent.about(), Requested.content(Consents.NONE));
        Accepted<Request, RequestEvent> next = again(silent, Step.APPROVED, 1).orElseThrow();
        assertEquals(Stage.APPROVED, next.state().stage());
        assertEquals(List.of(new RequestEvent.Reopened(1)), next.events());
    }

    @ParameterizedTest
    @CsvSource({"SUBMITTED", "NEEDS_JUDGEMENT", "ELIGIBLE", "FOUND_INELIGIBLE"})
    void beforeTheDecisionThatItCitesItIsEarly(Stage stage) {
        assertTrue(again(Requested.at(stage, 1, false), Step.APPROVED, 1).isEmpty());
    }

    /** For another bank than the one that has left: it goes there with the assessment, and then this has come too late. */
    @ParameterizedTest
    @CsvSource({"AMENDED", "NEEDS_JUDGEMENT", "FOUND_INELIGIBLE"})
    void betweenTwoBanksItWaitsForTheAssessment(Stage stage) {
        Request between = Requested.at(Stage.APPROVED, 2, true).at(stage, ON);
        assertTrue(again(between, Step.REFUSED, 2).isEmpty());
        assertEquals(between, again(between, Step.REFUSED, 1).orElseThrow().state());
    }

    @Test
    void ofAnEarlierRevisionItIsNoMatterAnyMoreAndOfALaterOneEarly() {
        Request second = Requested.at(Stage.ELIGIBLE, 2, false);
        assertEquals(second, again(second, Step.REFUSED, 1).orElseThrow().state());
        assertTrue(again(Requested.at(Stage.ELIGIBLE, 1, false), Step.APPROVED, 2).isEmpty());
    }

    private static Optional<Accepted<Request, RequestEvent>> again(Request request, Step step, int revision) {
        return ProgressRules.apply(request, Report.decided(step, revision,
                new Report.Decided(List.of(), List.of(Condition.BUDGET_COUNSELLING), true), ON), SOMEBODY);
    }
}
