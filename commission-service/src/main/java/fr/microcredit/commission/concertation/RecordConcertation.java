package fr.microcredit.commission.concertation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.concertation.ConcertationPublisher.Meeting;
import fr.microcredit.commission.concertation.domain.Disagreement;
import fr.microcredit.commission.session.AgendaItems;
import fr.microcredit.commission.session.domain.AgendaItem;
import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.ProblemType;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** Records the meeting of bank and office on a disagreement, or that the office does without it. */
@ApplicationScoped
public class RecordConcertation {
    static final ProblemType NO_MEETING_DUE = new ProblemType("no-meeting-due", 409);
    static final ProblemType CHANGE_REQUIRED = new ProblemType("change-required", 422);

    private final Disagreements disagreements;
    private final AgendaItems items;
    private final ConcertationPublisher publisher;
    private final AuditTrail audit;
    private final BusinessCalendar calendar;

    RecordConcertation(Disagreements disagreements, AgendaItems items, ConcertationPublisher publisher,
            AuditTrail audit,
            BusinessCalendar calendar) {
        this.disagreements = disagreements;
        this.items = items;
        this.publisher = publisher;
        this.audit = audit;
        this.calendar = calendar;
    }

    /**
     * @param amount agreed on, empty where it stays
     * @param months agreed on, empty where they stay
     * @param on     business date, or null for today
     */
    public record Command(UUID dossierId, Optional<Money> amount, Optional<Integer> months, LocalDate on) {
    }

    private record Matter(Disagreement disagreement, AgendaItem request) {
    }

    public Uni<Meeting> meet(Actor actor, Command command) {
        return calendar.dateOf(command.on(), "/heldOn")
                .chain(on -> matter(actor, command.dossierId()).chain(matter -> meet(actor, matter, command, on)));
    }

    private Uni<Meeting> meet(Actor actor, Matter matter, Command command, LocalDate on) {
        AgendaItem request = matter.request();
        boolean ineligible = request.verdict() == AgendaItem.Verdict.INELIGIBLE;
        if (request.status() == AgendaItem.Status.GONE
                || !matter.disagreement().awaitsMeeting(request.revision(), ineligible)) {
            throw new ProblemException(NO_MEETING_DUE);
        }
        Money amount = command.amount().orElse(request.amount());
        int months = command.months().orElse(request.months());
        boolean changed = !amount.equals(request.amount()) || months != request.months();
        if (!changed && matter.disagreement().changeFailed(request.revision(), ineligible)) {
            throw new ProblemException(CHANGE_REQUIRED);
        }
        Meeting meeting = new Meeting(UUID.randomUUID(), changed, amount, months, on);
        Disagreement met = matter.disagreement().met(request.revision());
        return disagreements.put(met).chain(() -> publisher.held(met, meeting))
                .chain(() -> audit.record(actor, "concertation-held", met.dossierId().toString(),
                        Map.of("changed", changed,
                                "amountCents", amount.cents(), "termMonths", months, "effectiveOn", on.toString())))
                .replaceWith(meeting);
    }

    public Uni<Disagreement> waive(Actor actor, UUID dossierId, LocalDate named) {
        return calendar.dateOf(named, "/effectiveOn").chain(on -> matter(actor, dossierId).chain(matter -> {
            Disagreement waived = matter.disagreement().waive(matter.request().revision())
                    .orElseThrow(() -> new ProblemException(NO_MEETING_DUE));
            return disagreements.put(waived).chain(() -> publisher.waived(waived, on))
                    .chain(() -> audit.record(actor, "concertation-waived", dossierId.toString(),
                            Map.of("effectiveOn", on.toString())))
                    .replaceWith(waived);
        }));
    }

    private Uni<Matter> matter(Actor actor, UUID dossierId) {
        BiFunction<Disagreement, Optional<AgendaItem>, Matter> both = (disagreement, request) -> new Matter(
                disagreement,
                request.orElseThrow(() -> new ProblemException(Problems.NOT_FOUND)));
        return disagreements.locked(dossierId)
                .map(found -> found.filter(each -> each.officeId().equals(actor.tenantId()))
                        .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND)))
                .chain(disagreement -> items.locked(dossierId).map(request -> both.apply(disagreement, request)));
    }
}
