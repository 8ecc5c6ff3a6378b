package fr.microcredit.commission.session.domain;

import static fr.microcredit.commission.request.domain.Requested.ABOUT;
import static fr.microcredit.commission.request.domain.Requested.ASSESSED;
import static fr.microcredit.commission.request.domain.Requested.DECISION;
import static fr.microcredit.commission.request.domain.Requested.DOSSIER;
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

import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.request.domain.Request.Status;
import fr.microcredit.commission.request.domain.RequestEvent;
import fr.microcredit.commission.request.domain.RequestRules;
import fr.microcredit.commission.request.domain.Requested;
import fr.microcredit.commission.session.domain.Ruling.Link;
import fr.microcredit.commission.session.domain.Ruling.Verdict;
import fr.microcredit.commission.session.domain.Session.Capacity;
import fr.microcredit.commission.session.domain.Session.Chair;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Decision.Refused;
import fr.microcredit.kit.domain.Reason;

/** A decision is changed only by a later one that cites it, as long as no bank has the request. */
class RedecisionTest {
    private static final LocalDate DAY = LocalDate.of(2008, 10, 6);
    private static final Chair CHAIR = new Chair("president", Capacity.ELECTED_REPRESENTATIVE);

    @ParameterizedTest
    @CsvSource({"REFUSED, APPROVED", "APPROVED, REFUSED", "REFUSED, REFUSED", "APPROVED, APPROVED"})
    void aLaterSessionDecidesAgainByCitingTheDecisionThatStands(Status before, Verdict verdict) {
        Ruling ruling = ruling(verdict, Optional.of(DECISION), Ruling.Reason.OTHER);
        Accepted<Request, SessionEvent> decided = accepted(decide(open(), standing(before), ruling));
        assertEquals(Status.valueOf(verdict.name()), decided.state().state());
        assertTrue(decided.state().isDecidedBy(ruling.link().id()));
        assertFalse(decided.state().isDecidedBy(DECISION), "the earlier one can be cited no more");
        SessionEvent.Decided told = (SessionEvent.Decided) decided.events().get(0);
        assertEquals(Optional.of(DECISION), told.replaces());
        assertEquals(ruling.link().id(), told.decisionId());
    }

    @Test
    void withoutACitationNothingChanges() {
        assertEquals(List.of("not-on-the-agenda"),
                codes(decide(open(), standing(Status.REFUSED), ruling(Verdict.APPROVED, Optional.empty()))));
    }

    @ParameterizedTest
    @CsvSource({"WAITING", "INCOMPLETE", "GONE", "NOT_READY"})
    void whereNoDecisionStandsNoneIsReplaced(Status state) {
        assertEquals(List.of("decision-not-current"),
                codes(decide(open(), standing(state), ruling(Verdict.APPROVED, Optional.of(DECISION)))));
    }

    @Test
    void anotherDecisionThanTheOneThatStandsIsNotCited() {
        assertEquals(List.of("decision-not-current"), codes(decide(open(), standing(Status.REFUSED),
                ruling(Verdict.APPROVED, Optional.of(UUID.randomUUID())))));
        Request amended = RequestRules.amended(Optional.of(standing(Status.REFUSED)), ABOUT, 2, DAY);
        assertEquals(List.of("decision-not-current"),
                codes(decide(open(), amended, ruling(Verdict.APPROVED, Optional.of(DECISION)))));
    }

    @Test
    void anAdjournmentTakesNoDecisionsPlace() {
        assertEquals(List.of("adjournment-replaces-nothing"),
                codes(decide(open(), standing(Status.REFUSED), ruling(Verdict.ADJOURNED, Optional.of(DECISION)))));
    }

    @Test
    void whatABankHasStands() {
        Request sent = RequestRules.sent(Optional.of(standing(Status.APPROVED)), ABOUT.at("cm-dijon"), DAY).state();
        assertEquals(List.of("sent-to-bank"),
                codes(decide(open(), sent, ruling(Verdict.REFUSED, Optional.of(DECISION), Ruling.Reason.OTHER))));
    }

