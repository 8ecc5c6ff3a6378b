package fr.microcredit.kit.problem;

import java.util.List;

/** Carries a problem from where it is known to where it is answered. It has no stack trace: it is no fault of ours. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<Violation> violations;

    public ProblemException(ProblemType type, Violation... violations) {
        this(type, List.of(violations));
    }

    public ProblemException(ProblemType type, List<Violation> violations) {
        super(type.code(), null, false, false);
        this.type = type;
        this.violations = List.copyOf(violations);
    }

    public ProblemType type() {
        return type;
    }

    public List<Violation> violations() {
        return violations;
    }
}
