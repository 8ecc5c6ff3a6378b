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
                : List.of(), Stream.of(missing.split(" ")).map(Ruling.Missing::valueOf).toList());
        Decision<Request, SessionEvent> decision = decide(Requested.onAgenda(SESSION), ruling);
        if (code == null) {
            assertEquals(after, accepted(decision).state().state());
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
                codes(SessionRules.decide(open(), waiting, approval, "somebody")));
    }

    @Test
    void theSameDecisionAgainChangesNothingAndAnotherOneIsRefused() {
        Ruling approval = ruling(Ruling.Verdict.APPROVED, List.of());
        Request request = accepted(decide(Requested.onAgenda(SESSION), approval)).state();
        Session after = open().noting(approval);
        assertEquals(List.of(),
                accepted(SessionRules.decide(after, request, approval, "president")).events());
        assertEquals(List.of("decided-otherwise"), codes(SessionRules.decide(after, request,
                ruling(Ruling.Verdict.REFUSED, List.of(Reason.OTHER)), "president")));
    }

    @Test
    void oneChairOpensAndClosesASession() {
        Session open = open();
        assertEquals(open, ((Accepted<Session, SessionEvent>) SessionRules.open(open, CHAIR)).state());
        assertFalse(SessionRules.open(open, new Chair("somebody", Capacity.ELECTED_SUBSTITUTE)).holds());
        assertFalse(SessionRules.close(open, "somebody").holds());
        Session closed = ((Accepted<Session, SessionEvent>) SessionRules.close(open, "president")).state();
        assertFalse(SessionRules.open(closed, CHAIR).holds());
        assertTrue(codes(SessionRules.decide(closed, Requested.onAgenda(SESSION),
                ruling(Ruling.Verdict.APPROVED, List.of()), "president")).contains("not-in-the-chair"));
    }

    @Test
    void onlyWhatWasNotOpenedIsCancelled() {
        Session convened = ((Accepted<Session, SessionEvent>) SessionRules.convene(SESSION, "ccas-dijon",
                DAY.plusMonths(12), DAY)).state();
        Session cancelled = ((Accepted<Session, SessionEvent>) SessionRules.cancel(convened)).state();
        assertTrue(cancelled.lastOn().isBefore(DAY), "cancelled before its day");
        assertEquals(cancelled, ((Accepted<Session, SessionEvent>) SessionRules.cancel(cancelled)).state());
        assertFalse(SessionRules.open(cancelled, CHAIR).holds());
        assertFalse(SessionRules.cancel(open()).holds());
    }

    private static Session open() {
        return new Session(SESSION, "ccas-dijon", DAY, Session.Status.OPEN, Optional.of(CHAIR), List.of());
    }

    private static Ruling ruling(Ruling.Verdict verdict, List<Reason> reasons) {
        return new Ruling(DOSSIER, 1, verdict, reasons, List.of());
    }

    private static Decision<Request, SessionEvent> decide(Request request, Ruling ruling) {
        return SessionRules.decide(open(), request, ruling, "president");
    }

    private static Accepted<Request, SessionEvent> accepted(Decision<Request, SessionEvent> decision) {
        return (Accepted<Request, SessionEvent>) decision;
    }

    private static List<String> codes(Decision<?, ?> decision) {
        return ((Refused<?, ?>) decision).reasons().stream().map(fr.microcredit.kit.domain.Reason::code).toList();
    }
}
