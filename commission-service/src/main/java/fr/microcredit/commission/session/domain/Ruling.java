package fr.microcredit.commission.session.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import fr.microcredit.commission.session.domain.AgendaItem.Status;

/**
 * What the commission decides on a request.
 *
 * @param reasons stable codes; a refusal has at least one
 */
public record Ruling(Kind kind, List<String> reasons) {
    /** Kinds of decisions. An approval binds no bank, a refusal ends the file. */
    public enum Kind {
        APPROVED(Status.APPROVED), REFUSED(Status.REFUSED), ADJOURNED(Status.WAITING);

        private final Status status;

        Kind(Status status) {
            this.status = status;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The request after the decision; empty when it does not stand on this session's agenda. */
    public Optional<AgendaItem> on(AgendaItem item, Session session) {
        boolean here = item.status() == Status.ON_AGENDA && item.session().equals(Optional.of(session.id()));
        return here && !item.assessedOn().isAfter(session.heldOn())
                ? Optional.of(item.at(kind.status, Optional.empty()))
                : Optional.empty();
    }
}
