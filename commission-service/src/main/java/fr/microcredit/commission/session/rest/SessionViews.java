package fr.microcredit.commission.session.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.session.ReadSessions;
import fr.microcredit.commission.session.domain.Ruling;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.kit.money.Money;

/** What the commission's members see: file numbers and figures of the request, no name and no figure of the household. */
final class SessionViews {
    private SessionViews() {
    }

    /**
     * A request.
     *
     * @param waitingSince  day of its newest assessment, or of the judgement that completed it
     * @param beingAssessed its office has changed it; it can be decided on once the rules have been applied again
     */
    public record Item(UUID dossierId, int revision, String purpose, Money amount, int termMonths,
            Request.Status status, LocalDate waitingSince, boolean beingAssessed) {
        static Item of(Request request) {
            Request.Assessed assessed = request.assessed().orElseThrow();
            return new Item(request.dossierId(), assessed.revision(), assessed.purpose(), assessed.amount(),
                    assessed.months(), request.state(), assessed.on(), request.isBeingAssessed());
        }
    }

    /** A session; agenda and decisions are left out in lists. */
    public record SessionView(UUID sessionId, LocalDate heldOn, Session.Status status,
            Optional<Session.Capacity> capacity,
            Optional<List<Item>> agenda, Optional<List<Decision>> decisions) {
        static SessionView of(Session session) {
            return of(session, Optional.empty(), Optional.empty());
        }

        static SessionView of(ReadSessions.Whole whole) {
            return of(whole.session(), Optional.of(whole.agenda().stream().map(Item::of).toList()),
                    Optional.of(whole.session().rulings().stream()
                            .map(ruling -> Decision.of(whole.session().id(), ruling)).toList()));
        }

        private static SessionView of(Session session, Optional<List<Item>> agenda,
                Optional<List<Decision>> decisions) {
            return new SessionView(session.id(), session.heldOn(), session.state(),
                    session.chair().map(Session.Chair::capacity), agenda, decisions);
        }
    }

    /** A decision that was taken. */
    public record Decision(UUID sessionId, UUID dossierId, int revision, Ruling.Verdict decision,
            List<Ruling.Reason> reasons, List<Ruling.Missing> missing, List<Ruling.Condition> conditions) {
        static Decision of(UUID session, Ruling ruling) {
            return new Decision(session, ruling.dossierId(), ruling.revision(), ruling.decision(), ruling.reasons(),
                    ruling.missing(), ruling.conditions());
        }
    }
}
