package fr.microcredit.commission.session;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.request.Agenda;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.commission.session.domain.SessionRules;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.time.BusinessCalendar;

/** The secretary convenes a session with every request that waits, on another day where it has to be, or not at all. */
@ApplicationScoped
public class HoldSession {
    private final Acts acts;
    private final Store<Session> sessions;
    private final Agenda agenda;
    private final Sittings sittings;
    private final BusinessCalendar calendar;

    HoldSession(Acts acts, Store<Session> sessions, Agenda agenda, Sittings sittings, BusinessCalendar calendar) {
        this.acts = acts;
        this.sessions = sessions;
        this.agenda = agenda;
        this.sittings = sittings;
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

    /** @param heldOn today or later, within a year */
    public Uni<Kept<Session>> postpone(Act act, UUID id, LocalDate heldOn) {
        act.noting("heldOn", heldOn.toString());
        return calendar.today().chain(today -> acts.change(act, sessions, id.toString(), id.toString(),
                (session, on) -> SessionRules.postpone(session, heldOn, today)));
    }

    /** What stood on its agenda waits for the next session. */
    public Uni<Kept<Session>> cancel(Act act, UUID id) {
        return agenda.locked(act.actor().tenantId(), id, () -> sittings.locked(id))
                .chain(items -> acts.change(act, sessions, id.toString(), id.toString(),
                        (session, on) -> SessionRules.cancel(session)).call(() -> agenda.clear(items)));
    }
}
