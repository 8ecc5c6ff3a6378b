package fr.microcredit.eligibility.assessment;

import fr.microcredit.kit.problem.ProblemType;

/** Refusals of this service. */
final class EligibilityProblems {
    static final ProblemType NOTHING_TO_JUDGE = new ProblemType("nothing-to-judge", 409);
    static final ProblemType NOTHING_TO_OVERRIDE = new ProblemType("nothing-to-override", 409);
    static final ProblemType NOTHING_TO_CONFIRM = new ProblemType("nothing-to-confirm", 409);

    private EligibilityProblems() {
    }
}
