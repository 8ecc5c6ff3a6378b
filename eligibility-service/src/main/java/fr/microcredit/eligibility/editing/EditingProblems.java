package fr.microcredit.eligibility.editing;

import fr.microcredit.kit.problem.ProblemType;

/** Refusals to whoever edits schemes. */
final class EditingProblems {
    static final ProblemType NOT_SOUND = new ProblemType("scheme-not-sound", 422);
    static final ProblemType PUBLISHED = new ProblemType("scheme-version-published", 409);
    static final ProblemType SECOND_PERSON = new ProblemType("second-person-needed", 409);

    private EditingProblems() {
    }
}
