package fr.microcredit.commission.session.domain;

import java.util.ArrayList;
import java.util.List;

import fr.microcredit.commission.request.domain.Request;

/** What a session can do with a request as both stand: told with every refusal, and shown with what is on its agenda. */
public final class ItemActs {
    private ItemActs() {
    }

    /** Each named as its address is; {@code ITEMS} puts it on the agenda. */
    public enum Act {
        ITEMS, REMOVAL, MOVE, DECISIONS
    }

    /**
     * By where both stand alone: chair, quorum and the session it would be moved to are looked at when it is done. A request
     * that stands decided is decided on again by citing that.
     */
    public static List<Act> of(Session session, Request request) {
        List<Act> acts = new ArrayList<>();
        if (AgendaRules.isOn(session, request)) {
            acts.addAll(List.of(Act.REMOVAL, Act.MOVE));
        } else if (AgendaRules.isAddable(session, request)) {
            acts.add(Act.ITEMS);
        }
        if (RulingRules.isDecidable(session, request)) {
            acts.add(Act.DECISIONS);
        }
        return acts;
    }
}
