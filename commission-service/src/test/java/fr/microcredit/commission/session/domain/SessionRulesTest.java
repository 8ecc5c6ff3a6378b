package fr.microcredit.commission.session.domain;

import static fr.microcredit.commission.request.domain.Requested.ASSESSED;
import static fr.microcredit.commission.request.domain.Requested.DOSSIER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.request.domain.Request.Status;
import fr.microcredit.commission.request.domain.Request.Verdict;
import fr.microcredit.commission.request.domain.Requested;
import fr.microcredit.commission.session.domain.Ruling.Reason;
import fr.microcredit.commission.session.domain.Session.Capacity;
import fr.microcredit.commission.session.domain.Session.Chair;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Decision.Refused;

class SessionRulesTest {
    private static final UUID SESSION = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2008, 9, 22);
    private static final Chair CHAIR = new Chair("president", Capacity.ELECTED_REPRESENTATIVE);

    @ParameterizedTest
    @CsvSource({"2008-09-22, true", "2009-09-15, true", "2009-09-16, false", "9999-12-31, false"})
    void aSessionIsConvenedAtMostAYearAhead(LocalDate heldOn, boolean holds) {
        assertEquals(holds, SessionRules.convene(SESSION, "ccas-dijon", heldOn, ASSESSED).holds());
    }

    @ParameterizedTest
    @CsvSource({"APPROVED, , APPROVED", "REFUSED, OTHER, REFUSED", "ADJOURNED, MORE_INFORMATION, WAITING",
            "ADJOURNED, , WAITING"})
    void aDecisionMovesTheRequestOffTheAgenda(Ruling.Verdict verdict, Reason reason, Status after) {
        Accepted<Request, SessionEvent> decided = accepted(decide(Requested.onAgenda(SESSION), ruling(verdict,
                reason == null ? List.of() : List.of(reason))));
        assertEquals(after, decided.state().state());
        assertEquals(Optional.empty(), decided.state().session());
        assertEquals(DAY, decided.state().lastOn());
        assertEquals(1, decided.events().size());
    }

    @ParameterizedTest
    @CsvSource({"ADJOURNED, QUOTE, INCOMPLETE, ", "ADJOURNED, QUOTE QUOTE, , twice",
            "APPROVED, QUOTE, , missing-of-a-decision", "REFUSED, QUOTE, , missing-of-a-decision"})
    void whatIsMissingKeepsAnAdjournedRequestAway(Ruling.Verdict verdict, String missing, Status after, String code) {
        Ruling ruling = new Ruling(DOSSIER, 1, verdict, verdict == Ruling.Verdict.REFUSED
                ? List.of(Reason.OTHER)
                : List.of(), Stream.of(missing.split(" ")).map(Ruling.Missing::valueOf).toList(), List.of(),
                Ruling.Poll.NONE, Optional.empty(), Ruling.Link.citing(Optional.empty()));
        Decision<Request, SessionEvent> decision = decide(Requested.onAgenda(SESSION), ruling);
        if (code == null) {
            assertEquals(after, accepted(decision).state().state());
        } else {
            assertEquals(List.of(code), codes(decision));
        }
    }

    @ParameterizedTest
    @CsvSource({"APPROVED, PAYMENT_TO_SUPPLIER BUDGET_COUNSELLING, ", "APPROVED, OTHER OTHER, twice",
            "REFUSED, OTHER, conditions-of-no-approval", "ADJOURNED, OTHER, conditions-of-no-approval"})
    void onlyAnApprovalHasConditions(Ruling.Verdict verdict, String named, String code) {
        List<Ruling.Condition> conditions = Stream.of(named.split(" ")).map(Ruling.Condition::valueOf).toList();
        Decision<Request, SessionEvent> decision = decide(Requested.onAgenda(SESSION), new Ruling(DOSSIER, 1, verdict,
                verdict == Ruling.Verdict.REFUSED ? List.of(Reason.OTHER) : List.of(), List.of(), conditions,
                Ruling.Poll.NONE, Optional.empty(), Ruling.Link.citing(Optional.empty())));
        if (code == null) {
            assertEquals(conditions, ((SessionEvent.Decided) accepted(decision).events().get(0)).conditions());
        } else {
            assertEquals(List.of(code), codes(decision));
        }
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, '', reason-required", "APPROVED, OTHER, reasons-of-an-approval",
            "REFUSED, OTHER OTHER, twice"})
    void reasonsFitTheDecision(Ruling.Verdict verdict, String reasons, String code) {
        List<Reason> named = reasons.isEmpty()
                ? List.of()
                : List.of(reasons.split(" ")).stream().map(Reason::valueOf).toList();
        assertEquals(List.of(code), codes(decide(Requested.onAgenda(SESSION), ruling(verdict, named))));
    }

    @Test
    void onlyWhatStandsOnThisAgendaIsDecidedAndEveryReasonIsTold() {
        Ruling approval = ruling(Ruling.Verdict.APPROVED, List.of());
        assertEquals(List.of("not-on-the-agenda"), codes(decide(Requested.onAgenda(UUID.randomUUID()), approval)));
        Request waiting = Requested.of(Status.WAITING, Requested.assessed(1, Verdict.ELIGIBLE, true),
                Optional.empty());
        assertEquals(List.of("not-in-the-chair", "not-on-the-agenda"),
                codes(RulingRules.decide(sitting(open()), waiting, approval, "somebody")));
    }

    @Test
    void theSameDecisionAgainChangesNothingAndAnotherOneIsRefused() {
        Ruling approval = ruling(Ruling.Verdict.APPROVED, List.of());
        Request request = accepted(decide(Requested.onAgenda(SESSION), approval)).state();
        Session after = open().noting(approval);
        assertEquals(List.of(),
                accepted(RulingRules.decide(sitting(after), request, approval, "president")).events());
        assertEquals(List.of("decided-otherwise"), codes(RulingRules.decide(sitting(after), request,
                ruling(Ruling.Verdict.REFUSED, List.of(Reason.OTHER)), "president")));
    }

    @Test
    void oneChairOpensAndClosesASession() {
        Session open = open();
        assertEquals(open,
                ((Accepted<Session, SessionEvent>) SessionRules.open(sitting(open), CHAIR, List.of())).state());
        assertFalse(SessionRules.open(sitting(open), new Chair("somebody", Capacity.ELECTED_SUBSTITUTE), List.of())
                .holds());
        assertFalse(SessionRules.close(open, "somebody").holds());
        Session closed = ((Accepted<Session, SessionEvent>) SessionRules.close(open, "president")).state();
        assertFalse(SessionRules.open(sitting(closed), CHAIR, List.of()).holds());
        assertTrue(codes(RulingRules.decide(sitting(closed), Requested.onAgenda(SESSION),
                ruling(Ruling.Verdict.APPROVED, List.of()), "president")).contains("not-in-the-chair"));
    }

    @Test
    void onlyWhatWasNotOpenedIsCancelled() {
        Session convened = ((Accepted<Session, SessionEvent>) SessionRules.convene(SESSION, "ccas-dijon",
                DAY.plusMonths(12), DAY)).state();
        Session cancelled = ((Accepted<Session, SessionEvent>) SessionRules.cancel(convened)).state();
        assertTrue(cancelled.lastOn().isBefore(DAY), "cancelled before its day");
        assertEquals(cancelled, ((Accepted<Session, SessionEvent>) SessionRules.cancel(cancelled)).state());
        assertFalse(SessionRules.open(sitting(cancelled), CHAIR, List.of()).holds());
        assertFalse(SessionRules.cancel(open()).holds());
    }

    @ParameterizedTest
    @CsvSource({"2008-09-15, ", "2008-10-01, ", "2009-09-15, ", "2008-09-14, date-in-the-past",
            "2009-09-16, session-too-far-ahead"})
    void aSessionIsPostponedToADayFromTodayWithinAYear(LocalDate to, String code) {
        Session convened = accepted(SessionRules.convene(SESSION, "ccas-dijon", DAY, ASSESSED)).state();
        Decision<Session, SessionEvent> postponed = SessionRules.postpone(convened, to, LocalDate.of(2008, 9, 15));
        if (code == null) {
            assertEquals(to, accepted(postponed).state().day());
        } else {
            assertEquals(List.of(code), codes(postponed));
        }
        assertEquals(List.of("session-state"), codes(SessionRules.postpone(open(), to, LocalDate.of(2008, 9, 15))));
    }

    @Test
    void anotherChairGoesOnWhereOneHasGone() {
        Chair substitute = new Chair("substitute", Capacity.ELECTED_SUBSTITUTE);
        Session taken = accepted(SessionRules.takeChair(sitting(open()), substitute)).state();
        assertEquals(taken, accepted(SessionRules.takeChair(sitting(taken), substitute)).state());
        assertFalse(SessionRules.close(taken, "president").holds());
        Session closed = accepted(SessionRules.close(taken, "substitute")).state();
        assertEquals(List.of("session-state"), codes(SessionRules.takeChair(sitting(closed), CHAIR)));
    }

    @Test
    void anOpeningIsTakenBackUntilSomethingIsDecided() {
        Session convened = accepted(SessionRules.revokeOpening(open(), "president")).state();
        assertEquals(Session.Status.CONVENED, convened.state());
        assertEquals(Optional.empty(), convened.chair());
        assertEquals(convened, accepted(SessionRules.revokeOpening(convened, "anybody")).state());
        assertEquals(List.of("not-in-the-chair"), codes(SessionRules.revokeOpening(open(), "somebody")));
        assertEquals(List.of("session-has-decided"), codes(SessionRules.revokeOpening(
                open().noting(ruling(Ruling.Verdict.APPROVED, List.of())), "president")));
    }

    @ParameterizedTest
    @CsvSource({"WAITING, 2008-09-15, ", "WAITING, 2008-09-22, ", "WAITING, 2008-09-23, request-not-waiting",
            "NOT_READY, 2008-09-15, request-not-waiting", "INCOMPLETE, 2008-09-15, request-not-waiting",
            "APPROVED, 2008-09-15, request-not-waiting", "GONE, 2008-09-15, request-not-waiting"})
    void onlyWhatWaitsIsPutOnAnAgenda(Status state, LocalDate lastOn, String code) {
        Request known = Requested.of(state, Requested.assessed(1, Verdict.ELIGIBLE, true), Optional.empty());
        Request request = new Request(known.about(), known.fileNumber(), known.assessed(), known.amendedTo(),
                known.settled(), state,
                Optional.empty(), false, lastOn);
        Decision<Request, SessionEvent> added = AgendaRules.add(open(), request);
        if (code == null) {
            assertEquals(Optional.of(SESSION), accepted(added).state().session());
            assertEquals(Status.WAITING,
                    accepted(AgendaRules.remove(open(), accepted(added).state())).state().state());
        } else {
            assertEquals(List.of(code), codes(added));
        }
    }

    @Test
    void whatStandsOnAnotherAgendaStaysThere() {
        Request elsewhere = Requested.onAgenda(UUID.randomUUID());
        assertEquals(List.of("request-not-waiting"), codes(AgendaRules.add(open(), elsewhere)));
        assertEquals(List.of("not-on-the-agenda"), codes(AgendaRules.remove(open(), elsewhere)));
        Request here = Requested.onAgenda(SESSION);
        assertEquals(here, accepted(AgendaRules.add(open(), here)).state());
    }

    private static Session open() {
        return new Session(SESSION, "ccas-dijon", DAY, Session.Status.OPEN, Optional.of(CHAIR), List.of(), List.of(),
                List.of());
    }

    /** Of an office without a committee. */
    private static Sitting sitting(Session session) {
        return new Sitting(session, Optional.empty());
    }

    private static Ruling ruling(Ruling.Verdict verdict, List<Reason> reasons) {
        return new Ruling(DOSSIER, 1, verdict, reasons, List.of(), List.of(), Ruling.Poll.NONE,
                Optional.empty(), Ruling.Link.citing(Optional.empty()));
    }

    private static Decision<Request, SessionEvent> decide(Request request, Ruling ruling) {
        return RulingRules.decide(sitting(open()), request, ruling, "president");
    }

    private static <S> Accepted<S, SessionEvent> accepted(Decision<S, SessionEvent> decision) {
        return (Accepted<S, SessionEvent>) decision;
    }

    private static List<String> codes(Decision<?, ?> decision) {
        return ((Refused<?, ?>) decision).reasons().stream().map(fr.microcredit.kit.domain.Reason::code).toList();
    }
}
