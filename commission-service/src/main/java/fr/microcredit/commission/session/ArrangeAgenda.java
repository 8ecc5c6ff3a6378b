package fr.microcredit.commission.session;

import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.request.Requests;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.commission.session.domain.SessionEvent;
import fr.microcredit.commission.session.domain.SessionRules;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** The secretary decides what comes before which session. */
@ApplicationScoped
public class ArrangeAgenda {
    private final Acts acts;
    private final Requests requests;
    private final Store<Session> sessions;

    ArrangeAgenda(Acts acts, Requests requests, Store<Session> sessions) {
        this.acts = acts;
        this.requests = requests;
        this.sessions = sessions;
    }

    public Uni<Kept<Request>> add(Act act, UUID session, UUID dossierId) {
        return move(act, session, dossierId, SessionRules::add);
    }

    public Uni<Kept<Request>> remove(Act act, UUID session, UUID dossierId) {
        return move(act, session, dossierId, SessionRules::remove);
    }

    /** The dossier was locked with the command's beginning, before the session and the request, in the one order. */
    private Uni<Kept<Request>> move(Act act, UUID id, UUID dossierId,
            BiFunction<Session, Request, Decision<Request, SessionEvent>> rule) {
        String dossier = dossierId.toString();
        act.noting("session", id.toString()).noting("dossier", dossier);
        return Beside.of(sessions.locked(id.toString()), requests.locked(dossier), (session, request) -> session
                .map(Kept::state).filter(its -> its.tenant().equals(act.actor().tenantId()))
                .orElseThrow(RefusedException::unknown))
                .chain(session -> acts.report(act, requests, dossier, dossier,
                        (request, on) -> rule.apply(session, request)));
    }
}
