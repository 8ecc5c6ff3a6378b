package fr.microcredit.kit.problem;

import java.util.List;

/** Ends a request with a problem that is none of the trade: the form of the request, its token, its headers. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(ProblemType type, Violation... violations) {
        this(new Problem(type, List.of(violations)));
    }

    public ProblemException(ProblemType type, List<Violation> violations) {
        this(new Problem(type, violations));
    }

    private ProblemException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
