package fr.microcredit.eligibility.assessment;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Assessor;
import fr.microcredit.kit.tenancy.Actor;

/** Computes a stored assessment again from what it rested on: the answer is the same to the byte, or something is wrong. */
@ApplicationScoped
public class ReplayAssessment {
    private final Assessments assessments;
    private final AssessmentInputs inputs;

    ReplayAssessment(Assessments assessments, AssessmentInputs inputs) {
        this.assessments = assessments;
        this.inputs = inputs;
    }

    /**
     * @param stored   fingerprint (SHA-256) of what was written down
     * @param replayed fingerprint of what the rules say now
     */
    public record Replay(Assessment assessment, String stored, String replayed) {
        public boolean isIdentical() {
            return stored.equals(replayed);
        }
    }

    public Uni<Replay> newest(Actor actor, UUID dossierId) {
        return assessments.newest(actor.tenantId(), dossierId).chain(found -> inputs.again(found)
                .map(subject -> assessments.fingerprint(found, Assessor.assess(subject)))
                .chain(replayed -> assessments.storedFingerprint(found)
                        .map(stored -> new Replay(found, stored, replayed))));
    }
}
