package fr.microcredit.commission.session.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import fr.microcredit.commission.session.ReadSessions;
import fr.microcredit.commission.session.Sessions;
import fr.microcredit.commission.session.domain.AgendaItem;
import fr.microcredit.commission.session.domain.Session;

/** What the commission's members see: file numbers and figures of the request, no name and no figure of the household. */
final class SessionViews {
    private SessionViews() {
    }

    /** A request. */
    public record Item(UUID dossierId, int revision, String purpose, long amountCents, int termMonths, String status) {
        static Item of(AgendaItem item) {
            return new Item(item.dossierId(), item.revision(), item.purpose(), item.amount().cents(), item.months(),
                    code(item.status()));
        }
    }

    /** A session; agenda and decisions are left out in lists. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SessionView(UUID sessionId, LocalDate heldOn, String status, String capacity, List<Item> agenda,
            List<Decision> decisions) {
        static SessionView of(Session session) {
            return new SessionView(session.id(), session.heldOn(), code(session.status()),
                    session.chair().map(chair -> code(chair.capacity())).orElse(null), null, null);
        }

        static SessionView of(ReadSessions.Whole whole) {
            SessionView head = of(whole.session());
            return new SessionView(head.sessionId(), head.heldOn(), head.status(), head.capacity(),
                    whole.agenda().stream().map(Item::of).toList(),
                    whole.rulings().stream().map(Decision::of).toList());
        }
    }

    /** A decision that was taken. */
    public record Decision(UUID sessionId, UUID dossierId, int revision, String decision, List<String> reasons) {
        static Decision of(Sessions.Taken taken) {
            return new Decision(taken.session(), taken.dossierId(), taken.revision(), taken.ruling().kind().code(),
                    taken.ruling().reasons());
        }
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
