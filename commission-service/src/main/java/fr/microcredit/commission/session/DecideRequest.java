package fr.microcredit.commission.session;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.committee.domain.Committee;
import fr.microcredit.commission.request.Requests;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.session.ReadSessions.Taken;
import fr.microcredit.commission.session.domain.Ruling;
import fr.microcredit.commission.session.domain.RulingRules;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.commission.session.domain.SessionEvent;
import fr.microcredit.commission.session.domain.Sitting;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** The commission approves, refuses with reasons or adjourns; who chairs the session records it, with how it came to it. */
@ApplicationScoped
public class DecideRequest {
    private final Acts acts;
    private final Sittings sittings;
    private final Requests requests;
    private final Store<Session> sessions;

    DecideRequest(Acts acts, Sittings sittings, Requests requests, Store<Session> sessions) {
        this.acts = acts;
        this.sittings = sittings;
        this.requests = requests;
        this.sessions = sessions;
    }

    /**
     * The same decision again gives the same answer; another one is refused unless it cites the one it changes.
     *
     * @param ruling as who chairs has put it; its revision is the one that the session had before it
     */
    public Uni<Kept<Request>> handle(Act act, UUID session, Ruling ruling) {
        String dossier = ruling.dossierId().toString();
        act.noting("session", session.toString()).noting("reasons", ruling.reasons()).noting("conditions",
                ruling.conditions().stream().map(Codes::of).toList()).noting("withdrawn", ruling.poll().withdrawn());
        act.noting("decision", ruling.link().id().toString());
        ruling.link().replaces().ifPresent(cited -> act.noting("replaces", cited.toString()));
        ruling.poll().votes().ifPresent(votes -> act.noting("votes", votes));
        return sittings.duringIt(act, session, (dated, committee) -> acts.reportAfter(dated, requests, dossier, dossier,
                (request, on) -> decide(dated, session, committee, new Matter(request, ruling))));
    }

    private record Matter(Request request, Ruling ruling) {
    }

    private Uni<Decision<Request, SessionEvent>> decide(Act act, UUID id, Optional<Committee> committee,
            Matter matter) {
        return sessions.locked(id.toString()).map(found -> found.orElseThrow(RefusedException::unknown).state())
                .map(session -> new Sitting(session, committee)).chain(sitting -> {
                    int present = sitting.present().size();
                    act.noting("present", present)
                            .concerning(Taken.key(matter.request().key(), sitting.session().id()));
                    return note(sitting.session(), matter.ruling().taken(sitting, matter.request()),
                            RulingRules.decide(sitting, matter.request(), matter.ruling(), act.actor().subject()));
                });
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
