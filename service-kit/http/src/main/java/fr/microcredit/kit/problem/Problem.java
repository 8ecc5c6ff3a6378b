package fr.microcredit.kit.problem;

import java.util.List;

import fr.microcredit.kit.domain.Reason;

/**
 * What a request is answered when it does not succeed.
 *
 * @param violations what is wrong where, if more is known
 */
public record Problem(ProblemType type, List<Violation> violations) {
    private static final int CONFLICT = 409;

    public static Problem of(ProblemType type) {
        return new Problem(type, List.of());
    }

    /**
     * A refused act. What the state does not allow has a code of its own; what was wrong with the request is an invalid
     * request like any other, with its fields. All reasons are told.
     */
    public static Problem of(List<Reason> reasons) {
        List<Violation> violations = reasons.stream().map(Violation::of).toList();
        return reasons.stream().filter(reason -> reason.kind() == Reason.Kind.UNKNOWN).findFirst()
                .map(unknown -> of(Problems.NOT_FOUND))
                .or(() -> reasons.stream().filter(reason -> reason.kind() == Reason.Kind.CONFLICT).findFirst()
                        .map(first -> new Problem(new ProblemType(first.code(), CONFLICT), violations)))
                .orElse(new Problem(Problems.INVALID, violations));
    }

    public String code() {
        return type.code();
    }

    public int status() {
        return type.status();
    }

    public String uri() {
        return type.uri();
    }

    boolean hasType(ProblemType other) {
        return type.equals(other);
    }
}
