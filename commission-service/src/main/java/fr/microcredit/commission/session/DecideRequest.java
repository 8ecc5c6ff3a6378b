package fr.microcredit.commission.session;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.request.Requests;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.session.domain.Ruling;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.commission.session.domain.SessionEvent;
import fr.microcredit.commission.session.domain.SessionRules;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** The commission approves, refuses with reasons or adjourns; who chairs the session records it. */
@ApplicationScoped
public class DecideRequest {
    private final Acts acts;
    private final HoldSession hold;
    private final Requests requests;
    private final Store<Session> sessions;

    DecideRequest(Acts acts, HoldSession hold, Requests requests, Store<Session> sessions) {
        this.acts = acts;
        this.hold = hold;
        this.requests = requests;
        this.sessions = sessions;
    }

    /**
     * One decision on one request.
     *
     * @param revision as the session had it before it
     */
    public record Motion(UUID dossierId, int revision, Ruling.Verdict decision, List<Ruling.Reason> reasons,
            List<Ruling.Missing> missing, List<Ruling.Condition> conditions) {
    }

    /** The same decision again gives the same answer; another one is refused. */
    public Uni<Kept<Request>> handle(Act act, UUID session, Motion motion) {
        String dossier = motion.dossierId().toString();
        act.noting("session", session.toString()).noting("reasons", motion.reasons()).noting("conditions",
                motion.conditions().stream().map(Codes::of).toList());
        return hold.duringIt(act, session, dated -> acts.reportAfter(dated, requests, dossier, dossier,
                (request, on) -> decide(dated, session, request, motion)));
    }

    private Uni<Decision<Request, SessionEvent>> decide(Act act, UUID id, Request request, Motion motion) {
        Ruling ruling = new Ruling(request.dossierId(), motion.revision(), motion.decision(), motion.reasons(),
                motion.missing(), motion.conditions());
        return sessions.locked(id.toString()).map(found -> found.orElseThrow(RefusedException::unknown).state())
                .chain(session -> note(session, ruling,
                        SessionRules.decide(session, request, ruling, act.actor().subject())));
    }

    private Uni<Decision<Request, SessionEvent>> note(Session session, Ruling ruling,
            Decision<Request, SessionEvent> decision) {
        boolean isNew = decision instanceof Decision.Accepted<Request, SessionEvent> accepted
                && !accepted.events().isEmpty();
        return isNew
                ? sessions.save(session.noting(ruling)).replaceWith(decision)
                : Uni.createFrom().item(decision);
    }
}
