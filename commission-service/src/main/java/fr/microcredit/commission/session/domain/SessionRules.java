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
        return heldOn.isAfter(today.plusMonths(MONTHS_AHEAD))
                ? Decision.refused(Reason.invalid("/heldOn", "session-too-far-ahead", MONTHS_AHEAD))
                : Decision.accepted(new Session(id, officeId, heldOn, Status.CONVENED, Optional.empty(), List.of()),
                        List.of());
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
                                ruling.reasons(), ruling.missing())));
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
        return reasons;
    }

    private static boolean isOnAgenda(Session session, Request request) {
        return request.state() == Request.Status.ON_AGENDA && request.session().equals(Optional.of(session.id()));
    }
}
