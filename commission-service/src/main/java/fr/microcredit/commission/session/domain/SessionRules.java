package fr.microcredit.commission.session.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.commission.session.domain.Session.Chair;
import fr.microcredit.commission.session.domain.Session.Status;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/** How a session is convened, chaired and ended (domain.md A.5). */
public final class SessionRules {
    /** No office plans further; a slip of the pen would keep its requests waiting for years. */
    private static final int MONTHS_AHEAD = 12;

    private SessionRules() {
    }

    /** @param today a session may be convened ahead, within a year */
    public static Decision<Session, SessionEvent> convene(UUID id, String officeId, LocalDate heldOn,
            LocalDate today) {
        return withinAYear(heldOn, today, Session.convened(id, officeId, heldOn));
    }

    private static Decision<Session, SessionEvent> withinAYear(LocalDate heldOn, LocalDate today, Session then) {
        return heldOn.isAfter(today.plusMonths(MONTHS_AHEAD))
                ? Decision.refused(Reason.invalid("/heldOn", "session-too-far-ahead", MONTHS_AHEAD))
                : Decision.accepted(then, List.of());
    }

    /**
     * The same chair may open it again; nobody else, and nobody once it is closed.
     *
     * @param present subjects of members; who chairs need not be among them
     */
    public static Decision<Session, SessionEvent> open(Sitting sitting, Chair by, List<String> present) {
        Session session = sitting.session();
        boolean saysNothingNew = present.isEmpty() || present.equals(session.present());
        if (session.state() == Status.OPEN && session.chair().equals(Optional.of(by)) && saysNothingNew) {
            return Decision.unchanged(session);
        }
        if (session.state() != Status.CONVENED) {
            return Decision.refused(Reason.conflict("session-state"));
        }
        List<Reason> reasons = new ArrayList<>(AttendanceRules.againstChair(sitting, by));
        reasons.addAll(AttendanceRules.againstPresent(sitting, present));
        return Decision.unless(reasons, () -> Decision
                .accepted(session.at(Status.OPEN, Optional.of(by)).attendedBy(present), List.of()));
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
    public static Decision<Session, SessionEvent> takeChair(Sitting sitting, Chair by) {
        Session session = sitting.session();
        if (session.state() != Status.OPEN) {
            return Decision.refused(Reason.conflict("session-state"));
        }
        return session.chair().equals(Optional.of(by))
                ? Decision.unchanged(session)
                : Decision.unless(AttendanceRules.againstChair(sitting, by),
                        () -> Decision.accepted(session.at(Status.OPEN, Optional.of(by)), List.of()));
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
                ? Decision.accepted(session.at(Status.CONVENED, Optional.empty()).attendedBy(List.of()).asConvened(),
                        List.of())
                : Decision.refused(Reason.conflict("session-has-decided"));
    }

    public static Decision<Session, SessionEvent> close(Session session, String subject) {
        return session.isChairedBy(subject)
                ? Decision.accepted(session.at(Status.CLOSED, session.chair()), List.of())
                : Decision.refused(Reason.conflict("not-in-the-chair"));
    }
}
