package fr.microcredit.eligibility.assessment;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.domain.AidRules;
import fr.microcredit.eligibility.assessment.domain.Alternatives;
import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Assessor;
import fr.microcredit.eligibility.assessment.domain.Case;
import fr.microcredit.eligibility.scheme.domain.OtherAid;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.tenancy.Actor;

/**
 * What the law asks of a public algorithm (articles L311-3-1 and R311-3-1-2 of the code of relations between the public and
 * the administration): the rules, the data and where they come from, the parameters, the operations. And the proof: computed
 * again from what it rested on, the answer is the same to the byte.
 */
@ApplicationScoped
public class ExplainAssessment {
    private final Assessments assessments;
    private final AssessmentInputs inputs;

    ExplainAssessment(Assessments assessments, AssessmentInputs inputs) {
        this.assessments = assessments;
        this.inputs = inputs;
    }

    /** An assessment and what the rules looked at, as it was read; what follows is mere computation. */
    public record Read(Assessment assessment, Case subject) {
        /** May take a while: hundreds of other requests are tried. */
        public Explanation explained() {
            return new Explanation(assessment, subject, Alternatives.of(subject, assessment.automatic()),
                    AidRules.fitting(subject));
        }

        public Replay replayed() {
            return new Replay(assessment,
                    Fingerprints.of(assessment.basis(), assessment.wish(), Assessor.assess(subject)));
        }
    }

    /**
     * @param subject      what the rules looked at
     * @param alternatives nearest requests that no rule would fail
     * @param aids         what the territory offers besides for this purpose and household
     */
    public record Explanation(Assessment assessment, Case subject, Alternatives alternatives, List<OtherAid> aids) {
    }

    /** @param replayed fingerprint (SHA-256) of what the rules say now */
    public record Replay(Assessment assessment, String replayed) {
        public boolean isIdentical() {
            return assessment.fingerprint().equals(replayed);
        }
    }

    /** Of the newest version of the request; fails with {@code not-found}. */
    public Uni<Read> newest(Actor actor, UUID dossierId) {
        return assessments.newest(dossierId)
                .map(found -> found.map(Kept::state).filter(each -> each.tenant().equals(actor.tenantId()))
                        .orElseThrow(RefusedException::unknown))
                .chain(found -> inputs.again(found).map(subject -> new Read(found, subject)));
    }
}
