package fr.microcredit.kit.problem;

import java.util.List;
import java.util.Optional;

import fr.microcredit.kit.domain.Reason;

/**
 * What a request is answered when it does not succeed.
 *
 * @param violations what is wrong where, if more is known
 * @param possible   what can be done instead as the matter stands, each named as its address is; empty where nobody says
 */
public record Problem(ProblemType type, List<Violation> violations, Optional<List<String>> possible) {
    private static final int CONFLICT = 409;

    public Problem(ProblemType type, List<Violation> violations) {
        this(type, violations, Optional.empty());
    }

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

    /** Refused where the matter stands, and not for what was sent. */
    public boolean isConflict() {
        return type.status() == CONFLICT;
    }

    public Problem offering(List<String> acts) {
        return new Problem(type, violations, Optional.of(List.copyOf(acts)));
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
