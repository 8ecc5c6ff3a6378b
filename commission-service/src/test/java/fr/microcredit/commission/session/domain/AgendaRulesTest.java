package fr.microcredit.commission.session.domain;

import static fr.microcredit.commission.request.domain.Requested.ASSESSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.request.domain.Requested;
import fr.microcredit.commission.session.domain.Session.Status;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Decision.Refused;
import fr.microcredit.kit.domain.Reason;

/** The secretary's order of an agenda, and a move in one act; what comes onto one and off it is in SessionRulesTest. */
class AgendaRulesTest {
    private static final UUID HERE = UUID.randomUUID();
    private static final UUID THERE = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2008, 9, 22);

    /** On an agenda of a, b and c. */
    @ParameterizedTest
    @CsvSource({"c a b, ", "a b c, ", "a b, /dossierIds dossier-left-out", "a b b c, /dossierIds/2 dossier-twice",
            "a b c d, /dossierIds/3 dossier-not-on-the-agenda",
            "d a, /dossierIds/0 dossier-not-on-the-agenda;/dossierIds dossier-left-out"})
    void anOrderHasTheWholeAgendaAndEachOnce(String order, String faults) {
        Decision<Session, SessionEvent> decision = AgendaRules.order(session(HERE, Status.CONVENED, DAY),
                Set.copyOf(dossiers("a b c")), dossiers(order));
        if (faults == null) {
            assertEquals(dossiers(order), accepted(decision).order());
        } else {
            assertEquals(List.of(faults.split(";")), ((Refused<?, ?>) decision).reasons().stream()
                    .map(each -> each.pointer() + " " + each.code()).toList());
        }
    }

    @Test
    void theSameOrderChangesNothingAndWhatIsOverKeepsItsOwn() {
        Session ordered = accepted(AgendaRules.order(session(HERE, Status.OPEN, DAY), Set.copyOf(dossiers("a b")),
                dossiers("b a")));
        assertTrue(AgendaRules.order(ordered, Set.copyOf(dossiers("a b")), dossiers("b a")).equals(
                Decision.<Session, SessionEvent>unchanged(ordered)));
        for (Status over : List.of(Status.CLOSED, Status.CANCELLED)) {
            assertEquals(List.of("session-state"), codes(AgendaRules.order(session(HERE, over, DAY),
                    Set.copyOf(dossiers("a")), dossiers("a"))));
        }
    }

    @Test
    void whatIsNotInTheOrderComesAfterAsItArrived() {
        Session ordered = session(HERE, Status.OPEN, DAY).ordered(dossiers("c a"));
        assertEquals(dossiers("c a b d"), ordered.inOrder(dossiers("a b c d"), each -> each));
    }

    /** What is decided stands on the agenda no more, but in the minutes it comes where it came. */
    @Test
    void whatWasDecidedKeepsItsPlaceBeforeWhatIsPutInOrderAnew() {
        Session decided = session(HERE, Status.OPEN, DAY).ordered(dossiers("a b c d")).noting(ruling("b"))
                .noting(ruling("a"));
        Session again = accepted(AgendaRules.order(decided, Set.copyOf(dossiers("c d")), dossiers("d c")));
        assertEquals(dossiers("a b d c"), again.inOrder(dossiers("c d b a"), each -> each));
        assertEquals(Decision.<Session, SessionEvent>unchanged(again),
                AgendaRules.order(again, Set.copyOf(dossiers("c d")), dossiers("d c")));
    }

    private static Ruling ruling(String dossier) {
        return new Ruling(dossiers(dossier).get(0), 1, Ruling.Verdict.APPROVED, List.of(), List.of(), List.of(),
                Ruling.Poll.NONE, Optional.empty(), Ruling.Link.citing(Optional.empty()));
    }

    @Test
    void whatLeavesTheAgendaOfAnOpenSessionIsNotedOnceAsItLeftLast() {
        Request request = Requested.onAgenda(HERE);
        Session convened = session(HERE, Status.CONVENED, DAY);
        assertEquals(convened, convened.without(request, Optional.empty()), "a plan");
        Session twice = session(HERE, Status.OPEN, DAY).without(request, Optional.of(DAY.plusDays(7)))
                .without(request, Optional.empty());
        assertEquals(List.of(new TakenOff(request.dossierId(), Ruling.Asked.of(request), Optional.empty())),
                twice.takenOff());
    }

    @ParameterizedTest
    @CsvSource({"CONVENED, 2008-09-29, ", "OPEN, 2008-09-15, ", "CONVENED, 2008-09-14, request-not-waiting",
            "CLOSED, 2008-09-29, session-state", "CANCELLED, 2008-09-29, session-state"})
    void whatStandsOnAnAgendaIsMovedToThatOfASessionAhead(Status state, LocalDate heldOn, String code) {
        Session from = session(HERE, Status.CONVENED, DAY);
        Session to = session(THERE, state, heldOn);
        Decision<Request, SessionEvent> moved = AgendaRules.move(from, to, Requested.onAgenda(HERE));
        if (code == null) {
            Request there = ((Accepted<Request, SessionEvent>) moved).state();
            assertEquals(Optional.of(THERE), there.session());
            assertEquals(there, ((Accepted<Request, SessionEvent>) AgendaRules.move(from, to, there)).state());
        } else {
            assertEquals(List.of(code), codes(moved));
        }
        assertEquals(List.of("not-on-the-agenda"),
                codes(AgendaRules.move(from, to, Requested.onAgenda(UUID.randomUUID()))));
    }

    @ParameterizedTest
    @CsvSource({"2008-09-15, 0, false", "2008-10-15, 30, false", "2008-10-16, 31, true", "2008-09-14, 0, false"})
    void whoWaitsForMoreThanThirtyDaysIsOverdue(LocalDate today, long days, boolean overdue) {
        Waiting waiting = Waiting.since(ASSESSED, today);
        assertEquals(days, waiting.days());
        assertEquals(overdue, waiting.isOverdue());
    }

    private static List<UUID> dossiers(String names) {
        return Stream.of(names.split(" ")).map(name -> new UUID(0, name.charAt(0))).toList();
    }

    private static Session session(UUID id, Status state, LocalDate heldOn) {
        return Session.convened(id, "ccas-dijon", heldOn).at(state, Optional.empty());
    }

    private static Session accepted(Decision<Session, SessionEvent> decision) {
        return ((Accepted<Session, SessionEvent>) decision).state();
    }

    private static List<String> codes(Decision<?, ?> decision) {
        return ((Refused<?, ?>) decision).reasons().stream().map(Reason::code).toList();
    }
}
