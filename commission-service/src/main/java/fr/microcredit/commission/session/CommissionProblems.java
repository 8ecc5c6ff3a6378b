package fr.microcredit.commission.session;

import fr.microcredit.kit.problem.ProblemType;

/** Refusals of this service. */
final class CommissionProblems {
    static final ProblemType SESSION_STATE = new ProblemType("session-state", 409);
    static final ProblemType NOT_IN_THE_CHAIR = new ProblemType("not-in-the-chair", 409);
    static final ProblemType NOT_ON_THE_AGENDA = new ProblemType("not-on-the-agenda", 409);
    static final ProblemType DECIDED_OTHERWISE = new ProblemType("decided-otherwise", 409);
    static final ProblemType REASON_REQUIRED = new ProblemType("reason-required", 422);

    private CommissionProblems() {
    }
}
