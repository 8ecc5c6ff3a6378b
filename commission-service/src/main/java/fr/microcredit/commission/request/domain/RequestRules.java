package fr.microcredit.commission.request.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.commission.request.domain.Request.Assessed;
import fr.microcredit.commission.request.domain.Request.Status;
import fr.microcredit.kit.domain.About;

/** How requests come before the commission and leave it. */
public final class RequestRules {
    private RequestRules() {
    }

    /**
     * What a new assessment makes of what was known of the request. An approval stands when a meeting with the bank has
     * changed the amount: the commission has spoken; what is gone stays gone.
     */
    public static Request assessed(Optional<Request> known, About about, Assessed assessed) {
        if (known.isPresent() && known.get().revision() > assessed.revision()) {
            return known.get();
        }
        Status before = known.map(Request::state).orElse(Status.NOT_READY);
        Status next = switch (before) {
            case APPROVED, REFUSED, GONE -> before;
            case ON_AGENDA -> assessed.isEligible() ? before : Status.NOT_READY;
            default -> ready(assessed);
        };
        return new Request(about, Optional.of(assessed), next,
                next == Status.ON_AGENDA ? known.flatMap(Request::session) : Optional.empty(),
                later(known, assessed.on()));
    }

    private static Status ready(Assessed assessed) {
        if (!assessed.isEligible()) {
            return Status.NOT_READY;
        }
        return assessed.commissionRequired() ? Status.WAITING : Status.NOT_NEEDED;
    }

    /** Given up, perhaps before anything else was heard of it. */
    public static Request withdrawn(Optional<Request> known, About about, LocalDate on) {
        return new Request(known.map(Request::about).orElse(about), known.flatMap(Request::assessed), Status.GONE,
                Optional.empty(), later(known, on));
    }

    private static LocalDate later(Optional<Request> known, LocalDate on) {
        return known.map(Request::lastOn).filter(last -> last.isAfter(on)).orElse(on);
    }

    /** A named agent has confirmed that this revision does not fit; a newer one goes on. */
    public static Request confirmedIneligible(Request request, int revision, LocalDate on) {
        return request.revision() == revision
                ? withdrawn(Optional.of(request), request.about(), on)
                : request;
    }

    public static Request putOnAgenda(Request waiting, UUID session) {
        return waiting.at(Status.ON_AGENDA, Optional.of(session));
    }

    /** What a session has not decided waits for the next one. */
    public static Request leftOver(Request onAgenda) {
        return onAgenda.at(Status.WAITING, Optional.empty());
    }

    /** What a session has decided, on the day it was held on: what follows comes after it. */
    public static Request decided(Request onAgenda, Status next, LocalDate heldOn) {
        return new Request(onAgenda.about(), onAgenda.assessed(), next, Optional.empty(),
                later(Optional.of(onAgenda), heldOn));
    }
}
