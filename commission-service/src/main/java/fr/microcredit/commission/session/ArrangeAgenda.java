package fr.microcredit.commission.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.request.Requests;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.session.ReadSessions.Taken;
import fr.microcredit.commission.session.domain.AgendaRules;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.commission.session.domain.SessionEvent;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** The secretary decides what comes before which session, and in which order. */
@ApplicationScoped
public class ArrangeAgenda {
    private final Acts acts;
    private final Requests requests;
    private final Store<Session> sessions;
    private final Sittings sittings;

    ArrangeAgenda(Acts acts, Requests requests, Store<Session> sessions, Sittings sittings) {
        this.acts = acts;
        this.requests = requests;
        this.sessions = sessions;
        this.sittings = sittings;
    }

    public Uni<Kept<Request>> add(Act act, UUID session, UUID dossierId) {
        return arrange(act, session, dossierId, AgendaRules::add).map(Arranged::request);
    }

    public Uni<Kept<Request>> remove(Act act, UUID session, UUID dossierId) {
        return arrange(act, session, dossierId, AgendaRules::remove)
                .call(done -> note(act, done, Optional.empty())).map(Arranged::request);
    }

    /** To the agenda of another session. Both rows are locked, in the order of keys: two such acts may cross. */
    public Uni<Kept<Request>> move(Act act, UUID from, UUID dossierId, UUID to) {
        act.noting("to", to.toString());
        List<String> keys = Stream.of(from.toString(), to.toString()).sorted().toList();
        return Beside.of(Beside.of(sessions.locked(keys.get(0)), sessions.locked(keys.get(1)), (one, other) -> keys),
                requests.locked(dossierId.toString()), (both, request) -> both)
                .chain(locked -> sessions.locked(to.toString())).map(found -> own(act, found))
                .chain(target -> arrange(act, from, dossierId,
                        (session, request) -> AgendaRules.move(session, target, request))
                        .call(done -> note(act, done, Optional.of(target.heldOn()))))
                .map(Arranged::request);
    }

    /** What stands on the agenda is looked at without its locks: what comes onto it meanwhile comes last. */
    public Uni<Kept<Session>> order(Act act, UUID id, List<UUID> order) {
        act.noting("order", order);
        String key = id.toString();
        return Beside.of(sittings.locked(id), requests.ofSession(act.actor().tenantId(), id),
                (session, agenda) -> agenda.stream().map(kept -> kept.state().dossierId()).collect(Collectors.toSet()))
                .chain(agenda -> acts.change(act, sessions, key, key,
                        (session, on) -> AgendaRules.order(session, agenda, order)));
    }

    /** The dossier was locked with the command's beginning, before the session and the request, in the one order. */
    private Uni<Arranged> arrange(Act act, UUID id, UUID dossierId,
            BiFunction<Session, Request, Decision<Request, SessionEvent>> rule) {
        String dossier = dossierId.toString();
        act.noting("session", id.toString()).noting("dossier", dossier);
        return Beside
                .of(sessions.locked(id.toString()), requests.locked(dossier), (session, request) -> own(act, session))
                .chain(session -> acts.report(act, requests, dossier, dossier, (request, on) -> {
                    act.concerning(Taken.key(dossier, id));
                    return rule.apply(session, request);
                }).map(request -> new Arranged(session, request)));
    }

    private record Arranged(Session session, Kept<Request> request) {
    }

    /** An open session's minutes tell what has left its agenda. */
    private Uni<Void> note(Act act, Arranged done, Optional<LocalDate> to) {
        Session without = done.session().without(done.request().state(), to);
        return act.isRepeated() || without.equals(done.session())
                ? Uni.createFrom().voidItem()
                : sessions.save(without).replaceWithVoid();
    }

    private static Session own(Act act, Optional<Kept<Session>> found) {
        return found.map(Kept::state).filter(its -> its.tenant().equals(act.actor().tenantId()))
                .orElseThrow(RefusedException::unknown);
    }
}
