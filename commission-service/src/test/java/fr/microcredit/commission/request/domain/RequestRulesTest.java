package fr.microcredit.commission.request.domain;

import static fr.microcredit.commission.request.domain.Requested.ABOUT;
import static fr.microcredit.commission.request.domain.Requested.ASSESSED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.commission.request.domain.Request.Status;
import fr.microcredit.commission.request.domain.Request.Verdict;

class RequestRulesTest {
    @ParameterizedTest(name = "{0}, {1}, commission {2}: {3}")
    @CsvSource({"NOT_READY, ELIGIBLE, true, WAITING", "NOT_READY, ELIGIBLE, false, NOT_NEEDED",
            "NOT_READY, NEEDS_HUMAN, true, NOT_READY", "NOT_READY, INELIGIBLE, true, NOT_READY",
            "WAITING, NEEDS_HUMAN, true, NOT_READY", "ON_AGENDA, ELIGIBLE, true, ON_AGENDA",
            "ON_AGENDA, INELIGIBLE, true, NOT_READY", "APPROVED, ELIGIBLE, true, APPROVED",
            "APPROVED, INELIGIBLE, true, APPROVED", "REFUSED, ELIGIBLE, true, REFUSED", "GONE, ELIGIBLE, true, GONE"})
    void whatAnAssessmentMakesOfARequest(Status before, Verdict verdict, boolean commission, Status after) {
        Optional<UUID> session = Optional.of(UUID.randomUUID()).filter(any -> before == Status.ON_AGENDA);
        Request known = Requested.of(before, Requested.assessed(1, Verdict.ELIGIBLE, true), session);
        Request next = RequestRules.assessed(Optional.of(known), ABOUT, Requested.assessed(2, verdict, commission));
        assertEquals(after, next.state());
        assertEquals(after == Status.ON_AGENDA ? session : Optional.empty(), next.session());
        assertEquals(2, next.revision());
    }

    @Test
    void anOlderAssessmentChangesNothing() {
        Request known = Requested.of(Status.APPROVED, Requested.assessed(2, Verdict.ELIGIBLE, true),
                Optional.empty());
        assertEquals(known, RequestRules.assessed(Optional.of(known), ABOUT,
                Requested.assessed(1, Verdict.INELIGIBLE, true)));
    }

    @Test
    void whatWasGivenUpStaysGoneWhicheverComesFirst() {
        Request gone = RequestRules.withdrawn(Optional.empty(), ABOUT, ASSESSED.plusDays(3));
        Request first = RequestRules.assessed(Optional.of(gone), ABOUT, Requested.assessed(1, Verdict.ELIGIBLE, true));
        Request last = RequestRules.withdrawn(Optional.of(RequestRules.assessed(Optional.empty(), ABOUT,
                Requested.assessed(1, Verdict.ELIGIBLE, true))), ABOUT, ASSESSED.plusDays(3));
        assertEquals(last, first);
        assertEquals(ASSESSED.plusDays(3), first.lastOn());
    }

    /** What follows a decision comes after it; a later assessment stays the newest step. */
    @ParameterizedTest
    @CsvSource({"2008-09-22, 2008-09-22", "2008-09-15, 2008-09-15", "2008-09-14, 2008-09-15"})
    void aDecisionIsAStepOfItsDay(LocalDate heldOn, LocalDate newest) {
        Request decided = RequestRules.decided(Requested.onAgenda(UUID.randomUUID()), Status.APPROVED,
                Requested.DECISION, heldOn);
        assertEquals(newest, decided.lastOn());
    }

    @ParameterizedTest
    @CsvSource({"2, GONE", "1, APPROVED"})
    void aConfirmationEndsTheRevisionItWasMadeOn(int revision, Status after) {
        Request known = Requested.of(Status.APPROVED, Requested.assessed(2, Verdict.INELIGIBLE, true),
                Optional.empty());
        assertEquals(after, RequestRules.confirmedIneligible(known, revision, ASSESSED).state());
    }

    /** What was decided on an earlier revision is open again; what is being assessed keeps its place on an agenda. */
    @ParameterizedTest(name = "{0}: {1}, then {2}: {3}")
    @CsvSource({"WAITING, NOT_READY, ELIGIBLE, WAITING", "WAITING, NOT_READY, NEEDS_HUMAN, NOT_READY",
            "ON_AGENDA, ON_AGENDA, ELIGIBLE, ON_AGENDA", "ON_AGENDA, ON_AGENDA, INELIGIBLE, NOT_READY",
            "APPROVED, NOT_READY, ELIGIBLE, WAITING", "REFUSED, NOT_READY, ELIGIBLE, WAITING",
            "GONE, GONE, ELIGIBLE, GONE"})
    void whatItsOfficeHasChangedIsOpenAgain(Status before, Status meanwhile, Verdict verdict, Status after) {
        Optional<UUID> session = Optional.of(UUID.randomUUID()).filter(any -> before == Status.ON_AGENDA);
        Request known = Requested.of(before, Requested.assessed(1, Verdict.ELIGIBLE, true), session);
        Request amended = RequestRules.amended(Optional.of(known), ABOUT, 2, ASSESSED);
        assertEquals(meanwhile, amended.state());
        assertEquals(before != Status.GONE, amended.isBeingAssessed() && !amended.isGone());
        Request assessed = RequestRules.assessed(Optional.of(amended), ABOUT, Requested.assessed(2, verdict, true));
        assertEquals(after, assessed.state());
        assertEquals(after == Status.ON_AGENDA ? session : Optional.empty(), assessed.session());
    }

