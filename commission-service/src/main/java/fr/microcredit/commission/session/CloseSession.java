package fr.microcredit.commission.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.committee.domain.Committee;
import fr.microcredit.commission.request.Agenda;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.commission.session.domain.SessionRules;
import fr.microcredit.commission.session.domain.Sitting;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/**
 * Who chairs a session closes it, and its minutes are sealed. What was not decided waits for the next session. It is dated by
 * the day it is done on: a session that was forgotten longer than acts may be late would otherwise keep its requests for ever.
 */
@ApplicationScoped
public class CloseSession {
    private final Acts acts;
    private final Store<Session> sessions;
    private final Agenda agenda;
    private final Sittings sittings;
    private final SealMinutes minutes;

    CloseSession(Acts acts, Store<Session> sessions, Agenda agenda, Sittings sittings, SealMinutes minutes) {
        this.acts = acts;
        this.sessions = sessions;
        this.agenda = agenda;
        this.sittings = sittings;
        this.minutes = minutes;
    }

    public Uni<Kept<Session>> handle(Act act, UUID id) {
        String office = act.actor().tenantId();
        return Beside.of(sittings.of(act), agenda.locked(office, id, () -> sittings.locked(id)),
                (committee, items) -> close(act, id, committee, items)).chain(Function.identity());
    }

    private Uni<Kept<Session>> close(Act act, UUID id, Optional<Committee> committee, List<Kept<Request>> items) {
        String subject = act.actor().subject();
        return acts.change(act, sessions, id.toString(), id.toString(),
                (session, on) -> SessionRules.close(session, subject))
                .call(kept -> minutes.seal(act, new Sitting(kept.state(), committee),
                        items.stream().map(Kept::state).toList()))
                .call(() -> agenda.clear(items));
    }
}
