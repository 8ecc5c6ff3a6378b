package fr.microcredit.commission.session;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.request.Agenda;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.commission.session.domain.Session.Chair;
import fr.microcredit.commission.session.domain.SessionRules;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.time.BusinessCalendar;

/** The secretary convenes a session with every request that waits; an elected person opens and closes it. */
@ApplicationScoped
public class HoldSession {
    private final Acts acts;
    private final Store<Session> sessions;
    private final Agenda agenda;
    private final BusinessCalendar calendar;

    HoldSession(Acts acts, Store<Session> sessions, Agenda agenda, BusinessCalendar calendar) {
        this.acts = acts;
        this.sessions = sessions;
        this.agenda = agenda;
        this.calendar = calendar;
    }

    /** @param heldOn may lie ahead; a day that is past is bound like every late record */
    public Uni<Kept<Session>> convene(Act act, LocalDate heldOn) {
        UUID id = UUID.randomUUID();
        String office = act.actor().tenantId();
        return calendar.today().map(today -> heldOn.isBefore(today) ? act.on(heldOn, "/heldOn") : act)
                .chain(dated -> acts.open(dated, sessions, on -> SessionRules.convene(id, office, heldOn, on)))
                .call(kept -> agenda.fill(office, id, heldOn)
                        .invoke(requests -> act.noting("heldOn", heldOn.toString()).noting("requests", requests)));
    }

    /** Not before its day. */
    public Uni<Kept<Session>> open(Act act, UUID id, Session.Capacity capacity) {
        act.noting("capacity", capacity.name());
        Chair chair = new Chair(act.actor().subject(), capacity);
        return onItsDay(act, id, dated -> acts.change(dated, sessions, id.toString(), id.toString(),
                (session, on) -> SessionRules.open(session, chair)));
    }

    /** @param heldOn today or later, within a year */
    public Uni<Kept<Session>> postpone(Act act, UUID id, LocalDate heldOn) {
        act.noting("heldOn", heldOn.toString());
        return calendar.today().chain(today -> acts.change(act, sessions, id.toString(), id.toString(),
                (session, on) -> SessionRules.postpone(session, heldOn, today)));
    }

    /** From its day on; what was decided before stays as it was decided, by whom it was. */
    public Uni<Kept<Session>> takeChair(Act act, UUID id, Session.Capacity capacity) {
        act.noting("capacity", capacity.name());
        Chair chair = new Chair(act.actor().subject(), capacity);
        return onItsDay(act, id, dated -> acts.change(dated, sessions, id.toString(), id.toString(),
                (session, on) -> SessionRules.takeChair(session, chair)));
    }

    /** Its requests stay on its agenda. */
    public Uni<Kept<Session>> revokeOpening(Act act, UUID id) {
        String subject = act.actor().subject();
        return onItsDay(act, id, dated -> acts.change(dated, sessions, id.toString(), id.toString(),
                (session, on) -> SessionRules.revokeOpening(session, subject)));
    }

    /** What stood on its agenda waits for the next session. */
    public Uni<Kept<Session>> cancel(Act act, UUID id) {
        return end(act, id, SessionRules::cancel);
    }

    /**
     * What was not decided waits for the next session. It is dated by the day it is done on: a session that was forgotten
     * longer than acts may be late would otherwise keep its requests for ever.
     */
    public Uni<Kept<Session>> close(Act act, UUID id) {
        String subject = act.actor().subject();
        return end(act, id, session -> SessionRules.close(session, subject));
    }

    private <E> Uni<Kept<Session>> end(Act act, UUID id, Function<Session, Decision<Session, E>> rule) {
        return agenda.locked(act.actor().tenantId(), id, () -> locked(id))
                .chain(items -> acts
                        .change(act, sessions, id.toString(), id.toString(), (session, on) -> rule.apply(session))
                        .call(() -> agenda.clear(items)));
    }

    /** By its own key before its row, like every act on a session alone. */
    private Uni<Optional<Kept<Session>>> locked(UUID id) {
        return Locks.ahead(id.toString()).chain(() -> sessions.locked(id.toString()));
    }

    private <T> Uni<T> onItsDay(Act act, UUID id, Function<Act, Uni<T>> work) {
        return Locks.ahead(id.toString()).chain(() -> duringIt(act, id, work));
    }

    /** What is done in a session while it is held is dated by the day it is held on; its row is locked first. */
    <T> Uni<T> duringIt(Act act, UUID id, Function<Act, Uni<T>> work) {
        return sessions.locked(id.toString())
                .map(found -> found.filter(kept -> kept.state().tenant().equals(act.actor().tenantId()))
                        .orElseThrow(RefusedException::unknown))
                .chain(kept -> work.apply(act.on(kept.state().heldOn(), "")));
    }
}
