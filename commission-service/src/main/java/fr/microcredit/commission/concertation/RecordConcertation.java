package fr.microcredit.commission.concertation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.concertation.domain.AppointmentRules;
import fr.microcredit.commission.concertation.domain.ConcertationEvent;
import fr.microcredit.commission.concertation.domain.ConcertationRules;
import fr.microcredit.commission.concertation.domain.ConcertationRules.Outcome;
import fr.microcredit.commission.concertation.domain.Disagreement;
import fr.microcredit.commission.concertation.domain.Disagreement.Appointment;
import fr.microcredit.commission.concertation.domain.Disagreement.Excuse;
import fr.microcredit.commission.request.Requests;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.time.BusinessCalendar;

/**
 * Records the meeting of bank and office on a disagreement, or that they do without it. It comes after the disagreement, and
 * after the assessment it looks at.
 */
@ApplicationScoped
public class RecordConcertation {
    private final Acts acts;
    private final Disagreements disagreements;
    private final Requests requests;

    RecordConcertation(Acts acts, Disagreements disagreements, Requests requests) {
        this.acts = acts;
        this.disagreements = disagreements;
        this.requests = requests;
    }

    /** About which dossier an office meets with which bank. */
    public record With(UUID dossierId, String bankId) {
    }

    public Uni<Kept<Disagreement>> meet(Act act, With with, Outcome outcome) {
        return record(act, with,
                (disagreement, request, on) -> ConcertationRules.meet(disagreement, request, outcome, on));
    }

    public Uni<Kept<Disagreement>> waive(Act act, With with) {
        return record(act, with, ConcertationRules::waive);
    }

    /**
     * Arranges a meeting ahead, or moves it.
     *
     * @param excuse why it is moved
     */
    public Uni<Kept<Disagreement>> arrange(Act act, With with, Appointment appointment, Optional<Excuse> excuse) {
        act.noting("day", appointment.day().toString()).noting("way", Codes.of(appointment.way()));
        excuse.ifPresent(why -> act.noting("excuse", Codes.of(why)));
        return record(act, with, (disagreement, request, on) -> AppointmentRules.arrange(disagreement, request,
                appointment, excuse, on));
    }

    public Uni<Kept<Disagreement>> cancel(Act act, With with, Excuse excuse) {
        act.noting("excuse", Codes.of(excuse));
        return record(act, with, (disagreement, request, on) -> AppointmentRules.cancel(disagreement, request));
    }

    private interface Rule {
        Decision<Disagreement, ConcertationEvent> apply(Disagreement disagreement, Request request, LocalDate on);
    }

    private Uni<Kept<Disagreement>> record(Act act, With with, Rule rule) {
        String dossier = with.dossierId().toString();
        String key = Disagreement.keyOf(with.dossierId(), with.bankId());
        return acts.reportAfter(act, disagreements, dossier, key, (disagreement, on) -> requests.find(dossier)
                .map(found -> found.map(Kept::state)
                        .filter(request -> request.tenant().equals(disagreement.tenant()))
                        .orElseThrow(RefusedException::unknown))
                .invoke(request -> BusinessCalendar.requireNotBefore(request.lastOn(), on, act.pointer()))
                .map(request -> rule.apply(disagreement, request, on)));
    }
}