    /** Its office has moved it under a scheme whose own agent decides. */
    @Test
    void whatNeedsNoCommissionAnyMoreLeavesTheAgenda() {
        Request amended = RequestRules.amended(Optional.of(Requested.onAgenda(UUID.randomUUID())), ABOUT, 2, ASSESSED);
        Request assessed = RequestRules.assessed(Optional.of(amended), ABOUT,
                Requested.assessed(2, Verdict.ELIGIBLE, false));
        assertEquals(Status.NOT_NEEDED, assessed.state());
        assertEquals(Optional.empty(), assessed.session());
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = {"NOT_READY", "WAITING", "APPROVED", "REFUSED", "GONE"})
    void anAmendmentAndItsAssessmentComeInAnyOrder(Status before) {
        Request known = Requested.of(before, Requested.assessed(1, Verdict.ELIGIBLE, true), Optional.empty());
        Request.Assessed again = Requested.assessed(2, Verdict.ELIGIBLE, true);
        assertEquals(
                RequestRules.assessed(Optional.of(RequestRules.amended(Optional.of(known), ABOUT, 2, ASSESSED)), ABOUT,
                        again),
                RequestRules.amended(Optional.of(RequestRules.assessed(Optional.of(known), ABOUT, again)), ABOUT, 2,
                        ASSESSED));
    }

    /** An agent confirms the first revision while another changes it. */
    @Test
    void aConfirmationOfAnEarlierRevisionEndsNothing() {
        Request known = Requested.of(Status.NOT_READY, Requested.assessed(1, Verdict.INELIGIBLE, true),
                Optional.empty());
        Request confirmed = RequestRules.confirmedIneligible(known, 1, ASSESSED);
        assertEquals(Status.GONE, confirmed.state());
        assertEquals(Status.NOT_READY, RequestRules.amended(Optional.of(confirmed), ABOUT, 2, ASSESSED).state());
        Request amended = RequestRules.amended(Optional.of(known), ABOUT, 2, ASSESSED);
        assertEquals(Status.NOT_READY, RequestRules.confirmedIneligible(amended, 1, ASSESSED).state());
    }

    /** It comes back once its office has what was missing, or has changed it; an older answer says nothing of it. */
    @Test
    void whatIsIncompleteComesBackCompletedOrAmended() {
        Request incomplete = RequestRules.decided(Requested.onAgenda(UUID.randomUUID()), Status.INCOMPLETE,
                Requested.DECISION, ASSESSED);
        assertEquals(Status.INCOMPLETE, incomplete.state());
        assertEquals(Status.INCOMPLETE, RequestRules.assessed(Optional.of(incomplete), ABOUT,
                Requested.assessed(1, Verdict.ELIGIBLE, true)).state());
        assertEquals(Status.INCOMPLETE, RequestRules.completed(incomplete, 0, ASSESSED).state());
        assertEquals(Status.WAITING, RequestRules.completed(incomplete, 1, ASSESSED).state());
        Request amended = RequestRules.amended(Optional.of(incomplete), ABOUT, 2, ASSESSED);
        assertEquals(Status.NOT_READY, amended.state());
        assertEquals(Status.WAITING, RequestRules.assessed(Optional.of(amended), ABOUT,
                Requested.assessed(2, Verdict.ELIGIBLE, true)).state());
        Request approved = Requested.of(Status.APPROVED, Requested.assessed(1, Verdict.ELIGIBLE, true),
                Optional.empty());
        assertEquals(approved, RequestRules.completed(approved, 1, ASSESSED));
    }

