package fr.microcredit.commission.session.domain;

import static fr.microcredit.commission.request.domain.Requested.ABOUT;
import static fr.microcredit.commission.request.domain.Requested.ASSESSED;
import static fr.microcredit.commission.request.domain.Requested.DECISION;
import static fr.microcredit.commission.request.domain.Requested.DOSSIER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.request.domain.RequestRules;
import fr.microcredit.commission.request.domain.Requested;
import fr.microcredit.commission.session.domain.ItemActs.Act;
import fr.microcredit.commission.session.domain.Session.Capacity;
import fr.microcredit.commission.session.domain.Session.Chair;
import fr.microcredit.commission.session.domain.Session.Status;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;

/** Every act wherever a session and a request can stand: what is named as possible changes something, nothing else does. */
class ItemActsTest {
    private static final UUID HERE = new UUID(0, 3);
    private static final UUID THERE = new UUID(0, 4);
    private static final LocalDate DAY = LocalDate.of(2008, 9, 22);
    private static final Chair CHAIR = new Chair("maire", Capacity.ELECTED_REPRESENTATIVE);

    /** Both as they stand beside each other. */
    record Standing(Session session, Request request) {
    }

    static Stream<Standing> standings() {
        List<Standing> all = new ArrayList<>();
        for (Session session : sessions()) {
            requests().forEach(request -> all.add(new Standing(session, request)));
        }
        return all.stream();
    }

    /** In every state, before and after it has decided: by the decision that stands, and by one that does no more. */
    private static List<Session> sessions() {
        List<Session> all = new ArrayList<>();
        for (Status state : Status.values()) {
            for (LocalDate day : List.of(DAY, ASSESSED.minusDays(1))) {
                Session session = Session.convened(HERE, "ccas-dijon", day).at(state, Optional.of(CHAIR));
                all.add(session);
                all.add(session.noting(ruling(Ruling.Verdict.APPROVED, DECISION, Optional.empty())));
                all.add(session.noting(ruling(Ruling.Verdict.ADJOURNED, new UUID(0, 8), Optional.empty())));
            }
        }
        return all;
    }

    private static List<Request> requests() {
        List<Request> all = new ArrayList<>();
        for (Request.Status state : Request.Status.values()) {
            all.add(Requested.of(state, Requested.assessed(1, Request.Verdict.ELIGIBLE, true),
                    state == Request.Status.ON_AGENDA ? Optional.of(HERE) : Optional.empty()));
        }
        Request here = Requested.onAgenda(HERE);
        all.add(Requested.onAgenda(THERE));
        all.add(RequestRules.amended(Optional.of(here), ABOUT, 2, ASSESSED));
        all.add(RequestRules.amended(Optional.of(approved()), ABOUT, 2, ASSESSED));
        all.add(RequestRules.sent(Optional.of(approved()), ABOUT.at("cm-dijon"), DAY).state());
        return all;
    }

    private static Request approved() {
        return Requested.of(Request.Status.APPROVED, Requested.assessed(1, Request.Verdict.ELIGIBLE, true),
                Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("standings")
    void whatIsNamedChangesSomethingAndNothingElseDoes(Standing standing) {
        Set<Act> possible = EnumSet.noneOf(Act.class);
        for (Act act : Act.values()) {
            if (decisions(act, standing).anyMatch(decision -> decision instanceof Accepted<Request, ?> accepted
                    && !accepted.state().equals(standing.request()))) {
                possible.add(act);
            }
        }
        assertEquals(possible, Set.copyOf(ItemActs.of(standing.session(), standing.request())));
    }

    private static Stream<Decision<Request, SessionEvent>> decisions(Act act, Standing standing) {
        Session session = standing.session();
        Request request = standing.request();
        return switch (act) {
            case ITEMS -> Stream.of(AgendaRules.add(session, request));
            case REMOVAL -> Stream.of(AgendaRules.remove(session, request));
            case MOVE -> Stream.of(
                    AgendaRules.move(session, Session.convened(new UUID(0, 5), "ccas-dijon", DAY), request));
            case DECISIONS -> Stream.of(Optional.<UUID>empty(), Optional.of(DECISION)).map(cited -> RulingRules.decide(
                    new Sitting(session, Optional.empty()), request,
                    ruling(Ruling.Verdict.REFUSED, new UUID(0, 9), cited), CHAIR.subject()));
        };
    }

    private static Ruling ruling(Ruling.Verdict verdict, UUID id, Optional<UUID> cited) {
        return new Ruling(DOSSIER, 1, verdict,
                verdict == Ruling.Verdict.REFUSED ? List.of(Ruling.Reason.OTHER) : List.of(), List.of(), List.of(),
                Ruling.Poll.NONE, Optional.empty(), new Ruling.Link(id, cited));
    }
}
