package fr.microcredit.eligibility.assessment;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.Submissions.SituationKey;
import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.AssessmentRules;
import fr.microcredit.eligibility.assessment.domain.Assessor;
import fr.microcredit.eligibility.assessment.domain.Findings;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.assessment.domain.Submission;
import fr.microcredit.eligibility.assessment.domain.Terms;
import fr.microcredit.kit.act.Reactions;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.store.Kept;

/**
 * Assesses a version of a request as soon as both its halves are here: the request comes on the dossier topic, the figures
 * on the restricted one, in any order.
 */
@ApplicationScoped
public class AssessRequest {
    private final Reactions reactions;
    private final Assessments assessments;
    private final Submissions submissions;
    private final AssessmentInputs inputs;

    AssessRequest(Reactions reactions, Assessments assessments, Submissions submissions, AssessmentInputs inputs) {
        this.reactions = reactions;
        this.assessments = assessments;
        this.submissions = submissions;
        this.inputs = inputs;
    }

    public Uni<Void> onSituation(About about, int revision, Situation situation) {
        return submissions.addSituation(new SituationKey(about.dossierId(), revision), about.officeId(), situation)
                .chain(() -> assessWhatIsComplete(about.dossierId()));
    }

    public Uni<Void> onSubmission(Submission asked) {
        return submissions.of(asked.about().dossierId())
                .map(asked::after)
                .chain(submissions::add).chain(() -> assessWhatIsComplete(asked.about().dossierId()));
    }

    /** Version by version, so that the result does not depend on which half of which version came first. */
    private Uni<Void> assessWhatIsComplete(UUID dossierId) {
        return submissions.of(dossierId).chain(all -> Each.inOrder(all, this::assessIfComplete));
    }

    private Uni<Void> assessIfComplete(Submission asked) {
        UUID dossier = asked.about().dossierId();
        return assessments.revisions(dossier)
                .chain(done -> done.contains(asked.revision())
                        ? Uni.createFrom().item(Optional.<Situation>empty())
                        : submissions.situation(new SituationKey(dossier, asked.situationRevision())))
                .chain(situation -> situation.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : inputs.first(asked, situation.get()).chain(prepared -> assess(asked, prepared)));
    }

    private Uni<Void> assess(Submission asked, AssessmentInputs.Prepared prepared) {
        Findings findings = Assessor.assess(prepared.subject());
        Terms terms = Terms.of(prepared.subject());
        Assessment assessment = new Assessment(UUID.randomUUID(), asked.about().under(terms.schemeVersion()),
                asked.revision(), asked.on(), asked.wish(), prepared.basis(), findings,
                Fingerprints.of(prepared.basis(), asked.wish(), findings), terms, findings.outcomes(), false,
                asked.on());
        return before(asked).chain(before -> reactions.keep(assessments, Optional.empty(),
                AssessmentRules.first(assessment, before), asked.on()));
    }

    /** What was judged on an earlier version; of the first there is none. */
    private Uni<Optional<Assessment>> before(Submission asked) {
        return asked.revision() == 1
                ? Uni.createFrom().item(Optional.empty())
                : assessments.newest(asked.about().dossierId()).map(found -> found.map(Kept::state));
    }
}
