package fr.microcredit.commission.session.domain;

import static fr.microcredit.commission.request.domain.Requested.DOSSIER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import fr.microcredit.commission.committee.domain.Committee;
import fr.microcredit.commission.committee.domain.Committee.Function;
import fr.microcredit.commission.committee.domain.Committee.Mandate;
import fr.microcredit.commission.committee.domain.Committee.Rule;
import fr.microcredit.commission.committee.domain.Committee.Way;
import fr.microcredit.commission.session.domain.Session.Capacity;
import fr.microcredit.commission.session.domain.Session.Chair;
import fr.microcredit.commission.session.domain.Session.Status;
import fr.microcredit.commission.session.domain.SessionActs.Act;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;

/** Every act wherever a session can stand: what is named as possible changes something, and nothing else does. */
class SessionActsTest {
    private static final LocalDate DAY = LocalDate.of(2008, 9, 22);
    private static final Chair PRESIDENT = new Chair("maire", Capacity.ELECTED_REPRESENTATIVE);
    private static final Chair SUBSTITUTE = new Chair("adjointe", Capacity.ELECTED_SUBSTITUTE);

    static Stream<Session> sessions() {
        Session convened = Session.convened(new UUID(0, 3), "ccas-dijon", DAY);
        Session open = convened.at(Status.OPEN, Optional.of(PRESIDENT));
        Session decided = open.noting(new Ruling(DOSSIER, 1, Ruling.Verdict.APPROVED, List.of(), List.of(), List.of(),
                Ruling.Poll.NONE, Optional.empty(), Ruling.Link.citing(Optional.empty())));
        return Stream.of(convened, open, decided, decided.at(Status.CLOSED, Optional.of(PRESIDENT)),
                open.at(Status.CLOSED, Optional.of(PRESIDENT)), convened.at(Status.CANCELLED, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void whatIsNamedChangesSomethingAndNothingElseDoes(Session session) {
        Set<Act> possible = EnumSet.noneOf(Act.class);
        for (Act act : Act.values()) {
            if (decide(act, session) instanceof Accepted<Session, SessionEvent> accepted
                    && !accepted.state().equals(session)) {
                possible.add(act);
            }
        }
        assertEquals(possible, Set.copyOf(SessionActs.of(session)));
    }

    private static Decision<Session, SessionEvent> decide(Act act, Session session) {
        List<UUID> other = List.of(new UUID(0, 2), new UUID(0, 1));
        return switch (act) {
            case OPENING -> SessionRules.open(sitting(session), PRESIDENT, List.of());
            case ATTENDANCE -> AttendanceRules.attend(sitting(session), List.of("adjointe"), true);
            case CHAIR -> SessionRules.takeChair(sitting(session), SUBSTITUTE);
            case OPENING_REVOCATION -> SessionRules.revokeOpening(session, PRESIDENT.subject());
            case CLOSURE -> SessionRules.close(session, PRESIDENT.subject());
            case ORDER -> AgendaRules.order(session, Set.copyOf(other), other);
            case POSTPONEMENT -> SessionRules.postpone(session, DAY.plusDays(7), DAY);
            case CANCELLATION -> SessionRules.cancel(session);
        };
    }

    private static Sitting sitting(Session session) {
        return new Sitting(session, Optional.of(new Committee("ccas-dijon", new Rule(1, Way.VOTE),
                List.of(mandate("maire", Function.PRESIDENT), mandate("adjointe", Function.SUBSTITUTE)), DAY)));
    }

    private static Mandate mandate(String subject, Function function) {
        return new Mandate(UUID.randomUUID(), subject, function, DAY.minusYears(1), Optional.empty());
    }
}
