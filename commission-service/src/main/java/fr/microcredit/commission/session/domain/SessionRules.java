package fr.microcredit.commission.session.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.request.domain.RequestRules;
import fr.microcredit.commission.session.domain.Ruling.Verdict;
import fr.microcredit.commission.session.domain.Session.Chair;
import fr.microcredit.commission.session.domain.Session.Status;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/** How a session is convened, chaired and decides (domain.md A.5). */
public final class SessionRules {
    /** No office plans further; a slip of the pen would keep its requests waiting for years. */
    private static final int MONTHS_AHEAD = 12;

    private SessionRules() {
    }

    /** @param today a session may be convened ahead, within a year */
    public static Decision<Session, SessionEvent> convene(UUID id, String officeId, LocalDate heldOn,
            LocalDate today) {
        return withinAYear(heldOn, today,
                new Session(id, officeId, heldOn, Status.CONVENED, Optional.empty(), List.of()));
    }

    private static Decision<Session, SessionEvent> withinAYear(LocalDate heldOn, LocalDate today, Session then) {
        return heldOn.isAfter(today.plusMonths(MONTHS_AHEAD))
                ? Decision.refused(Reason.invalid("/heldOn", "session-too-far-ahead", MONTHS_AHEAD))
                : Decision.accepted(then, List.of());
    }

    /** The same chair may open it again; nobody else, and nobody once it is closed. */
    public static Decision<Session, SessionEvent> open(Session session, Chair by) {
        if (session.state() == Status.CONVENED) {
            return Decision.accepted(session.at(Status.OPEN, Optional.of(by)), List.of());
        }
        return session.state() == Status.OPEN && session.chair().equals(Optional.of(by))
                ? Decision.unchanged(session)
                : Decision.refused(Reason.conflict("session-state"));
    }

    /** Only before it is opened; the same again changes nothing. */
    public static Decision<Session, SessionEvent> cancel(Session session) {
        return switch (session.state()) {
            case CONVENED -> Decision.accepted(session.at(Status.CANCELLED, Optional.empty()), List.of());
            case CANCELLED -> Decision.unchanged(session);
            case OPEN, CLOSED -> Decision.refused(Reason.conflict("session-state"));
        };
    }

    /** To another day, as long as it was not opened; what stands on its agenda stays there. */
    public static Decision<Session, SessionEvent> postpone(Session session, LocalDate to, LocalDate today) {
        if (session.state() != Status.CONVENED) {
            return Decision.refused(Reason.conflict("session-state"));
        }
        if (to.isBefore(today)) {
            return Decision.refused(Reason.invalid("/heldOn", "date-in-the-past"));
        }
        return withinAYear(to, today, session.heldOn(to));
    }

    /** Another elected person goes on with a session that is held, such as when the account of who chaired it has ended. */
    public static Decision<Session, SessionEvent> takeChair(Session session, Chair by) {
        if (session.state() != Status.OPEN) {
            return Decision.refused(Reason.conflict("session-state"));
        }
        return session.chair().equals(Optional.of(by))
                ? Decision.unchanged(session)
                : Decision.accepted(session.at(Status.OPEN, Optional.of(by)), List.of());
    }

    /** Opened by mistake: as long as nothing was decided, it is as if it had not been. */
    public static Decision<Session, SessionEvent> revokeOpening(Session session, String subject) {
        if (session.state() == Status.CONVENED) {
            return Decision.unchanged(session);
        }
        if (!session.isChairedBy(subject)) {
            return Decision.refused(Reason.conflict("not-in-the-chair"));
        }
        return session.rulings().isEmpty()
                ? Decision.accepted(session.at(Status.CONVENED, Optional.empty()), List.of())
                : Decision.refused(Reason.conflict("session-has-decided"));
    }

