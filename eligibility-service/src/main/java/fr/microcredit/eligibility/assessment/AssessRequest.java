package fr.microcredit.eligibility.assessment;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.Assessments.Request;
import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Assessor;
import fr.microcredit.eligibility.assessment.domain.Findings;
import fr.microcredit.eligibility.assessment.domain.FrozenTerms;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.assessment.domain.Wish;

/**
 * Assesses a version of a request as soon as both its halves are here: the request comes on the dossier topic, the figures
 * on the restricted one, in any order.
 */
@ApplicationScoped
public class AssessRequest {
    private final Assessments assessments;
    private final AssessmentPublisher publisher;
    private final AssessmentInputs inputs;

    AssessRequest(Assessments assessments, AssessmentPublisher publisher, AssessmentInputs inputs) {
        this.assessments = assessments;
        this.publisher = publisher;
        this.inputs = inputs;
    }

    public Uni<Void> onSituation(UUID dossierId, String officeId, int revision, Situation situation) {
        return assessments.addSituation(dossierId, officeId, revision, situation)
                .chain(() -> assessWhatIsComplete(dossierId));
    }

    /** A changed request keeps the rules of the day on which it was first submitted. */
    public Uni<Void> onRequest(Request request) {
        return assessments.requests(request.dossierId())
                .map(before -> before.isEmpty() ? request : sameRules(request, before.get(0)))
                .call(assessments::addRequest).chain(() -> assessWhatIsComplete(request.dossierId()));
    }

    private static Request sameRules(Request request, Request first) {
        Wish wish = request.wish();
        return new Request(request.dossierId(), request.officeId(), request.personId(), request.revision(),
                request.situationRevision(), new Wish(wish.schemeId(), wish.purpose(), wish.ground(), wish.amount(),
                        wish.months(), first.wish().appliedOn()),
                request.on());
    }

    /** Version by version, so that the result does not depend on which half of which version came first. */
    private Uni<Void> assessWhatIsComplete(UUID dossierId) {
        return assessments.requests(dossierId).chain(requests -> Multi.createFrom().iterable(requests).onItem()
                .transformToUniAndConcatenate(this::assessIfComplete).collect().asList()).replaceWithVoid();
    }

    private Uni<Request> assessIfComplete(Request asked) {
        return assessments.exists(asked.dossierId(), asked.revision())
                .chain(done -> done
                        ? Uni.createFrom().item(Optional.<Situation>empty())
                        : assessments.situation(asked.dossierId(), asked.situationRevision()))
                .chain(situation -> situation.isEmpty() ? Uni.createFrom().voidItem() : assess(asked, situation.get()))
                .replaceWith(asked);
    }

    private Uni<Void> assess(Request asked, Situation situation) {
        return inputs.first(asked, situation).chain(prepared -> {
            Findings findings = Assessor.assess(prepared.subject());
            Assessment assessment = new Assessment(UUID.randomUUID(), asked.dossierId(), asked.officeId(),
                    asked.personId(), asked.revision(), asked.on(), asked.wish(), prepared.basis(), findings,
                    findings.outcomes(), false, 0);
            return assessments.add(assessment)
                    .chain(() -> publisher.assessed(assessment, FrozenTerms.of(prepared.subject())));
        });
    }
}