    /** The office sent it knowing of the approval alone. */
    @Test
    void aRefusalThatCrossesWithTheTransmissionComesTooLate() {
        Ruling refusal = ruling(Verdict.REFUSED, Optional.of(DECISION), Ruling.Reason.OTHER);
        Request refused = accepted(decide(open(), standing(Status.APPROVED), refusal)).state();
        Accepted<Request, RequestEvent> upheld = sent(refused);
        Request sent = upheld.state();
        assertEquals(Status.APPROVED, sent.state());
        assertTrue(sent.isDecidedBy(DECISION), "the approval stands, and not the refusal");
        assertEquals(List.of(new RequestEvent.ApprovalUpheld(1, DECISION, refusal.link().id(), ASSESSED)),
                upheld.events());
        assertEquals(new Accepted<>(sent, List.of()), sent(sent), "heard again");
    }

    /** However often it was refused, the approval is the one that the office knew. */
    @Test
    void anotherRefusalInTheRefusalsPlaceComesTooLateAsWell() {
        Ruling first = ruling(Verdict.REFUSED, Optional.of(DECISION), Ruling.Reason.OTHER);
        Request once = accepted(decide(open(), standing(Status.APPROVED), first)).state();
        Ruling second = ruling(Verdict.REFUSED, Optional.of(first.link().id()), Ruling.Reason.MORE_INFORMATION);
        Accepted<Request, RequestEvent> upheld = sent(accepted(decide(open(), once, second)).state());
        assertEquals(List.of(new RequestEvent.ApprovalUpheld(1, DECISION, second.link().id(), ASSESSED)),
                upheld.events());
        Ruling approval = ruling(Verdict.APPROVED, Optional.of(first.link().id()));
        assertEquals(List.of(), sent(accepted(decide(open(), once, approval)).state()).events(), "nothing crossed");
    }

    private static Accepted<Request, RequestEvent> sent(Request request) {
        return RequestRules.sent(Optional.of(request), ABOUT.at("cm-dijon"), DAY);
    }

    @Test
    void theSameSessionThinksAgainAndARepetitionChangesNothing() {
        Ruling first = ruling(Verdict.REFUSED, Optional.empty(), Ruling.Reason.OTHER);
        Session once = open().noting(first);
        Request refused = accepted(decide(open(), Requested.onAgenda(once.id()), first)).state();
        Ruling second = ruling(Verdict.APPROVED, Optional.of(first.link().id()));
        Request approved = accepted(decide(once, refused, second)).state();
        Session twice = once.noting(second);
        assertEquals(Status.APPROVED, approved.state());
        assertEquals(List.of(), accepted(decide(twice, approved,
                ruling(Verdict.APPROVED, Optional.of(first.link().id())))).events());
        assertEquals(List.of("decided-otherwise"), codes(decide(twice, approved, first)));
    }

    /** Reasons and items are named, none is ranked. */
    @Test
    void theOrderOfReasonsSaysNothing() {
        Ruling.Reason one = Ruling.Reason.OTHER_AID_POSSIBLE;
        Ruling.Reason two = Ruling.Reason.OTHER;
        Ruling first = ruling(Verdict.REFUSED, Optional.empty(), one, two);
        Session session = open().noting(first);
        Request refused = accepted(decide(open(), Requested.onAgenda(session.id()), first)).state();
        assertEquals(List.of(),
                accepted(decide(session, refused, ruling(Verdict.REFUSED, Optional.empty(), two, one))).events());
        assertEquals(List.of("decided-otherwise"),
                codes(decide(session, refused, ruling(Verdict.REFUSED, Optional.empty(), one))));
    }

    private static Request standing(Status status) {
        return Requested.of(status, Requested.assessed(1, Request.Verdict.ELIGIBLE, true), Optional.empty());
    }

    private static Session open() {
        return new Session(new UUID(0, 3), "ccas-dijon", DAY, Session.Status.OPEN, Optional.of(CHAIR), List.of(),
                List.of(), List.of());
    }

    private static Ruling ruling(Verdict verdict, Optional<UUID> replaces, Ruling.Reason... reasons) {
        return new Ruling(DOSSIER, 1, verdict, verdict == Verdict.REFUSED ? List.of(reasons) : List.of(), List.of(),
                List.of(), Ruling.Poll.NONE, Optional.empty(), Link.citing(replaces));
    }

    private static Decision<Request, SessionEvent> decide(Session session, Request request, Ruling ruling) {
        return RulingRules.decide(new Sitting(session, Optional.empty()), request, ruling, "president");
    }

    private static Accepted<Request, SessionEvent> accepted(Decision<Request, SessionEvent> decision) {
        return (Accepted<Request, SessionEvent>) decision;
    }

    private static List<String> codes(Decision<?, ?> decision) {
        return ((Refused<?, ?>) decision).reasons().stream().map(Reason::code).toList();
    }
}
