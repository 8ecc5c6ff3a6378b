package fr.microcredit.commission.session.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.commission.session.domain.AgendaItem.Status;
import fr.microcredit.kit.money.Money;

class AgendaTest {
    private static final UUID SESSION = UUID.randomUUID();
    private static final UUID DOSSIER = UUID.randomUUID();
    private static final LocalDate ASSESSED = LocalDate.of(2008, 9, 15);

    @ParameterizedTest(name = "{0}, eligible {1}, commission {2}: {3}")
    @CsvSource({"NOT_READY, true, true, WAITING", "NOT_READY, true, false, NOT_NEEDED",
            "NOT_READY, false, true, NOT_READY",
            "WAITING, false, true, NOT_READY", "ON_AGENDA, true, true, ON_AGENDA", "ON_AGENDA, false, true, NOT_READY",
            "APPROVED, true, true, APPROVED", "APPROVED, false, true, APPROVED", "REFUSED, true, true, REFUSED",
            "GONE, true, true, GONE"})
    void whatAnAssessmentMakesOfARequest(Status before, boolean eligible, boolean required, Status after) {
        AgendaItem known = item(before, 1, true, true);
        assertEquals(after,
                Agenda.assessed(Optional.of(known), item(Status.NOT_READY, 2, eligible, required)).status());
    }

    @Test
    void anOlderAssessmentChangesNothing() {
        AgendaItem known = item(Status.APPROVED, 2, true, true);
        assertEquals(known, Agenda.assessed(Optional.of(known), item(Status.NOT_READY, 1, false, true)));
    }

    @ParameterizedTest
    @CsvSource({"APPROVED, APPROVED", "REFUSED, REFUSED", "ADJOURNED, WAITING"})
    void aDecisionMovesTheRequestOffTheAgenda(Ruling.Kind kind, Status after) {
        AgendaItem onAgenda = item(Status.WAITING, 1, true, true).at(Status.ON_AGENDA, Optional.of(SESSION));
        assertEquals(Optional.of(after), new Ruling(kind, List.of()).on(onAgenda, session()).map(AgendaItem::status));
    }

    @Test
    void onlyWhatStandsOnThisAgendaIsDecided() {
        AgendaItem elsewhere = item(Status.WAITING, 1, true, true).at(Status.ON_AGENDA, Optional.of(UUID.randomUUID()));
        assertTrue(new Ruling(Ruling.Kind.APPROVED, List.of()).on(elsewhere, session()).isEmpty());
        assertTrue(new Ruling(Ruling.Kind.APPROVED, List.of()).on(item(Status.WAITING, 1, true, true), session())
                .isEmpty());
    }

    @Test
    void noSessionDecidesBeforeTheAssessment() {
        AgendaItem item = item(Status.WAITING, 1, true, true);
        Session before = new Session(SESSION, "ccas-dijon", ASSESSED.minusDays(1), Session.Status.CONVENED,
                Optional.empty(), 0);
        assertEquals(List.of(), Agenda.convene(List.of(item), before));
        assertEquals(1, Agenda.convene(List.of(item), session()).size());
        assertTrue(new Ruling(Ruling.Kind.APPROVED, List.of())
                .on(item.at(Status.ON_AGENDA, Optional.of(SESSION)), before).isEmpty());
    }

    @Test
    void oneChairOpensAndClosesASession() {
        Session.Chair chair = new Session.Chair("president", Session.Capacity.ELECTED_REPRESENTATIVE);
        Session.Chair other = new Session.Chair("somebody", Session.Capacity.ELECTED_SUBSTITUTE);
        Session open = session().open(chair).orElseThrow();
        assertEquals(Optional.of(open), open.open(chair));
        assertTrue(open.open(other).isEmpty() && open.close("somebody").isEmpty());
        Session closed = open.close("president").orElseThrow();
        assertTrue(closed.open(chair).isEmpty() && !closed.isChairedBy("president"));
    }

    private static Session session() {
        return new Session(SESSION, "ccas-dijon", LocalDate.of(2008, 9, 22), Session.Status.CONVENED, Optional.empty(),
                0);
    }

    private static AgendaItem item(Status status, int revision, boolean eligible, boolean required) {
        return new AgendaItem(DOSSIER, "ccas-dijon", new UUID(0, 1), revision,
                eligible ? AgendaItem.Verdict.ELIGIBLE : AgendaItem.Verdict.NEEDS_HUMAN, ASSESSED, required, "vehicle",
                Money.ofEuros("2000"), 24, status, Optional.empty());
    }
}
