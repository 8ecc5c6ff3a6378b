package fr.microcredit.eligibility.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Assessor;
import fr.microcredit.eligibility.assessment.domain.FrozenTerms;
import fr.microcredit.eligibility.scheme.domain.DecisionClauses.Override;
import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.http.Versions;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** A named person sets aside a rule that fails, where the scheme allows it, and records why. */
@ApplicationScoped
public class OverrideRule {
    private final Assessments assessments;
    private final AssessmentPublisher publisher;
    private final AssessmentInputs inputs;
    private final AuditTrail audit;
    private final BusinessCalendar calendar;

    OverrideRule(Assessments assessments, AssessmentPublisher publisher, AssessmentInputs inputs, AuditTrail audit,
            BusinessCalendar calendar) {
        this.assessments = assessments;
        this.publisher = publisher;
        this.inputs = inputs;
        this.audit = audit;
        this.calendar = calendar;
    }

    /**
     * @param version of the assessment the agent has read
     * @param on      business date, or null for today
     */
    public record Command(UUID dossierId, long version, String rule, String reason, LocalDate on) {
    }

    public Uni<Assessment> handle(Actor actor, Command command) {
        return calendar.dateOf(command.on(), "/effectiveOn")
                .chain(on -> assessments.lockedNewest(actor.tenantId(), command.dossierId())
                        .invoke(found -> Versions.check(command.version(), found.state()))
                        .chain(found -> inputs.terms(found)
                                .chain(terms -> override(actor, found, terms, command, on))));
    }

    /** The same override again changes and publishes nothing. */
    private Uni<Assessment> override(Actor actor, Assessment found, FrozenTerms terms, Command command,
            LocalDate on) {
        BusinessCalendar.requireNotBefore(found.on(), on, "/effectiveOn");
        List<String> allowed = terms.scheme().decision().override().stated().map(Override::rules).orElse(List.of());
        Assessment overridden = Assessor.override(found, command.rule(), allowed)
                .orElseThrow(() -> new ProblemException(EligibilityProblems.NOTHING_TO_OVERRIDE));
        return overridden.equals(found)
                ? Uni.createFrom().item(found)
                : assessments.save(overridden).call(saved -> record(actor, saved, terms, command, on));
    }

    private Uni<Void> record(Actor actor, Assessment overridden, FrozenTerms terms, Command command, LocalDate on) {
        return assessments.addJudgement(overridden, command.rule(), actor.subject(), command.reason())
                .chain(() -> publisher.overridden(overridden, terms, command.rule(), on))
                .chain(() -> audit.record(actor, "rule-overridden", overridden.dossierId().toString(),
                        Map.of("rule", command.rule(), "effectiveOn", on.toString())));
    }
}
