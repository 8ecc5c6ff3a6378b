package fr.microcredit.commission.session.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.request.domain.RequestRules;
import fr.microcredit.commission.session.domain.Session.Status;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/** What comes before which session, and in which order. */
public final class AgendaRules {
    private static final String DOSSIERS = "/dossierIds";

    private AgendaRules() {
    }

    /** The secretary puts a request that waits on the agenda of a session that is not over; once there, it stays there. */
    public static Decision<Request, SessionEvent> add(Session session, Request request) {
        if (isOver(session)) {
            return Decision.refused(Reason.conflict("session-state"));
        }
        if (isOn(session, request)) {
            return Decision.unchanged(request);
        }
        return isAddable(session, request)
                ? Decision.accepted(RequestRules.putOnAgenda(request, session.id()), List.of())
                : Decision.refused(Reason.conflict("request-not-waiting"));
    }

    static boolean isAddable(Session session, Request request) {
        return !isOver(session) && request.state() == Request.Status.WAITING && isInTimeFor(session, request);
    }

    /** What the secretary takes off an agenda waits for another session. */
    public static Decision<Request, SessionEvent> remove(Session session, Request request) {
        if (request.state() == Request.Status.WAITING) {
            return Decision.unchanged(request);
        }
        return isOn(session, request)
                ? Decision.accepted(RequestRules.leftOver(request), List.of())
                : Decision.refused(Reason.conflict("not-on-the-agenda"));
    }

    /** In one act from the agenda it stands on to that of another session that is not over. */
    public static Decision<Request, SessionEvent> move(Session from, Session to, Request request) {
        if (isOn(to, request)) {
            return Decision.unchanged(request);
        }
        if (!isOn(from, request)) {
            return Decision.refused(Reason.conflict("not-on-the-agenda"));
        }
        if (isOver(to)) {
            return Decision.refused(Reason.conflict("session-state"));
        }
        return isInTimeFor(to, request)
                ? Decision.accepted(RequestRules.putOnAgenda(request, to.id()), List.of())
                : Decision.refused(Reason.conflict("request-not-waiting"));
    }

    /**
     * The whole list, so that nothing is put out of sight by being forgotten.
     *
     * @param agenda what stands on it
     * @param order  the same dossiers, each once, as they are to come
     */
    public static Decision<Session, SessionEvent> order(Session session, Set<UUID> agenda, List<UUID> order) {
        if (isOver(session)) {
            return Decision.refused(Reason.conflict("session-state"));
        }
        List<Reason> reasons = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int place = 0; place < order.size(); place++) {
            if (!agenda.contains(order.get(place))) {
                reasons.add(Reason.invalid(DOSSIERS + "/" + place, "dossier-not-on-the-agenda"));
            } else if (!seen.add(order.get(place))) {
                reasons.add(Reason.invalid(DOSSIERS + "/" + place, "dossier-twice"));
            }
        }
        if (!seen.containsAll(agenda)) {
            reasons.add(Reason.invalid(DOSSIERS, "dossier-left-out", agenda.size()));
        }
        Session ordered = session.ordered(order);
        return Decision.unless(reasons, () -> ordered.equals(session)
                ? Decision.unchanged(session)
                : Decision.accepted(ordered, List.of()));
    }

    private static boolean isOver(Session session) {
        return session.state() != Status.CONVENED && session.state() != Status.OPEN;
    }

    /** It was assessed by the session's day. */
    private static boolean isInTimeFor(Session session, Request request) {
        return !request.lastOn().isAfter(session.heldOn());
    }

    static boolean isOn(Session session, Request request) {
        return request.state() == Request.Status.ON_AGENDA
                && request.session().filter(session.id()::equals).isPresent();
    }
}
