package fr.microcredit.eligibility.assessment.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Basis;
import fr.microcredit.eligibility.assessment.domain.Verdict;
import fr.microcredit.eligibility.assessment.rest.OutcomeView.NoteView;
import fr.microcredit.eligibility.assessment.wording.Sentences;

/**
 * An assessment as the office sees it, figures included.
 *
 * @param verdict   {@code eligible}, {@code ineligible} (until confirmed nobody is refused) or {@code needs-human}
 * @param confirmed whether a named agent has confirmed an ineligible verdict
 * @param basis     with which it can be computed again
 */
public record AssessmentView(UUID assessmentId, UUID dossierId, int revision, LocalDate on, String schemeId,
        String schemeVersion, Verdict verdict, boolean confirmed, List<OutcomeView> outcomes, List<NoteView> notes,
        Basis basis) {

    static AssessmentView of(Assessment a, Sentences sentences) {
        return new AssessmentView(a.id(), a.dossierId(), a.revision(), a.assessedOn(), a.wish().schemeId(),
                a.basis().schemeVersion(), a.verdict(), a.confirmed(),
                a.outcomes().stream().map(outcome -> OutcomeView.of(outcome, sentences)).toList(),
                a.automatic().notes().stream().map(note -> NoteView.of(note, sentences)).toList(), a.basis());
    }
}
