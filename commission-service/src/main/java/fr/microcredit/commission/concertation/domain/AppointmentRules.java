package fr.microcredit.commission.concertation.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.microcredit.commission.concertation.domain.Disagreement.Appointment;
import fr.microcredit.commission.concertation.domain.Disagreement.Excuse;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/** How office and bank arrange a meeting ahead; whether it is held says the meeting itself. */
public final class AppointmentRules {
    /** No bank waits longer for its own last word; a value of the platform, no text says it (domain.md A.18). */
    static final int MONTHS_AHEAD = 3;

    private AppointmentRules() {
    }

    /**
     * A first one, or another in its place, which needs a reason. The same again changes nothing.
     *
     * @param excuse why the one before is moved; empty where there is none
     * @param today  business date of the act
     */
    public static Decision<Disagreement, ConcertationEvent> arrange(Disagreement disagreement, Request request,
            Appointment appointment, Optional<Excuse> excuse, LocalDate today) {
        if (!ConcertationRules.isDue(disagreement, request)) {
            return Decision.refused(Reason.conflict("no-meeting-due"));
        }
        Optional<Appointment> before = disagreement.appointment();
        if (before.filter(each -> each.equals(appointment.movedBy(each.moves()))).isPresent()) {
            return Decision.unchanged(disagreement);
        }
        int moves = before.map(each -> each.moves() + 1).orElse(0);
        return Decision.unless(against(appointment, before, excuse, today), () -> Decision.accepted(
                disagreement.meetingAt(Optional.of(appointment.movedBy(moves))), List.of()));
    }

    private static List<Reason> against(Appointment appointment, Optional<Appointment> before,
            Optional<Excuse> excuse, LocalDate today) {
        List<Reason> reasons = new ArrayList<>();
        if (appointment.day().isBefore(today)) {
            reasons.add(Reason.invalid("/day", "date-in-the-past"));
        }
        if (appointment.day().isAfter(today.plusMonths(MONTHS_AHEAD))) {
            reasons.add(Reason.invalid("/day", "meeting-too-far-ahead", MONTHS_AHEAD));
        }
        if (before.isPresent() && excuse.isEmpty()) {
            reasons.add(Reason.invalid("/excuse", "required"));
        }
        return reasons;
    }

    /** Called off; called off already, it changes nothing. */
    public static Decision<Disagreement, ConcertationEvent> cancel(Disagreement disagreement, Request request) {
        if (disagreement.appointment().isEmpty()) {
            return Decision.unchanged(disagreement);
        }
        return ConcertationRules.isDue(disagreement, request)
                ? Decision.accepted(disagreement.meetingAt(Optional.empty()), List.of())
                : Decision.refused(Reason.conflict("no-meeting-due"));
    }
}
