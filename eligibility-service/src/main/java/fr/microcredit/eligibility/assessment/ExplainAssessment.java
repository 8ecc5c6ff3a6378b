package fr.microcredit.eligibility.assessment;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.domain.AidRules;
import fr.microcredit.eligibility.assessment.domain.Alternatives;
import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Case;
import fr.microcredit.eligibility.scheme.domain.OtherAid;
import fr.microcredit.kit.tenancy.Actor;

/**
 * What the law asks of a public algorithm (articles L311-3-1 and R311-3-1-2 of the code of relations between the public and
 * the administration): the rules, the data and where they come from, the parameters, the operations.
 */
@ApplicationScoped
public class ExplainAssessment {
    private final Assessments assessments;
    private final AssessmentInputs inputs;

    ExplainAssessment(Assessments assessments, AssessmentInputs inputs) {
        this.assessments = assessments;
        this.inputs = inputs;
    }

    /**
     * @param subject      what the rules looked at
     * @param alternatives nearest requests that no rule would fail
     * @param aids         what the territory offers besides for this purpose and household
     */
    public record Explanation(Assessment assessment, Case subject, Alternatives alternatives, List<OtherAid> aids) {
    }

    /** Of the newest version of the request; fails with {@code not-found}. */
    public Uni<Explanation> newest(Actor actor, UUID dossierId) {
        return assessments.newest(actor.tenantId(), dossierId).chain(found -> inputs.again(found).map(
                subject -> new Explanation(found, subject, Alternatives.of(subject, found.automatic()),
                        AidRules.fitting(subject))));
    }
}
