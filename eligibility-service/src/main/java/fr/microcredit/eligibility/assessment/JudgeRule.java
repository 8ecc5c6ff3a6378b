package fr.microcredit.eligibility.assessment;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Assessor;
import fr.microcredit.eligibility.assessment.domain.Outcome.Result;
import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.http.Versions;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** A named agent judges what no rule can decide and records the grounds. */
@ApplicationScoped
public class JudgeRule {
    private final Assessments assessments;
    private final AssessmentPublisher publisher;
    private final AssessmentInputs inputs;
    private final AuditTrail audit;
    private final BusinessCalendar calendar;

    JudgeRule(Assessments assessments, AssessmentPublisher publisher, AssessmentInputs inputs, AuditTrail audit,
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
    public record Command(UUID dossierId, long version, String rule, Result judgement, String grounds, LocalDate on) {
    }

    public Uni<Assessment> handle(Actor actor, Command command) {
        return calendar.dateOf(command.on(), "/effectiveOn")
                .chain(on -> assessments.lockedNewest(actor.tenantId(), command.dossierId())
                        .invoke(found -> Versions.check(command.version(), found.state()))
                        .chain(found -> judge(actor, found, command, on)));
    }

    /** The same judgement again changes and publishes nothing. */
    private Uni<Assessment> judge(Actor actor, Assessment found, Command command, LocalDate on) {
        BusinessCalendar.requireNotBefore(found.on(), on, "/effectiveOn");
        Assessment judged = Assessor.judge(found, command.rule(), command.judgement())
                .orElseThrow(() -> new ProblemException(EligibilityProblems.NOTHING_TO_JUDGE));
        return judged.equals(found)
                ? Uni.createFrom().item(found)
                : assessments.save(judged).call(saved -> record(actor, saved, command, on));
    }

    private Uni<Void> record(Actor actor, Assessment judged, Command command, LocalDate on) {
        return assessments.addJudgement(judged, command.rule(), actor.subject(), command.grounds())
                .chain(() -> inputs.terms(judged))
                .chain(terms -> publisher.judged(judged, terms, command.rule(), on))
                .chain(() -> audit.record(actor, "rule-judged", judged.dossierId().toString(), Map.of("rule",
                        command.rule(), "judgement", command.judgement().code(), "effectiveOn", on.toString())));
    }
}
