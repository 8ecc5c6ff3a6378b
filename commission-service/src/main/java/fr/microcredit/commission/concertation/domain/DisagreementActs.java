package fr.microcredit.commission.concertation.domain;

import java.util.ArrayList;
import java.util.List;

import fr.microcredit.commission.request.domain.Request;

/** What can be done about a bank's disagreement as it stands: told with every refusal. */
public final class DisagreementActs {
    private DisagreementActs() {
    }

    /** Each named as its address is, without what it stands under: a cancellation is that of the appointment. */
    public enum Act {
        APPOINTMENT, CANCELLATION, MEETINGS, WAIVER
    }

    /** By where disagreement and request stand alone: days and what a meeting came to are looked at when it is done. */
    public static List<Act> of(Disagreement disagreement, Request request) {
        List<Act> acts = new ArrayList<>();
        if (ConcertationRules.isDue(disagreement, request)) {
            acts.addAll(List.of(Act.APPOINTMENT, Act.MEETINGS));
            disagreement.appointment().ifPresent(any -> acts.add(Act.CANCELLATION));
        }
        if (ConcertationRules.againstWaiver(disagreement, request).isEmpty()) {
            acts.add(Act.WAIVER);
        }
        return acts;
    }
}
