package fr.microcredit.eligibility.assessment;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Assessor;
import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.http.Versions;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** A named agent confirms that a request does not fit the scheme: no automatic result refuses anybody. */
@ApplicationScoped
public class ConfirmIneligibility {
    private final Assessments assessments;
    private final AssessmentPublisher publisher;
    private final AuditTrail audit;
    private final BusinessCalendar calendar;

    ConfirmIneligibility(Assessments assessments, AssessmentPublisher publisher, AuditTrail audit,
            BusinessCalendar calendar) {
        this.assessments = assessments;
        this.publisher = publisher;
        this.audit = audit;
        this.calendar = calendar;
    }

    /**
     * @param version of the assessment the agent has read
     * @param on      business date, or null for today
     */
    public record Command(UUID dossierId, long version, LocalDate on) {
    }

    public Uni<Assessment> handle(Actor actor, Command command) {
        return calendar.dateOf(command.on(), "/effectiveOn")
                .chain(on -> assessments.lockedNewest(actor.tenantId(), command.dossierId())
                        .invoke(found -> Versions.check(command.version(), found.state()))
                        .chain(found -> found.confirmed() ? Uni.createFrom().item(found) : confirm(actor, found, on)));
    }

    private Uni<Assessment> confirm(Actor actor, Assessment found, LocalDate on) {
        BusinessCalendar.requireNotBefore(found.on(), on, "/effectiveOn");
        Assessment confirmed = Assessor.confirm(found)
                .orElseThrow(() -> new ProblemException(EligibilityProblems.NOTHING_TO_CONFIRM));
        return assessments.save(confirmed).call(saved -> publisher.confirmed(saved, on))
                .call(saved -> audit.record(actor, "ineligibility-confirmed", saved.dossierId().toString(),
                        Map.of("revision", saved.revision(), "effectiveOn", on.toString())));
    }
}
