package fr.microcredit.commission.session.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.session.ReadSessions;
import fr.microcredit.commission.session.ReadSessions.Taken;
import fr.microcredit.commission.session.ReadSessions.Whole;
import fr.microcredit.commission.session.domain.ItemActs;
import fr.microcredit.commission.session.domain.Ruling;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.commission.session.domain.SessionActs;
import fr.microcredit.commission.session.domain.Waiting;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.tenancy.Actor;

/** What the commission's members see: file numbers and figures of the request, no name and no figure of the household. */
final class SessionViews {
    private SessionViews() {
    }

    /** How a command on a session is answered, and what can be done instead where it is refused. */
    static Answer<Whole> changed(ReadSessions read) {
        return Answer.of(read::one, SessionView::of)
                .offering(whole -> SessionActs.of(whole.session()).stream().map(Codes::of).toList());
    }

    /** The same for a command on what stands on its agenda. */
    static Answer<Whole> arranged(ReadSessions read) {
        return Answer.of(read::one, SessionView::of).offeringFrom(offered(read));
    }

    static Answer<Taken> decided(ReadSessions read) {
        return Answer.<Taken>of(read::ruling, taken -> Decision.of(taken.session(), taken.ruling()))
                .offeringFrom(offered(read));
    }

    private static BiFunction<Actor, String, Uni<Optional<List<String>>>> offered(ReadSessions read) {
        return (actor, key) -> read.item(actor, key).map(found -> found
                .map(item -> ItemActs.of(item.session(), item.request()).stream().map(Codes::of).toList()));
    }

    /**
     * A request.
     *
     * @param fileNumber    people call its dossier by; left out until it is heard from the office
     * @param waitingSince  day of its newest assessment, or of the judgement that completed it
     * @param beingAssessed its office has changed it; it can be decided on once the rules have been applied again
     * @param waitingDays   by the business date; told of what waits for a session
     * @param overdue       it has waited for longer than it should
     * @param possible      what can be done with it in this session, each act named as its address is; told on an agenda
     */
    public record Item(UUID dossierId, Optional<String> fileNumber, int revision, String purpose, Money amount,
            int termMonths,
            Request.Status status, LocalDate waitingSince, boolean beingAssessed, Optional<Long> waitingDays,
            Optional<Boolean> overdue, Optional<List<ItemActs.Act>> possible) {
        static Item of(ReadSessions.Waits waits) {
            return of(waits.request(), Optional.of(waits.waiting()), Optional.empty());
        }

        static Item on(Session session, Request request) {
            return of(request, Optional.empty(), Optional.of(ItemActs.of(session, request)));
        }

        private static Item of(Request request, Optional<Waiting> waiting, Optional<List<ItemActs.Act>> possible) {
            Request.Assessed assessed = request.assessed().orElseThrow();
            return new Item(request.dossierId(), request.fileNumber(), assessed.revision(), assessed.purpose(),
                    assessed.amount(),
                    assessed.months(), request.state(), assessed.on(), request.isBeingAssessed(),
                    waiting.map(Waiting::days), waiting.map(Waiting::isOverdue), possible);
        }
    }

    /**
     * A session; agenda and decisions are left out in lists.
     *
     * @param present  subjects of the members who were recorded as present; who chairs need not be among them
     * @param possible what can be done with it as it stands, each act named as its address is
     */
    public record SessionView(UUID sessionId, LocalDate heldOn, Session.Status status,
            Optional<Session.Capacity> capacity, List<String> present, List<SessionActs.Act> possible,
            Optional<List<Item>> agenda, Optional<List<Decision>> decisions) {
        static SessionView of(Session session) {
            return of(session, Optional.empty(), Optional.empty());
        }

        static SessionView of(Whole whole) {
            return of(whole.session(),
                    Optional.of(whole.agenda().stream().map(each -> Item.on(whole.session(), each)).toList()),
                    Optional.of(whole.session().rulings().stream()
                            .map(ruling -> Decision.of(whole.session().id(), ruling)).toList()));
        }

        private static SessionView of(Session session, Optional<List<Item>> agenda,
                Optional<List<Decision>> decisions) {
            return new SessionView(session.id(), session.heldOn(), session.state(),
                    session.chair().map(Session.Chair::capacity), session.present(), SessionActs.of(session),
                    agenda, decisions);
        }
    }

    /**
     * A decision that was taken.
     *
     * @param decisionId     by which a later decision cites it
     * @param replaces       decision whose place this one takes
     * @param fileNumber     people call the dossier by
     * @param membersPresent of the office's committee, those included who stand aside; 0 where it has none
     * @param votes          on what was decided
     * @param withdrawn      subjects of members who stood aside
     */
    public record Decision(UUID sessionId, UUID decisionId, Optional<UUID> replaces, UUID dossierId,
            Optional<String> fileNumber, int revision,
            Ruling.Verdict decision,
            List<Ruling.Reason> reasons, List<Ruling.Missing> missing, List<Ruling.Condition> conditions,
            int membersPresent, Optional<Ruling.Votes> votes, List<String> withdrawn) {
        static Decision of(UUID session, Ruling ruling) {
            return new Decision(session, ruling.link().id(), ruling.link().replaces(), ruling.dossierId(),
                    ruling.asked().flatMap(Ruling.Asked::fileNumber), ruling.revision(), ruling.decision(),
                    ruling.reasons(),
                    ruling.missing(), ruling.conditions(), ruling.poll().present(), ruling.poll().votes(),
                    ruling.poll().withdrawn());
        }
    }
}
