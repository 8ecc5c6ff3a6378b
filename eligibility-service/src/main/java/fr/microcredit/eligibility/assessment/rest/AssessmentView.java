package fr.microcredit.eligibility.assessment.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Outcome;

/**
 * An assessment as the office sees it, figures included.
 *
 * @param verdict   {@code eligible}, {@code ineligible} (until confirmed nobody is refused) or {@code needs-human}
 * @param confirmed whether a named agent has confirmed an ineligible verdict
 */
public record AssessmentView(UUID assessmentId, UUID dossierId, int revision, LocalDate on, String schemeId,
        String schemeVersion, String verdict, boolean confirmed, List<OutcomeView> outcomes) {

    /** @param figures what was compared, amounts in cents */
    public record OutcomeView(String rule, String outcome, String code, Map<String, String> figures, String source) {
        static OutcomeView of(Outcome outcome) {
            return new OutcomeView(outcome.rule(), outcome.result().code(), outcome.code(), outcome.figures(),
                    outcome.source());
        }
    }

    static AssessmentView of(Assessment a) {
        return new AssessmentView(a.id(), a.dossierId(), a.revision(), a.on(), a.wish().schemeId(), a.schemeVersion(),
                a.verdict().code(), a.confirmed(), a.outcomes().stream().map(OutcomeView::of).toList());
    }
}