    /** The secretary puts a request that waits on the agenda of a session that is not over; once there, it stays there. */
    public static Decision<Request, SessionEvent> add(Session session, Request request) {
        if (session.state() != Status.CONVENED && session.state() != Status.OPEN) {
            return Decision.refused(Reason.conflict("session-state"));
        }
        if (isOnAgenda(session, request)) {
            return Decision.unchanged(request);
        }
        return request.state() == Request.Status.WAITING && !request.lastOn().isAfter(session.heldOn())
                ? Decision.accepted(RequestRules.putOnAgenda(request, session.id()), List.of())
                : Decision.refused(Reason.conflict("request-not-waiting"));
    }

    /** What the secretary takes off an agenda waits for another session. */
    public static Decision<Request, SessionEvent> remove(Session session, Request request) {
        if (request.state() == Request.Status.WAITING) {
            return Decision.unchanged(request);
        }
        return isOnAgenda(session, request)
                ? Decision.accepted(RequestRules.leftOver(request), List.of())
                : Decision.refused(Reason.conflict("not-on-the-agenda"));
    }

    public static Decision<Session, SessionEvent> close(Session session, String subject) {
        return session.isChairedBy(subject)
                ? Decision.accepted(session.at(Status.CLOSED, session.chair()), List.of())
                : Decision.refused(Reason.conflict("not-in-the-chair"));
    }

    /**
     * What the decision makes of the request; the same one again changes nothing.
     *
     * @param subject who decides
     */
    public static Decision<Request, SessionEvent> decide(Session session, Request request, Ruling ruling,
            String subject) {
        Optional<Ruling> before = session.rulingOn(request.dossierId())
                .filter(taken -> taken.revision() >= request.amendedTo());
        if (before.isPresent()) {
            return before.get().saysTheSameAs(ruling)
                    ? Decision.unchanged(request)
                    : Decision.refused(Reason.conflict("decided-otherwise"));
        }
        return Decision.unless(against(session, request, ruling, subject),
                () -> Decision.accepted(RequestRules.decided(request, ruling.next(), session.heldOn()),
                        new SessionEvent.Decided(ruling.revision(), session.id(), ruling.decision(),
                                ruling.reasons(), ruling.missing(), ruling.conditions())));
    }

    private static List<Reason> against(Session session, Request request, Ruling ruling, String subject) {
        List<Reason> reasons = new ArrayList<>();
        if (!session.isChairedBy(subject)) {
            reasons.add(Reason.conflict("not-in-the-chair"));
        }
        if (!isOnAgenda(session, request)) {
            reasons.add(Reason.conflict("not-on-the-agenda"));
        } else if (request.isBeingAssessed()) {
            reasons.add(Reason.conflict("assessment-pending"));
        } else if (ruling.revision() != request.revision()) {
            reasons.add(Reason.conflict("request-changed"));
        }
        boolean refused = ruling.decision() == Verdict.REFUSED;
        if (refused && ruling.reasons().isEmpty()) {
            reasons.add(Reason.invalid("/reasons", "reason-required"));
        }
        if (ruling.decision() == Verdict.APPROVED && !ruling.reasons().isEmpty()) {
            reasons.add(Reason.invalid("/reasons", "reasons-of-an-approval"));
        }
        if (new HashSet<>(ruling.reasons()).size() < ruling.reasons().size()) {
            reasons.add(Reason.invalid("/reasons", "twice"));
        }
        if (ruling.decision() != Verdict.ADJOURNED && !ruling.missing().isEmpty()) {
            reasons.add(Reason.invalid("/missing", "missing-of-a-decision"));
        }
        if (new HashSet<>(ruling.missing()).size() < ruling.missing().size()) {
            reasons.add(Reason.invalid("/missing", "twice"));
        }
        if (ruling.decision() != Verdict.APPROVED && !ruling.conditions().isEmpty()) {
            reasons.add(Reason.invalid("/conditions", "conditions-of-no-approval"));
        }
        if (new HashSet<>(ruling.conditions()).size() < ruling.conditions().size()) {
            reasons.add(Reason.invalid("/conditions", "twice"));
        }
        return reasons;
    }

    private static boolean isOnAgenda(Session session, Request request) {
        return request.state() == Request.Status.ON_AGENDA && request.session().equals(Optional.of(session.id()));
    }
}
