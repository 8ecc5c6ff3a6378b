package fr.microcredit.commission.session.domain;

import java.util.List;
import java.util.Optional;

import fr.microcredit.commission.session.domain.AgendaItem.Status;

/** How requests come onto the agenda and leave it. */
public final class Agenda {
    private Agenda() {
    }

    /**
     * What a new assessment makes of what was known of the request. An approval stands when a meeting with the bank has
     * changed the amount: the commission has spoken; what is gone stays gone.
     */
    public static AgendaItem assessed(Optional<AgendaItem> known, AgendaItem assessed) {
        Status before = known.map(AgendaItem::status).orElse(Status.NOT_READY);
        boolean outdated = known.map(item -> item.revision() > assessed.revision()).orElse(false);
        if (outdated) {
            return known.get();
        }
        Status next = switch (before) {
            case APPROVED, REFUSED, GONE -> before;
            case ON_AGENDA -> assessed.eligible() ? before : Status.NOT_READY;
            default -> ready(assessed);
        };
        return assessed.at(next, next == Status.ON_AGENDA ? known.flatMap(AgendaItem::session) : Optional.empty());
    }

    private static Status ready(AgendaItem assessed) {
        if (!assessed.eligible()) {
            return Status.NOT_READY;
        }
        return assessed.commissionRequired() ? Status.WAITING : Status.NOT_NEEDED;
    }

    public static AgendaItem withdrawn(AgendaItem item) {
        return item.at(Status.GONE, Optional.empty());
    }

    /** The waiting requests, put onto the agenda of a session; none that was assessed after its day. */
    public static List<AgendaItem> convene(List<AgendaItem> waiting, Session session) {
        return waiting.stream().filter(item -> item.status() == Status.WAITING)
                .filter(item -> !item.assessedOn().isAfter(session.heldOn()))
                .map(item -> item.at(Status.ON_AGENDA, Optional.of(session.id()))).toList();
    }

    /** What was not decided waits for the next session. */
    public static List<AgendaItem> leftOver(List<AgendaItem> items) {
        return items.stream().filter(item -> item.status() == Status.ON_AGENDA)
                .map(item -> item.at(Status.WAITING, Optional.empty())).toList();
    }
}
