package fr.microcredit.commission.session.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import fr.microcredit.commission.session.domain.Session.Chair;
import fr.microcredit.commission.session.domain.Session.Status;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/** Who may sit in a session, and who is there. */
public final class AttendanceRules {
    private static final String PRESENT = "/present";

    private AttendanceRules() {
    }

    /**
     * Members come and go: the whole list takes the place of the one before, for what is decided from then on.
     *
     * @param mayRecord whether the actor is the office's secretary or chairs the session
     */
    public static Decision<Session, SessionEvent> attend(Sitting sitting, List<String> present, boolean mayRecord) {
        Session session = sitting.session();
        if (session.state() != Status.OPEN) {
            return Decision.refused(Reason.conflict("session-state"));
        }
        if (!mayRecord) {
            return Decision.refused(Reason.conflict("not-in-the-chair"));
        }
        return Decision.unless(againstPresent(sitting, present), () -> session.present().equals(present)
                ? Decision.unchanged(session)
                : Decision.accepted(session.attendedBy(present), List.of()));
    }

    static List<Reason> againstChair(Sitting sitting, Chair by) {
        return sitting.mayChair(by) ? List.of() : List.of(Reason.conflict("no-mandate"));
    }

    /** Each once, with a mandate on the session's day, whatever the function. */
    static List<Reason> againstPresent(Sitting sitting, List<String> present) {
        if (sitting.committee().isEmpty()) {
            return present.isEmpty() ? List.of() : List.of(Reason.conflict("no-committee"));
        }
        List<Reason> reasons = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < present.size(); place++) {
            if (!sitting.isMember(present.get(place))) {
                reasons.add(Reason.invalid(PRESENT + "/" + place, "not-a-member-that-day"));
            } else if (!seen.add(present.get(place))) {
                reasons.add(Reason.invalid(PRESENT + "/" + place, "member-twice"));
            }
        }
        return reasons;
    }
}
