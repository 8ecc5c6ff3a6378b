package fr.microcredit.commission.concertation.domain;

import static fr.microcredit.commission.request.domain.Requested.ABOUT;
import static fr.microcredit.commission.request.domain.Requested.ASSESSED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fr.microcredit.commission.concertation.domain.ConcertationRules.Outcome;
import fr.microcredit.commission.concertation.domain.Disagreement.Status;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.request.domain.Request.Verdict;
import fr.microcredit.commission.request.domain.RequestRules;
import fr.microcredit.commission.request.domain.Requested;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Decision.Refused;
import fr.microcredit.kit.money.Money;

class ConcertationRulesTest {
    private static final LocalDate ON = ASSESSED.plusDays(20);
    private static final Outcome UNCHANGED = outcome(null);

    @Test
    void aMeetingSaysWhatItHasChanged() {
        Accepted<Disagreement, ConcertationEvent> met = accepted(
                ConcertationRules.meet(open(), request(1, Verdict.ELIGIBLE), outcome("1800"), ON));
        assertEquals(Status.MET, met.state().state());
        assertEquals(ON, met.state().lastOn());
        ConcertationEvent.Held held = (ConcertationEvent.Held) met.events().get(0);
        assertEquals(Money.ofEuros("1800"), held.amount());
        assertEquals(24, held.termMonths());
        assertEquals(true, held.changed());
        assertEquals(1, held.revision());
    }

    @Test
    void anotherMeetingIsDueOnlyWhenTheChangeDoesNotFit() {
        Disagreement met = accepted(ConcertationRules.meet(open(), request(1, Verdict.ELIGIBLE), outcome("1800"),
                ON)).state();
        assertEquals("no-meeting-due", code(ConcertationRules.meet(met, request(1, Verdict.ELIGIBLE),
                outcome("1700"), ON)));
        assertEquals("no-meeting-due", code(ConcertationRules.meet(met, request(2, Verdict.NEEDS_HUMAN),
                outcome("1700"), ON)));
        assertEquals("change-required", code(ConcertationRules.meet(met, request(2, Verdict.INELIGIBLE),
                UNCHANGED, ON)));
        assertEquals(true, ConcertationRules.meet(met, request(2, Verdict.INELIGIBLE), outcome("1700"), ON).holds());
    }

    @Test
    void onARequestThatIsGoneThereIsNothingToMeetAbout() {
        Request gone = RequestRules.withdrawn(Optional.of(request(1, Verdict.ELIGIBLE)), ABOUT, ON);
        assertEquals("no-meeting-due", code(ConcertationRules.meet(open(), gone, UNCHANGED, ON)));
        assertEquals("no-meeting-due", code(ConcertationRules.waive(open(), gone, ON)));
        Disagreement late = ConcertationRules.disagreed(ABOUT.at("cm-dijon"), 1, ON.minusDays(1), Optional.of(ON));
        assertEquals(ConcertationRules.settled(open(), ON), late);
    }

    @Test
    void onlyAnOpenDisagreementIsWaived() {
        Accepted<Disagreement, ConcertationEvent> waived = accepted(
                ConcertationRules.waive(open(), request(1, Verdict.ELIGIBLE), ON));
        assertEquals(new ConcertationEvent.Waived(1, 1), waived.events().get(0));
        assertEquals("no-meeting-due",
                code(ConcertationRules.waive(waived.state(), request(1, Verdict.ELIGIBLE), ON)));
        assertEquals("no-meeting-due",
                code(ConcertationRules.meet(waived.state(), request(1, Verdict.ELIGIBLE), UNCHANGED, ON)));
    }

    @Test
    void aSchemeMayAskForTheMeeting() {
        Request.Assessed assessed = new Request.Assessed(1, Verdict.ELIGIBLE, true, "vehicle", Money.ofEuros("2000"),
                24,
                ASSESSED, true, false);
        Request request = Requested.of(Request.Status.APPROVED, assessed, Optional.empty());
        assertEquals("waiver-not-allowed", code(ConcertationRules.waive(open(), request, ON)));
        assertEquals(true, ConcertationRules.meet(open(), request, UNCHANGED, ON).holds());
    }

    /** The bank may have its last word at once: a meeting would cross it. */
    @Test
    void withoutAMeetingInTheSchemeNoneIsHeld() {
        Request.Assessed assessed = new Request.Assessed(1, Verdict.ELIGIBLE, true, "vehicle", Money.ofEuros("2000"),
                24,
                ASSESSED, false, true);
        Request request = Requested.of(Request.Status.APPROVED, assessed, Optional.empty());
        assertEquals("no-meeting-due", code(ConcertationRules.waive(open(), request, ON)));
        assertEquals("no-meeting-due", code(ConcertationRules.meet(open(), request, UNCHANGED, ON)));
    }

    @Test
    void whoWasThereAndWhatWasSaidIsKeptAndNotTold() {
        ConcertationRules.Minutes minutes = new ConcertationRules.Minutes(
                List.of(Disagreement.Function.BANK_ADVISER, Disagreement.Function.SOCIAL_WORKER),
                Optional.of("On a parlé."));
        Accepted<Disagreement, ConcertationEvent> met = accepted(ConcertationRules.meet(open(),
                request(1, Verdict.ELIGIBLE),
                new Outcome(new UUID(0, 7), Optional.empty(), Optional.empty(), minutes), ON));
        assertEquals(minutes.text(), met.state().meeting().orElseThrow().minutes());
        assertEquals(minutes.present(), met.state().meeting().orElseThrow().present());
        assertEquals(List.of(new ConcertationEvent.Held(1, 1, new UUID(0, 7), false, Money.ofEuros("2000"), 24)),
                met.events());
    }

    private static Disagreement open() {
        return ConcertationRules.disagreed(ABOUT.at("cm-dijon"), 1, ON.minusDays(1), Optional.empty());
    }

    private static Request request(int revision, Verdict verdict) {
        return Requested.of(Request.Status.APPROVED, Requested.assessed(revision, verdict, true), Optional.empty());
    }

    private static Outcome outcome(String euros) {
        return new Outcome(new UUID(0, 7), Optional.ofNullable(euros).map(Money::ofEuros), Optional.empty(),
                new ConcertationRules.Minutes(List.of(), Optional.empty()));
    }

    private static Accepted<Disagreement, ConcertationEvent> accepted(
            Decision<Disagreement, ConcertationEvent> decision) {
        return (Accepted<Disagreement, ConcertationEvent>) decision;
    }

    private static String code(Decision<Disagreement, ConcertationEvent> decision) {
        return ((Refused<Disagreement, ConcertationEvent>) decision).reasons().get(0).code();
    }
}