    /** Given back by its office it leaves the agenda; what was decided before stays decided. */
    @Test
    void whatItsOfficeHasGivenBackComesBackWithTheLastItem() {
        Request onAgenda = Requested.onAgenda(UUID.randomUUID());
        Request returned = RequestRules.givenBack(Optional.of(onAgenda), ABOUT, 1, ASSESSED.plusDays(1));
        assertEquals(Status.INCOMPLETE, returned.state());
        assertEquals(Optional.empty(), returned.session());
        assertEquals(ASSESSED.plusDays(1), returned.lastOn());
        assertEquals(Status.WAITING, RequestRules.completed(returned, 1, ASSESSED).state());
        Request early = RequestRules.givenBack(Optional.empty(), ABOUT, 1, ASSESSED);
        assertEquals(Status.INCOMPLETE, RequestRules.assessed(Optional.of(early), ABOUT,
                Requested.assessed(1, Verdict.ELIGIBLE, true)).state());
        Request approved = RequestRules.decided(onAgenda, Status.APPROVED, Requested.DECISION, ASSESSED);
        assertEquals(approved, RequestRules.givenBack(Optional.of(approved), ABOUT, 1, ASSESSED.plusDays(1)));
        Request adjourned = RequestRules.decided(onAgenda, Status.INCOMPLETE, new UUID(0, 1), ASSESSED);
        Request late = RequestRules.completed(RequestRules.givenBack(Optional.of(adjourned), ABOUT, 1, ASSESSED), 1,
                ASSESSED);
        assertEquals(Status.INCOMPLETE, RequestRules.givenBack(Optional.of(late), ABOUT, 1, ASSESSED).state(),
                "what it was adjourned for is told behind the older list's last item");
        Request amended = RequestRules.amended(Optional.of(returned), ABOUT, 2, ASSESSED.plusDays(1));
        assertEquals(Status.NOT_READY, amended.state());
        assertEquals(amended, RequestRules.givenBack(Optional.of(amended), ABOUT, 1, ASSESSED.plusDays(2)));
    }

    @Test
    void itsNumberIsKnownWhicheverIsHeardFirstAndChangesNothingElse() {
        Request called = RequestRules.called(Optional.empty(), ABOUT, "DIJ-2008-0042", ASSESSED);
        assertEquals(Status.NOT_READY, called.state());
        Request first = RequestRules.assessed(Optional.of(called), ABOUT,
                Requested.assessed(1, Verdict.ELIGIBLE, true));
        Request known = RequestRules.assessed(Optional.empty(), ABOUT, Requested.assessed(1, Verdict.ELIGIBLE, true));
        assertEquals(Optional.empty(), known.fileNumber());
        Request last = RequestRules.called(Optional.of(known), ABOUT, "DIJ-2008-0042", ASSESSED.minusDays(1));
        assertEquals(last, first);
        assertEquals(Optional.of("DIJ-2008-0042"), RequestRules.withdrawn(Optional.of(RequestRules
                .amended(Optional.of(last), ABOUT, 2, ASSESSED)), ABOUT, ASSESSED).fileNumber());
    }

    @Test
    void whatWasNeverHeardOfMayBeAmendedFirst() {
        Request amended = RequestRules.amended(Optional.empty(), ABOUT, 2, ASSESSED);
        assertEquals(Status.NOT_READY, amended.state());
        assertEquals(Status.NOT_READY, RequestRules
                .assessed(Optional.of(amended), ABOUT, Requested.assessed(1, Verdict.ELIGIBLE, true)).state());
    }

    /** A refusal that its office had not heard of when it went to another bank has come too late; a later one stands. */
    @ParameterizedTest(name = "{0} of revision {1}, revision 2 offered elsewhere: {2}")
    @CsvSource({"APPROVED, 1, APPROVED", "REFUSED, 1, APPROVED", "REFUSED, 2, REFUSED", "GONE, 1, GONE"})
    void whatItsOfficeTakesToAnotherBankStandsApproved(Status before, int revision, Status after) {
        Request assessed = Requested.of(before, Requested.assessed(revision, Verdict.ELIGIBLE, true),
                Optional.empty());
        Request known = before == Status.GONE
                ? assessed
                : assessed.settledAs(new Settled(before, revision, Requested.DECISION, ASSESSED), ASSESSED);
        Request next = RequestRules.offeredElsewhere(Optional.of(known), ABOUT, 2, ASSESSED.plusDays(9)).state();
        assertEquals(after, next.state());
        assertEquals(true, next.sent(), "decided on no more");
    }

    /** Whoever has counted the refusal is told, as where it crosses with the transmission. */
    @Test
    void aRefusalThatCrossesWithAnotherBankIsToldToHaveNoEffect() {
        UUID refusal = new UUID(7, 7);
        Request refused = Requested
                .of(Status.APPROVED, Requested.assessed(1, Verdict.ELIGIBLE, true), Optional.empty())
                .settledAs(new Settled(Status.REFUSED, 1, refusal, ASSESSED.plusDays(1))
                        .inPlaceOf(Optional.of(new Settled(Status.APPROVED, 1, Requested.DECISION, ASSESSED))),
                        ASSESSED.plusDays(1));
        assertEquals(List.of(new RequestEvent.ApprovalUpheld(1, Requested.DECISION, refusal, ASSESSED)),
                RequestRules.offeredElsewhere(Optional.of(refused), ABOUT, 2, ASSESSED.plusDays(9)).events());
        assertEquals(List.of(),
                RequestRules.offeredElsewhere(Optional.of(refused), ABOUT, 1, ASSESSED.plusDays(9)).events());
    }
}
