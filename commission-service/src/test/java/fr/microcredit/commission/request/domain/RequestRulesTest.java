package fr.microcredit.commission.request.domain;

import static fr.microcredit.commission.request.domain.Requested.ABOUT;
import static fr.microcredit.commission.request.domain.Requested.ASSESSED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        Request decided = RequestRules.decided(Requested.onAgenda(UUID.randomUUID()), Status.APPROVED, heldOn);
        assertEquals(newest, decided.lastOn());
    }

    @ParameterizedTest
    @CsvSource({"2, GONE", "1, APPROVED"})
    void aConfirmationEndsTheRevisionItWasMadeOn(int revision, Status after) {
        Request known = Requested.of(Status.APPROVED, Requested.assessed(2, Verdict.INELIGIBLE, true),
                Optional.empty());
        assertEquals(after, RequestRules.confirmedIneligible(known, revision, ASSESSED).state());
    }
}
