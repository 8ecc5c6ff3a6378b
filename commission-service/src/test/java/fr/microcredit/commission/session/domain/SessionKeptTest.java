package fr.microcredit.commission.session.domain;

import static fr.microcredit.commission.request.domain.Requested.ABOUT;
import static fr.microcredit.commission.request.domain.Requested.ASSESSED;
import static fr.microcredit.commission.request.domain.Requested.DOSSIER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.commission.committee.domain.Committee;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.request.domain.RequestRules;
import fr.microcredit.commission.request.domain.Requested;
import fr.microcredit.commission.session.domain.Ruling.Asked;
import fr.microcredit.commission.session.domain.Ruling.Link;
import fr.microcredit.commission.session.domain.Ruling.Verdict;
import fr.microcredit.commission.session.domain.Session.Capacity;
import fr.microcredit.commission.session.domain.Session.Chair;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Decision.Refused;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/** What a session keeps: who chaired it, what it has decided on what, and its minutes. */
class SessionKeptTest {
    private static final UUID SESSION = new UUID(0, 3);
    private static final LocalDate DAY = LocalDate.of(2008, 9, 22);
    private static final Chair CHAIR = new Chair("president", Capacity.ELECTED_REPRESENTATIVE);
    private static final Session CONVENED = Session.convened(SESSION, "ccas-dijon", DAY);
    private static final Session OPEN = CONVENED.at(Session.Status.OPEN, Optional.of(CHAIR));

    @Test
    void anOpenSessionHasItsChairAndWhoIsThere() {
        Committee committee = committee();
        Session opened = state(
                SessionRules.open(new Sitting(CONVENED, Optional.of(committee)), CHAIR, List.of("un")));
        assertEquals(OPEN.attendedBy(List.of("un")), opened);
        Sitting sitting = new Sitting(opened, Optional.of(committee));
        Session alone = state(AttendanceRules.attend(sitting, List.of(), true));
        assertEquals(List.of(), alone.present(), "the whole list takes the place of the one before");
        assertEquals(opened, state(AttendanceRules.attend(sitting, List.of("un"), true)));
    }

    /** As long as nobody has opened it, it can be cancelled on any day. */
    @Test
    void whatIsDoneInItIsDoneOnItsDay() {
        assertEquals(LocalDate.EPOCH, CONVENED.lastOn());
        assertEquals(DAY, OPEN.lastOn());
        assertEquals(DAY, CONVENED.day());
        assertEquals("00000000-0000-0000-0000-000000000003", OPEN.key());
        assertEquals("ccas-dijon", OPEN.tenant());
        assertEquals("open", OPEN.status());
    }

    @Test
    void aRequestHasTheLastDecisionThatWasMadeOnIt() {
        Ruling first = ruling(DOSSIER, 1, Verdict.ADJOURNED);
        Ruling last = ruling(DOSSIER, 2, Verdict.APPROVED);
        Ruling other = ruling(UUID.randomUUID(), 1, Verdict.APPROVED);
        Session session = OPEN.noting(first).noting(last).noting(other);
        assertEquals(Optional.of(last), session.rulingOn(DOSSIER));
        assertEquals(Optional.of(other), session.rulingOn(other.dossierId()));
        assertEquals(Optional.empty(), session.rulingOn(UUID.randomUUID()));
    }

    /** Changed after the decision it comes again, before the same session too; unchanged it was decided on. */
    @ParameterizedTest(name = "decided on revision {0}, changed to {1}: {2}")
    @CsvSource({"1, 2, ''", "2, 2, decided-otherwise", "1, 0, decided-otherwise"})
    void whatWasChangedSinceIsDecidedOnAnew(int decided, int amendedTo, String code) {
        Session session = OPEN.noting(ruling(DOSSIER, decided, Verdict.ADJOURNED));
        int revision = Math.max(1, amendedTo);
        Request amended = RequestRules.amended(Optional.of(Requested.onAgenda(SESSION)), ABOUT, amendedTo, ASSESSED);
        Request request = RequestRules.assessed(Optional.of(amended), ABOUT,
                Requested.assessed(revision, Request.Verdict.ELIGIBLE, true));
        Decision<Request, SessionEvent> again = RulingRules.decide(new Sitting(session, Optional.empty()), request,
                ruling(DOSSIER, revision, Verdict.APPROVED), "president");
        assertEquals(code.isEmpty() ? List.of() : List.of(code), codes(again));
    }

    @Test
    void theAgendaTakesOnceAndGivesBackOnce() {
        Request waiting = Requested.of(Request.Status.WAITING,
                Requested.assessed(1, Request.Verdict.ELIGIBLE, true), Optional.empty());
        Request onIt = state(AgendaRules.add(CONVENED, waiting));
        assertEquals(Optional.of(SESSION), onIt.session());
        assertEquals(Decision.unchanged(onIt), AgendaRules.add(CONVENED, onIt));
        assertEquals(waiting, state(AgendaRules.remove(CONVENED, onIt)));
        assertEquals(Decision.unchanged(waiting), AgendaRules.remove(CONVENED, waiting));
    }

    /** The minutes can be read when the request is another one, or gone. */
    @Test
    void aDecisionKeepsWhatItWasMadeOn() {
        Sitting sitting = new Sitting(OPEN.attendedBy(List.of("un")), Optional.of(committee()));
        Ruling taken = ruling(DOSSIER, 1, Verdict.APPROVED).taken(sitting, Requested.onAgenda(SESSION));
        assertEquals(Optional.of(new Asked(Optional.of("DIJ-2008-0042"), "vehicle", Money.ofEuros("2000"), 24)),
                taken.asked());
        assertEquals(2, taken.poll().present());
        assertEquals(Optional.of(new Ruling.Chaired(Capacity.ELECTED_REPRESENTATIVE, Optional.of(1))),
                taken.poll().chaired());
        assertEquals(Optional.empty(), Asked.of(RequestRules.withdrawn(Optional.empty(), ABOUT, DAY)));
    }

    @Test
    void theMinutesAreTheFileItself() {
        byte[] file = "%PDF-1.7 procès-verbal".getBytes(StandardCharsets.UTF_8);
        Minutes minutes = Minutes.sealed(OPEN, file, "abc123");
        assertArrayEquals(file, minutes.file());
        assertEquals("abc123", minutes.sha256());
        assertEquals(OPEN.key(), minutes.key());
        assertEquals("ccas-dijon", minutes.tenant());
        assertEquals("sealed", minutes.status());
        assertEquals(List.of(DAY, DAY, DAY), List.of(minutes.heldOn(), minutes.day(), minutes.lastOn()));
    }

    private static Committee committee() {
        return new Committee("ccas-dijon", new Committee.Rule(1, Committee.Way.CONSENSUS),
                List.of(mandate("president", Committee.Function.PRESIDENT), mandate("un", Committee.Function.MEMBER)),
                DAY);
    }

    private static Committee.Mandate mandate(String subject, Committee.Function function) {
        return new Committee.Mandate(UUID.randomUUID(), subject, function, DAY, Optional.empty());
    }

    private static Ruling ruling(UUID dossier, int revision, Verdict verdict) {
        return new Ruling(dossier, revision, verdict, List.of(), List.of(), List.of(), Ruling.Poll.NONE,
                Optional.empty(), Link.citing(Optional.empty()));
    }

    private static <S> S state(Decision<S, ?> decision) {
        return ((Accepted<S, ?>) decision).state();
    }

    private static List<String> codes(Decision<?, ?> decision) {
        return decision instanceof Refused<?, ?> refused
                ? refused.reasons().stream().map(Reason::code).toList()
                : List.of();
    }
}
