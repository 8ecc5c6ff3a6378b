package fr.microcredit.commission.request.domain;

import static fr.microcredit.commission.request.domain.Requested.ABOUT;
import static fr.microcredit.commission.request.domain.Requested.ASSESSED;
import static fr.microcredit.commission.request.domain.Requested.DECISION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.commission.request.domain.Request.Status;
import fr.microcredit.commission.request.domain.Request.Verdict;

/** Of which revision something is heard decides what it says; order across topics is never assumed. */
class RequestHeardTest {
    private static Request amendedTo(int revision) {
        Request known = Requested.of(Status.WAITING, Requested.assessed(1, Verdict.ELIGIBLE, true), Optional.empty());
        Request amended = RequestRules.amended(Optional.of(known), ABOUT, revision, ASSESSED);
        return RequestRules.assessed(Optional.of(amended), ABOUT, Requested.assessed(revision, Verdict.ELIGIBLE, true));
    }

    /** A judgement completes an assessment and makes no revision of it. */
    @ParameterizedTest
    @CsvSource({"NEEDS_HUMAN, ELIGIBLE, WAITING", "NEEDS_HUMAN, INELIGIBLE, NOT_READY",
            "INELIGIBLE, ELIGIBLE, WAITING"})
    void theSameRevisionIsAssessedToTheEnd(Verdict first, Verdict completed, Status after) {
        Request waiting = RequestRules.assessed(Optional.empty(), ABOUT, Requested.assessed(1, first, true));
        assertEquals(Status.NOT_READY, waiting.state());
        Request judged = RequestRules.assessed(Optional.of(waiting), ABOUT, Requested.assessed(1, completed, true));
        assertEquals(after, judged.state());
    }

    /** Under which version it stands says its newest change, not the one that is heard last. */
    @Test
    void anEarlierChangeThatIsHeardAgainMovesItNowhere() {
        Request known = Requested.of(Status.WAITING, Requested.assessed(1, Verdict.ELIGIBLE, true), Optional.empty());
        Request third = RequestRules.amended(Optional.of(known), ABOUT.under("national-2017"), 3, ASSESSED);
        assertEquals(Optional.of("national-2017"), third.about().schemeVersion());
        Request second = RequestRules.amended(Optional.of(third), ABOUT.under("dijon-2007"), 2, ASSESSED.plusDays(1));
        assertEquals(Optional.of("national-2017"), second.about().schemeVersion());
        assertEquals(3, second.amendedTo());
        assertEquals(ASSESSED.plusDays(1), second.lastOn());
    }

    /** A changed request is decided on as it stands now, and that holds until it is changed once more. */
    @Test
    void aDecisionHoldsForTheRevisionItWasMadeOn() {
        Request decided = RequestRules.decided(RequestRules.putOnAgenda(amendedTo(2), UUID.randomUUID()),
                Status.APPROVED, DECISION, ASSESSED);
        assertEquals(Status.APPROVED, decided.state());
        assertTrue(decided.isDecidedBy(DECISION));
        assertFalse(decided.isDecidedBy(UUID.randomUUID()));
        Request changed = RequestRules.amended(Optional.of(decided), ABOUT, 3, ASSESSED);
        assertEquals(Status.NOT_READY, changed.state());
        assertFalse(changed.isDecidedBy(DECISION));
    }

    /** An adjournment decides nothing that a later session could take back. */
    @Test
    void anAdjournmentIsNoDecisionThatStands() {
        Request adjourned = RequestRules.decided(Requested.onAgenda(UUID.randomUUID()), Status.INCOMPLETE, DECISION,
                ASSESSED);
        assertEquals(Status.INCOMPLETE, adjourned.state());
        assertFalse(adjourned.isDecidedBy(DECISION));
    }

    /** What was decided on the first revision does not keep the office from giving the second one back. */
    @Test
    void theRevisionThatIsGivenBackLeavesTheAgenda() {
        Request approved = RequestRules.decided(Requested.onAgenda(UUID.randomUUID()), Status.APPROVED, DECISION,
                ASSESSED);
        Request second = RequestRules.amended(Optional.of(approved), ABOUT, 2, ASSESSED);
        Request returned = RequestRules.givenBack(Optional.of(second), ABOUT, 2, ASSESSED.plusDays(1));
        assertEquals(Status.INCOMPLETE, returned.state());
        assertEquals(ASSESSED.plusDays(1), returned.lastOn());
        assertEquals(Status.INCOMPLETE,
                RequestRules.givenBack(Optional.of(amendedTo(2)), ABOUT, 2, ASSESSED).state());
    }

    @Test
    void whatABankHasIsSentThoughNothingElseWasHeard() {
        Request early = RequestRules.sent(Optional.empty(), ABOUT.at("cm-dijon"), ASSESSED).state();
        assertTrue(early.sent());
        assertEquals(Status.NOT_READY, early.state());
        assertEquals(Optional.of("cm-dijon"), early.about().bankId());
        assertTrue(RequestRules.assessed(Optional.of(early), ABOUT, Requested.assessed(1, Verdict.ELIGIBLE, true))
                .sent());
    }

    /** The transmission crosses with the applicant's withdrawal, or says again what is known. */
    @Test
    void whatIsSentStandsAsItWasDecidedOrGivenUp() {
        Request gone = RequestRules.withdrawn(Optional.empty(), ABOUT, ASSESSED);
        assertEquals(Status.GONE, RequestRules.sent(Optional.of(gone), ABOUT, ASSESSED).state().state());
        Request approved = Requested.of(Status.APPROVED, Requested.assessed(1, Verdict.ELIGIBLE, true),
                Optional.empty());
        assertTrue(RequestRules.sent(Optional.of(approved), ABOUT, ASSESSED).state().isDecidedBy(DECISION));
    }

    @Test
    void itIsFoundByItsDossierInItsOfficeAndSortedByItsArrival() {
        Request waiting = Requested.of(Status.ON_AGENDA, Requested.assessed(1, Verdict.ELIGIBLE, true),
                Optional.of(UUID.randomUUID()));
        assertEquals(Requested.DOSSIER.toString(), waiting.key());
        assertEquals("ccas-dijon", waiting.tenant());
        assertEquals("on-agenda", waiting.status());
        Request later = RequestRules.amended(Optional.of(waiting), ABOUT, 2, ASSESSED.plusDays(4));
        assertEquals(ASSESSED, later.day(), "who was assessed first comes first");
        assertEquals(ASSESSED.plusDays(4),
                RequestRules.withdrawn(Optional.empty(), ABOUT, ASSESSED.plusDays(4)).day());
    }
}
