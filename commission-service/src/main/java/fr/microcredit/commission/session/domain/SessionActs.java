package fr.microcredit.commission.session.domain;

import java.util.List;

/**
 * What can be done with a session as it stands: told with every refusal and shown with it, so that a client offers that and
 * nothing else. What can be done with a request in it says {@link ItemActs}.
 */
public final class SessionActs {
    private SessionActs() {
    }

    /** Each named as its address is. */
    public enum Act {
        OPENING, ATTENDANCE, CHAIR, OPENING_REVOCATION, CLOSURE, ORDER, POSTPONEMENT, CANCELLATION
    }

    /** By where the session stands alone: role, mandate, chair and day are looked at when it is done. */
    public static List<Act> of(Session session) {
        return switch (session.state()) {
            case CONVENED -> List.of(Act.OPENING, Act.ORDER, Act.POSTPONEMENT, Act.CANCELLATION);
            case OPEN -> session.rulings().isEmpty()
                    ? List.of(Act.ATTENDANCE, Act.CHAIR, Act.OPENING_REVOCATION, Act.CLOSURE, Act.ORDER)
                    : List.of(Act.ATTENDANCE, Act.CHAIR, Act.CLOSURE, Act.ORDER);
            case CLOSED, CANCELLED -> List.of();
        };
    }
}
